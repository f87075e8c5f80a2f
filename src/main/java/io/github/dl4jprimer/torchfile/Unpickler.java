package io.github.dl4jprimer.torchfile;

import io.github.dl4jprimer.data.BadInput;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands the pickle instructions, protocols 2 to 4, that {@code torch.save} writes for a
 * dictionary of tensors, and no others.
 *
 * <p>It builds {@link Pickled} containers, {@link TorchStorage} and {@link TorchTensor}; a name in
 * the file is only ever compared with {@link AllowedGlobal}. Work and memory are bounded by the
 * number of instructions, since none of them copies more than it takes from the stack.
 */
final class Unpickler {
    /** About 30 instructions describe a tensor. */
    static final int MAX_INSTRUCTIONS = 1_000_000;

    /** Longest text; tensors have names of 50 characters. */
    static final int MAX_TEXT = 1 << 20;

    /** Longest texts of one pickle together. */
    static final int MAX_TEXTS = 1 << 24;

    private static final int MAX_NAME = 200;
    private static final int MAX_PROTOCOL = 4;

    private final ByteSource source;
    private final Path file;
    private final PickleStack stack;
    private final Map<String, TorchStorage> storages = new LinkedHashMap<>();
    private final Map<Opcode, Runnable> actions = new EnumMap<>(Opcode.class);
    private long textBytes;

    /** An unpickler of the pickle that begins where {@code source} stands. */
    Unpickler(ByteSource source) {
        this.source = source;
        file = source.path();
        stack = new PickleStack(file);
        understandScalars();
        understandContainers();
        understandMemoAndNames();
    }

    /** Reads a pickle to its end and returns the value it builds. */
    Object load() {
        for (int count = 0; count < MAX_INSTRUCTIONS; count++) {
            int code = source.u8();
            var opcode = Opcode.of(code);
            if (opcode == Opcode.STOP) {
                return stack.last();
            }
            if (opcode == null) {
                throw Refusal.broken("a pickle", "the byte 0x%02x in it".formatted(code), file);
            }
            actions.getOrDefault(opcode, () -> refuse(opcode)).run();
        }
        throw Refusal.unsupported(
                "a pickle of at most %d instructions".formatted(MAX_INSTRUCTIONS), "more", file);
    }

    /** Returns the storages that the pickle spoke of, by key. */
    Map<String, TorchStorage> storages() {
        return Collections.unmodifiableMap(storages);
    }

    private void refuse(Opcode opcode) {
        throw Refusal.unsafe("the pickle instruction " + opcode, file);
    }

    /** What stands for itself: None, truth values, numbers, text. */
    private void understandScalars() {
        actions.put(Opcode.NONE, () -> stack.push(null));
        actions.put(Opcode.NEWTRUE, () -> stack.push(true));
        actions.put(Opcode.NEWFALSE, () -> stack.push(false));
        actions.put(Opcode.BININT, () -> stack.push((long) source.i32()));
        actions.put(Opcode.BININT1, () -> stack.push((long) source.u8()));
        actions.put(Opcode.BININT2, () -> stack.push((long) source.u16()));
        actions.put(Opcode.LONG1, () -> stack.push(wholeNumber(source.bytes(source.u8()))));
        actions.put(Opcode.BINFLOAT, () -> stack.push(source.bigEndianDouble()));
        actions.put(Opcode.BINUNICODE, () -> stack.push(text(source.u32())));
        actions.put(Opcode.SHORT_BINUNICODE, () -> stack.push(text(source.u8())));
        actions.put(Opcode.BINSTRING, () -> stack.push(text(source.u32())));
        actions.put(Opcode.SHORT_BINSTRING, () -> stack.push(text(source.u8())));
    }

    /**
     * Tuples are made of what is on the stack; lists and dicts begin empty and are filled.
     *
     * <p>Nothing is copied but the references that are taken from the stack, so that a pickle of n
     * instructions can build no more than n values.
     */
    private void understandContainers() {
        actions.put(Opcode.MARK, stack::mark);
        actions.put(Opcode.EMPTY_TUPLE, () -> stack.push(new Pickled.Tuple(stack.pop(0))));
        actions.put(Opcode.TUPLE1, () -> stack.push(new Pickled.Tuple(stack.pop(1))));
        actions.put(Opcode.TUPLE2, () -> stack.push(new Pickled.Tuple(stack.pop(2))));
        actions.put(Opcode.TUPLE3, () -> stack.push(new Pickled.Tuple(stack.pop(3))));
        actions.put(Opcode.TUPLE, () -> stack.push(new Pickled.Tuple(stack.popToMark())));
        actions.put(Opcode.EMPTY_LIST, () -> stack.push(new Pickled.Sequence()));
        actions.put(Opcode.APPEND, () -> append(stack.pop(1)));
        actions.put(Opcode.APPENDS, () -> append(stack.popToMark()));
        actions.put(Opcode.EMPTY_DICT, () -> stack.push(new Pickled.Dict()));
        actions.put(Opcode.SETITEM, () -> set(stack.pop(2)));
        actions.put(Opcode.SETITEMS, () -> set(stack.popToMark()));
        actions.put(Opcode.BUILD, () -> build());
    }

