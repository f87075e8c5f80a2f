package io.github.dl4jprimer.course.week4;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guessing the next token by counting: how often it occurs, and how often after the one before.
 *
 * <pre>
 * unigram   p(b)   = (n(b) + 1) / (N + V)
 * bigram    p(b|a) = (n(ab) + κ p(b)) / (n(a) + κ)        κ tokens' worth of belief in the unigram
 * perplexity = exp(mean over tokens of -log p)
 * </pre>
 *
 * <p>What a language model must beat: a bigram knows the token before and nothing else.
 *
 * @param vocabularySize V
 * @param single n(b) by id, [V]
 * @param total N
 * @param pairs n(ab), by a V + b
 * @see <a href="https://web.stanford.edu/~jurafsky/slp3/3.pdf">Jurafsky and Martin: N-gram language
 *     models</a>
 */
record TokenFrequencies(
        int vocabularySize, double[] single, double total, Map<Long, Integer> pairs) {
    private static final double BELIEF = 5;

    /**
     * Counts.
     *
     * @param texts ids, the first of each only as what comes before
     */
    static TokenFrequencies of(List<int[]> texts, int vocabularySize) {
        double[] single = new double[vocabularySize];
        var pairs = new HashMap<Long, Integer>();
        for (int[] text : texts) {
            for (int t = 1; t < text.length; t++) {
                single[text[t]]++;
                pairs.merge((long) text[t - 1] * vocabularySize + text[t], 1, Integer::sum);
            }
        }
        double total = Arrays.stream(single).sum();
        return new TokenFrequencies(vocabularySize, single, total, pairs);
    }

    /** Returns exp of the mean surprise over the texts' tokens but the first of each. */
    double unigramPerplexity(List<int[]> texts) {
        return perplexity(texts, (before, token) -> unigram(token));
    }

    /** Returns exp of the mean surprise, the token before being known. */
    double bigramPerplexity(List<int[]> texts) {
        double[] before = new double[vocabularySize];
        pairs.forEach((pair, count) -> before[(int) (pair / vocabularySize)] += count);
        return perplexity(
                texts,
                (a, b) -> {
                    int together = pairs.getOrDefault((long) a * vocabularySize + b, 0);
                    return (together + BELIEF * unigram(b)) / (before[a] + BELIEF);
                });
    }

    private double unigram(int token) {
        return (single[token] + 1) / (total + vocabularySize);
    }

    /** The probability of a token after another. */
    private interface Guess {
        double probability(int before, int token);
    }

    private static double perplexity(List<int[]> texts, Guess guess) {
        double surprise = 0;
        int tokens = 0;
        for (int[] text : texts) {
            for (int t = 1; t < text.length; t++) {
                surprise -= Math.log(guess.probability(text[t - 1], text[t]));
                tokens++;
            }
        }
        return Math.exp(surprise / tokens);
    }
}
