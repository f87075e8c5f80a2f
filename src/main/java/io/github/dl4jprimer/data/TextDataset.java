package io.github.dl4jprimer.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Labelled lines of text.
 *
 * @param name what reports call it
 * @param examples the labelled lines, at least one
 * @param labels class names in index order, each once; may name classes without an example here
 * @param checksum SHA-256 of the source, kept by every subset
 */
public record TextDataset(
        String name, List<TextExample> examples, List<String> labels, String checksum) {

    /**
     * @throws IllegalArgumentException if there is no example, a class is named twice, or an
     *     example has a label that {@code labels} lacks
     */
    public TextDataset {
        examples = List.copyOf(examples);
        labels = List.copyOf(labels);
        if (examples.isEmpty()) {
            throw new IllegalArgumentException(
                    "examples must be at least one, got 0. Check the file " + name + " came from.");
        }
        var known = new HashSet<String>();
        for (var label : labels) {
            if (!known.add(label)) {
                throw new IllegalArgumentException(
                        "labels must be distinct, got \"%s\" twice. Remove one.".formatted(label));
            }
        }
        for (var example : examples) {
            if (!known.contains(example.label())) {
                throw new IllegalArgumentException(
                        "label must be one of %s, got \"%s\". Correct it or add the class."
                                .formatted(labels, example.label()));
            }
        }
    }

    /** Returns a data set whose classes are the labels that occur: numbers by value, then names. */
    public static TextDataset of(String name, List<TextExample> examples, String checksum) {
        var found = examples.stream().map(TextExample::label).toList();
        return new TextDataset(name, examples, ClassNames.inOrder(found), checksum);
    }

    /** Returns this set under another name. */
    public TextDataset withName(String newName) {
        return new TextDataset(newName, examples, labels, checksum);
    }

    /**
     * Returns the same examples under the index order of other labels.
     *
     * @throws IllegalArgumentException if an example has a label that {@code newLabels} lacks
     */
    public TextDataset withLabels(List<String> newLabels) {
        return new TextDataset(name, examples, newLabels, checksum);
    }

    /** Returns the number of examples, N. */
    public int size() {
        return examples.size();
    }

    /** Returns the texts, in order. */
    public List<String> texts() {
        return examples.stream().map(TextExample::text).toList();
    }

    /** Returns the class index of each example, in order; shape [N], values in 0..labels-1. */
    public int[] classes() {
        Map<String, Integer> index = new HashMap<>();
        for (var label : labels) {
            index.put(label, index.size());
        }
        return examples.stream().mapToInt(example -> index.get(example.label())).toArray();
    }

    /** Returns the examples at the given rows, in the order of {@code rows}. */
    public TextDataset rows(int... rows) {
        var chosen = Arrays.stream(rows).mapToObj(examples::get).toList();
        return new TextDataset(name, chosen, labels, checksum);
    }

    /** Returns the first {@code count} examples of each class (all, where a class has fewer). */
    public TextDataset firstPerClass(int count) {
        var taken = new HashMap<String, Integer>();
        var chosen =
                examples.stream()
                        .filter(example -> taken.merge(example.label(), 1, Integer::sum) <= count)
                        .toList();
        return new TextDataset(name, chosen, labels, checksum);
    }
}
