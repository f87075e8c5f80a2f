package io.github.dl4jprimer.bert;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Which tokens of a text are masked together. */
interface TokenWords {
    /** Of 100 spans, those that are longer than 1, 2 and 3 characters. */
    List<Integer> LONGER = List.of(60, 30, 10);

    /** Tokens {@code from} (inclusive) to {@code to} (exclusive). */
    record Word(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /**
     * Returns the words of a text's candidates, in order, as a list that may be changed.
     *
     * @param candidates which tokens may be chosen; a word never goes beyond them
     */
    List<Word> find(int[] ids, boolean[] candidates, SplittableRandom random);

    /** Each token is a word. */
    static TokenWords single() {
        return (ids, candidates, random) -> words(candidates, (i, follows) -> false);
    }

    /** Pieces that begin with {@code ##} belong to the word before. */
    static TokenWords ofPieces(Vocabulary vocabulary) {
        var continuing = continuations(vocabulary);
        return (ids, candidates, random) ->
                words(candidates, (i, follows) -> continuing.get(ids[i]));
    }

    /** Neighbours with the same number are a word. */
    static TokenWords ofSegmenter(UnaryOperator<int[]> segmenter) {
        return (ids, candidates, random) -> {
            int[] numbers = segmenter.apply(ids.clone());
            if (numbers.length != ids.length) {
                throw new IllegalArgumentException(
                        "segmenter must give one number a token, %d, got %d. Count special tokens, too."
                                .formatted(ids.length, numbers.length));
            }
            return words(candidates, (i, follows) -> follows && numbers[i] == numbers[i - 1]);
        };
    }

    /** Runs of Chinese characters are cut into random spans; the rest are whole words. */
    static TokenWords ofSpans(Vocabulary vocabulary) {
        var continuing = continuations(vocabulary);
        var ideographs = ideographs(vocabulary);
        return (ids, candidates, random) -> {
            int[] left = {0}; // characters that the span in hand has still to get
            return words(
                    candidates,
                    (i, follows) -> {
                        boolean joins =
                                follows
                                        && left[0] > 0
                                        && ideographs.get(ids[i])
                                        && ideographs.get(ids[i - 1]);
                        left[0] = joins ? left[0] - 1 : spanLength(random) - 1;
                        return joins || continuing.get(ids[i]);
                    });
        };
    }

    /** Tells whether a candidate belongs to the word before it; asked for each, in order. */
    interface Joins {
        /**
         * Returns whether it does.
         *
         * @param follows whether the token before it is a candidate, too
         */
        boolean test(int position, boolean follows);
    }

    private static List<Word> words(boolean[] candidates, Joins joins) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < candidates.length; i++) {
            if (!candidates[i]) {
                continue;
            }
            boolean follows = i > 0 && candidates[i - 1];
            if (joins.test(i, follows) && follows) {
                var word = words.remove(words.size() - 1);
                words.add(new Word(word.from, i + 1));
            } else {
                words.add(new Word(i, i + 1));
            }
        }
        return words;
    }

    private static int spanLength(SplittableRandom random) {
        int draw = random.nextInt(100);
        int length = 1;
        for (int longer : LONGER) {
            length += draw < longer ? 1 : 0;
        }
        return length;
    }

    private static BitSet continuations(Vocabulary vocabulary) {
        var found = new BitSet();
        for (int id = 0; id < vocabulary.size(); id++) {
            found.set(id, vocabulary.token(id).startsWith(Vocabulary.CONTINUATION));
        }
        return found;
    }

    private static BitSet ideographs(Vocabulary vocabulary) {
        var found = new BitSet();
        for (int id = 0; id < vocabulary.size(); id++) {
            var token = vocabulary.token(id);
            boolean alone = token.codePointCount(0, token.length()) == 1;
            found.set(id, alone && TextCharacters.isIdeograph(token.codePointAt(0)));
        }
        return found;
    }
}
