package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an unpickler works on: a stack, marks in it, and a memo of values to come back to.
 *
 * <p>Instructions take from above the last mark only, so that a forged pickle cannot tear what an
 * outer container is being built from.
 */
final class PickleStack {
    /** Nested containers; a state dict has fewer than ten. */
    static final int MAX_DEPTH = 100;

    private final Path file;
    private final List<Object> items = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Long, Object> memo = new HashMap<>();

    PickleStack(Path file) {
        this.file = file;
    }

    /** Puts a value on top. */
    void push(Object value) {
        items.add(value);
    }

    /** Takes the value on top. */
    Object pop() {
        top();
        return items.remove(items.size() - 1);
    }

    /** Returns the value on top and leaves it there. */
    Object top() {
        if (items.size() <= floor()) {
            throw malformed("an instruction without its operand");
        }
        return items.get(items.size() - 1);
    }

    /** Takes the last {@code count} values, the deepest first. */
    List<Object> pop(int count) {
        if (items.size() - count < floor()) {
            throw malformed("an instruction without its operands");
        }
        return takeFrom(items.size() - count);
    }

    /** Takes the only value of a pickle that ends here. */
    Object last() {
        if (!marks.isEmpty() || items.size() != 1) {
            throw malformed("an end in the middle");
        }
        return pop();
    }

    /** Marks where the items of the next container begin. */
    void mark() {
        if (marks.size() == MAX_DEPTH) {
            throw Refusal.broken(
                    "containers at most " + MAX_DEPTH + " deep", "deeper nesting", file);
        }
        marks.push(items.size());
    }

    /** Takes what was pushed after the last mark, and the mark. */
    List<Object> popToMark() {
        if (marks.isEmpty()) {
            throw malformed("an instruction without its mark");
        }
        return takeFrom(marks.pop());
    }

    /** Remembers the top under an index, as protocol 2 does; the index may be any. */
    void memoize(long index) {
        memo.put(index, top());
    }

    /** Remembers the top under the next free index, as protocol 4 does. */
    void memoize() {
        memoize(memo.size());
    }

    /** Pushes again what was remembered: the same value, not a copy. */
    void recall(long index) {
        if (!memo.containsKey(index)) {
            throw malformed("a memo without entry " + index);
        }
        push(memo.get(index));
    }

    private List<Object> takeFrom(int first) {
        var tail = items.subList(first, items.size());
        var taken = new ArrayList<>(tail);
        tail.clear();
        return taken;
    }

    /** Returns how many values the instructions of the innermost container may not touch. */
    private int floor() {
        return marks.isEmpty() ? 0 : marks.peek();
    }

    private BadInput malformed(String got) {
        return Refusal.broken("a well-formed pickle", got, file);
    }
}
