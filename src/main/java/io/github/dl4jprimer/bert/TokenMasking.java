package io.github.dl4jprimer.bert;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * BERT's corruption of texts for the masked language model: some tokens are chosen, and what stands
 * there is to be guessed.
 *
 * <pre>
 * chosen    max(1, round(0.15 n)) of a text's n tokens that are not special
 * of these  80 % become [MASK], 10 % a random token, 10 % stay as they are
 * </pre>
 *
 * <p>The masks are fresh in each epoch, and yet a pure function of seed, epoch and the text's
 * number: training that is resumed sees what it would have seen. Nothing is kept between calls.
 *
 * <p>Tokens that belong together are chosen together, as far as they fit into the 15 %, because a
 * missing part of a word is too easily guessed from the rest:
 *
 * <ul>
 *   <li>{@link #of}: each token alone, as in the first BERT
 *   <li>{@link #withWholeWords()}: a word with all its pieces ({@code token ##izer}). A Chinese
 *       character is a word by itself here: where Chinese words end, only a segmenter knows.
 *   <li>{@link #withWholeWords(UnaryOperator)}: the words of a segmenter, true Chinese whole-word
 *       masking
 *   <li>{@link #withSpans()}: without a segmenter, runs of Chinese characters are cut at random
 *       into spans of 1 to 4 (in 40, 30, 20 and 10 of 100 cases, MacBERT's n-grams), anew in each
 *       epoch, and the spans taken for words. Other words are whole words.
 * </ul>
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al.: BERT, 3.1 and A.1</a>
 * @see <a href="https://arxiv.org/abs/1906.08101">Cui et al.: Whole-word masking for Chinese</a>
 * @see <a href="https://arxiv.org/abs/2004.13922">Cui et al.: MacBERT</a>
 */
public final class TokenMasking {
    private static final double USUAL_RATE = 0.15;
    private static final double MASKED = 0.8;
    private static final double RANDOM = 0.1;

    private final Vocabulary vocabulary;
    private final int[] ordinary;
    private final double rate;
    private final long seed;
    private final TokenWords words;

    private TokenMasking(
            Vocabulary vocabulary, int[] ordinary, double rate, long seed, TokenWords words) {
        this.vocabulary = vocabulary;
        this.ordinary = ordinary;
        this.rate = rate;
        this.seed = seed;
        this.words = words;
    }

    /**
     * A corrupted text.
     *
     * @param ids what the model sees
     * @param predicted positions whose tokens it is to guess, rising
     */
    public record Masked(int[] ids, int[] predicted) {}

    /**
     * Returns BERT's masking: 15 % of the tokens, each by itself.
     *
     * @param seed decides, with epoch and number, about each text
     * @throws IllegalArgumentException if the vocabulary has special tokens alone
     */
    public static TokenMasking of(Vocabulary vocabulary, long seed) {
        int[] ordinary =
                IntStream.range(0, vocabulary.size())
                        .filter(id -> !vocabulary.isSpecial(id))
                        .toArray();
        if (ordinary.length == 0) {
            throw new IllegalArgumentException(
                    "vocabulary must have ordinary tokens, got special ones alone. Build it from"
                            + " texts.");
        }
        return new TokenMasking(vocabulary, ordinary, USUAL_RATE, seed, TokenWords.single());
    }

    /**
     * Returns this masking with another share of chosen tokens.
     *
     * @param share in (0, 1]
     * @throws IllegalArgumentException if it is out of range
     */
    public TokenMasking withRate(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "rate must be above 0 and at most 1, got %s. 0.15 is usual.".formatted(share));
        }
        return new TokenMasking(vocabulary, ordinary, share, seed, words);
    }

    /** Returns this masking with whole words, as the {@code ##} of their pieces tells them. */
    public TokenMasking withWholeWords() {
        return with(TokenWords.ofPieces(vocabulary));
    }

    /**
     * Returns this masking with the words that a segmenter finds.
     *
     * @param segmenter gives each token of a text, by its id, the number of its word: neighbours
     *     with the same number are one word
     */
    public TokenMasking withWholeWords(UnaryOperator<int[]> segmenter) {
        return with(TokenWords.ofSegmenter(segmenter));
    }

    /** Returns this masking with random spans of Chinese characters for words. */
    public TokenMasking withSpans() {
        return with(TokenWords.ofSpans(vocabulary));
    }

    private TokenMasking with(TokenWords other) {
        return new TokenMasking(vocabulary, ordinary, rate, seed, other);
    }

    /**
     * Corrupts a text.
     *
     * @param ids the text's tokens, special ones included; not changed
     * @param epoch the epoch, for fresh masks
     * @param number the text's number among all texts
     */
    public Masked mask(int[] ids, int epoch, int number) {
        var random = new SplittableRandom(mix(mix(mix(seed) + epoch) + number));
        int[] predicted = chosen(ids, random);
        int[] corrupted = ids.clone();
        for (int position : predicted) {
            double draw = random.nextDouble();
            if (draw < MASKED) {
                corrupted[position] = vocabulary.id(SpecialToken.MASK);
            } else if (draw < MASKED + RANDOM) {
                corrupted[position] = ordinary[random.nextInt(ordinary.length)];
            }
        }
        return new Masked(corrupted, predicted);
    }

    /** Returns the vocabulary. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Chooses words in random order until no more fits; the first one in any case. */
    private int[] chosen(int[] ids, SplittableRandom random) {
        boolean[] candidates = new boolean[ids.length];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            candidates[i] = !vocabulary.isSpecial(ids[i]);
            count += candidates[i] ? 1 : 0;
        }
        long budget = Math.max(1, Math.round(rate * count));
        var groups = words.find(ids, candidates, random);
        boolean[] chosen = new boolean[ids.length];
        int size = 0;
        for (int i = groups.size() - 1; i >= 0; i--) {
            int other = random.nextInt(i + 1);
            var group = groups.set(other, groups.get(i));
            if (size == 0 || size + group.length() <= budget) {
                Arrays.fill(chosen, group.from(), group.to(), true);
                size += group.length();
            }
        }
        return IntStream.range(0, ids.length).filter(i -> chosen[i]).toArray();
    }

    /** SplitMix64's step: neighbouring numbers become unrelated ones. */
    private static long mix(long number) {
        return new SplittableRandom(number).nextLong();
    }
}