    /**
     * What refers to something: to a value before, to a name in Python, to a storage of the file.
     */
    private void understandMemoAndNames() {
        actions.put(Opcode.PROTO, () -> protocol(source.u8()));
        // A frame says how much a reader may fetch at once; this one has a buffer of its own.
        actions.put(Opcode.FRAME, source::i64);
        actions.put(Opcode.BINPUT, () -> stack.memoize(source.u8()));
        actions.put(Opcode.LONG_BINPUT, () -> stack.memoize(source.u32()));
        actions.put(Opcode.MEMOIZE, stack::memoize);
        actions.put(Opcode.BINGET, () -> stack.recall(source.u8()));
        actions.put(Opcode.LONG_BINGET, () -> stack.recall(source.u32()));
        actions.put(Opcode.GLOBAL, () -> name(source.line(MAX_NAME), source.line(MAX_NAME)));
        actions.put(Opcode.STACK_GLOBAL, this::nameFromStack);
        actions.put(Opcode.REDUCE, this::reduce);
        actions.put(Opcode.BINPERSID, this::storage);
    }

    private void protocol(int number) {
        if (number > MAX_PROTOCOL) {
            throw Refusal.unsupported(
                    "a pickle of protocol 2 to " + MAX_PROTOCOL, "protocol " + number, file);
        }
    }

    private String text(long bytes) {
        if (bytes > MAX_TEXT) {
            throw Refusal.broken(
                    "texts of at most %d bytes".formatted(MAX_TEXT), bytes + " bytes", file);
        }
        textBytes += bytes;
        if (textBytes > MAX_TEXTS) {
            throw Refusal.unsupported(
                    "texts of at most %d bytes together".formatted(MAX_TEXTS), "more", file);
        }
        return source.text(bytes);
    }

    /**
     * Returns a number in two's complement: a Long, or a BigInteger if it is too large for that, as
     * the magic number of the legacy format is. No bytes at all are 0.
     */
    private static Object wholeNumber(byte[] littleEndian) {
        var bytes = new byte[littleEndian.length + 1];
        for (int i = 0; i < littleEndian.length; i++) {
            bytes[bytes.length - 1 - i] = littleEndian[i];
        }
        if (littleEndian.length > 0 && bytes[1] < 0) {
            bytes[0] = -1;
        }
        var number = new BigInteger(bytes);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** Appends to the list on top. */
    private void append(List<Object> values) {
        if (!(stack.top() instanceof Pickled.Sequence list)) {
            throw misused(Opcode.APPENDS, stack.top());
        }
        list.items().addAll(values);
    }

    /** Puts entries into the dict on top, keys and values taking turns. */
    private void set(List<Object> keysAndValues) {
        if (!(stack.top() instanceof Pickled.Dict dict) || keysAndValues.size() % 2 != 0) {
            throw misused(Opcode.SETITEMS, stack.top());
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            var key = keysAndValues.get(i);
            // Other keys have a hashCode that a forged pickle could make endless.
            if (!(key instanceof String || key instanceof Long)) {
                throw Refusal.unsupported("dicts with keys of text", Pickled.kind(key), file);
            }
            if (dict.entries().containsKey(key)) {
                throw Refusal.broken("unique names", Pickled.kind(key) + " twice", file);
            }
            dict.entries().put(key, keysAndValues.get(i + 1));
        }
    }

    /**
     * Passes over the attributes of a dictionary: a module's state has its layers' versions there.
     */
    private void build() {
        var attributes = stack.pop();
        if (!(stack.top() instanceof Pickled.Dict && attributes instanceof Pickled.Dict)) {
            throw Refusal.unsafe(
                    "the pickle instruction BUILD on " + Pickled.kind(stack.top()), file);
        }
    }

    /**
     * Pushes an allowed name. This is where Python would import the module and look the name up.
     */
    private void name(String module, String name) {
        var allowed = AllowedGlobal.named(module, name);
        if (allowed.isEmpty()) {
            throw Refusal.unsafe(
                    "the name '%s'".formatted(BadInput.shown(module + "." + name)), file);
        }
        stack.push(allowed.get());
    }

    /** Pushes an allowed name whose parts are texts on the stack, as protocol 4 writes them. */
    private void nameFromStack() {
        var names = stack.pop(2);
        if (!(names.get(0) instanceof String module && names.get(1) instanceof String name)) {
            throw misused(Opcode.STACK_GLOBAL, names.get(0));
        }
        name(module, name);
    }

    /** Replaces a function and its arguments by the result. Python would call whatever it is. */
    private void reduce() {
        var arguments = stack.pop();
        var function = stack.pop();
        if (!(function instanceof AllowedGlobal allowed
                && arguments instanceof Pickled.Tuple tuple)) {
            throw misused(Opcode.REDUCE, function);
        }
        stack.push(new Rebuilding(file).call(allowed, tuple));
    }

    /** Replaces a persistent id by the storage it names, the same for the same key. */
    private void storage() {
        var storage = new Rebuilding(file).storage(stack.pop());
        var known = storages.putIfAbsent(storage.key(), storage);
        if (known != null && !known.equals(storage)) {
            throw Refusal.broken(
                    "one type and length for storage '%s'".formatted(BadInput.shown(storage.key())),
                    "two",
                    file);
        }
        stack.push(storage);
    }

    private BadInput misused(Opcode opcode, Object operand) {
        return Refusal.broken(
                "a well-formed pickle", opcode + " on " + Pickled.kind(operand), file);
    }
}
