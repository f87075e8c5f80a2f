package io.github.dl4jprimer.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns a text into numbers: a bag of its characters and pairs of neighbouring characters.
 *
 * <p>Chinese has no spaces between words, and most words have two characters, so single characters
 * and pairs do without a word list. The value of an n-gram g that occurs in text t is
 *
 * <pre>{@code
 * x(t, g) = idf(g) / sqrt(sum over g' in t of idf(g')^2),   idf(g) = ln((1 + N) / (1 + df(g))) + 1
 * }</pre>
 *
 * where df(g) counts the training texts that hold g, N all of them. How often g occurs in t does
 * not matter, and each row has length 1, so that long texts do not weigh more than short ones.
 * Full-width letters become ordinary ones, capitals small, every digit 0.
 *
 * @see <a href="https://nlp.stanford.edu/IR-book/html/htmledition/tf-idf-weighting-1.html">Manning
 *     et al., Introduction to Information Retrieval, 6.2 Term frequency and weighting</a>
 */
public final class CharacterNgrams {
    private final Map<String, Integer> index;
    private final List<String> ngrams;
    private final int[] documentFrequencies;
    private final int documents;

    /**
     * The non-zero part of a row.
     *
     * @param columns distinct columns, in 0..V-1
     * @param values of these columns
     */
    record Bag(int[] columns, float[] values) {}

    /**
     * @param ngrams the n-grams in the order of their columns
     * @param documentFrequencies in how many training texts each occurs
     * @param documents number of training texts
     */
    CharacterNgrams(List<String> ngrams, int[] documentFrequencies, int documents) {
        this.ngrams = List.copyOf(ngrams);
        this.documentFrequencies = documentFrequencies.clone();
        this.documents = documents;
        index = new HashMap<>();
        for (var ngram : ngrams) {
            index.put(ngram, index.size());
        }
    }

    /**
     * Returns the n-grams of the training texts, the most frequent first.
     *
     * @param minCount texts an n-gram must occur in, at least 1; 2 leaves out accidents
     * @param maxFeatures most columns to have, at least 1
     * @throws IllegalArgumentException if a limit is below 1 or no n-gram is left
     */
    public static CharacterNgrams fit(List<String> texts, int minCount, int maxFeatures) {
        if (minCount < 1 || maxFeatures < 1) {
            throw new IllegalArgumentException(
                    "minCount and maxFeatures must be at least 1, got %d and %d. Try 2 and 20000."
                            .formatted(minCount, maxFeatures));
        }
        var counts = new HashMap<String, Integer>();
        texts.forEach(text -> in(text).forEach(ngram -> counts.merge(ngram, 1, Integer::sum)));
        var kept =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= minCount)
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(maxFeatures)
                        .toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "minCount must leave an n-gram of %d texts, got %d. Give more texts or lower it."
                            .formatted(texts.size(), minCount));
        }
        return new CharacterNgrams(
                kept.stream().map(Map.Entry::getKey).toList(),
                kept.stream().mapToInt(Map.Entry::getValue).toArray(),
                texts.size());
    }

    /** Returns the number of columns, V. */
    public int size() {
        return ngrams.size();
    }

    /** Returns the n-grams in the order of their columns. */
    public List<String> ngrams() {
        return ngrams;
    }

    /** Returns how many training texts hold the n-gram of a column. */
    int documentFrequency(int column) {
        return documentFrequencies[column];
    }

    /** Returns the number of training texts, N. */
    int documents() {
        return documents;
    }

    /**
     * Returns the texts as rows [N, V]; a text without a known n-gram is a row of zeros.
     *
     * @throws IllegalArgumentException if there is no text
     */
    public INDArray transform(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "texts must be at least one, got 0. Give a text to transform.");
        }
        float[][] rows = new float[texts.size()][size()];
        for (int i = 0; i < rows.length; i++) {
            var bag = bag(texts.get(i));
            for (int j = 0; j < bag.columns().length; j++) {
                rows[i][bag.columns()[j]] = bag.values()[j];
            }
        }
        return Nd4j.createFromArray(rows);
    }

    /** Returns the non-zero part of a text's row. */
    Bag bag(String text) {
        int[] columns =
                in(text).stream()
                        .map(index::get)
                        .filter(column -> column != null)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
        float[] values = new float[columns.length];
        double squares = 0;
        for (int i = 0; i < columns.length; i++) {
            double idf = Math.log((1.0 + documents) / (1.0 + documentFrequencies[columns[i]])) + 1;
            values[i] = (float) idf;
            squares += idf * idf;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return new Bag(columns, values);
    }

    /** Returns the distinct characters and pairs of neighbours of a text. */
    private static Set<String> in(String text) {
        int[] characters = PlainText.of(text).codePoints().toArray();
        var found = new HashSet<String>();
        for (int i = 0; i < characters.length; i++) {
            found.add(new String(characters, i, 1));
            if (i > 0) {
                found.add(new String(characters, i - 1, 2));
            }
        }
        return found;
    }
}
