package io.github.dl4jprimer.classifier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a classifier thinks of one example.
 *
 * @param label the likeliest class
 * @param probability of that class, in (0, 1]
 * @param probabilities of all classes, by name in index order; they sum to 1
 */
public record Prediction(String label, double probability, Map<String, Double> probabilities) {
    /** Keeps the order of the classes. */
    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    /** Reads the rows of a network's output. */
    static List<Prediction> of(INDArray output, List<String> labels) {
        return IntStream.range(0, output.rows())
                .mapToObj(row -> of(output.getRow(row).toDoubleVector(), labels))
                .toList();
    }

    private static Prediction of(double[] probabilities, List<String> labels) {
        var named = new LinkedHashMap<String, Double>();
        var best = 0;
        for (var i = 0; i < probabilities.length; i++) {
            named.put(labels.get(i), probabilities[i]);
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Prediction(labels.get(best), probabilities[best], named);
    }
}
