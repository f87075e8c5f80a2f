package io.github.dl4jprimer.classifier;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a classifier thinks of one example: {@code probabilities = softmax(logits)}.
 *
 * @param label the likeliest class
 * @param probability of that class, in (0, 1]
 * @param probabilities of all classes, by name in index order; they sum to 1
 * @param logits of all classes, by name in index order; as the network computes them
 */
public record Prediction(
        String label,
        double probability,
        Map<String, Double> probabilities,
        Map<String, Double> logits) {
    /** Keeps the order of the classes. */
    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        logits = Collections.unmodifiableMap(new LinkedHashMap<>(logits));
    }

    /** Reads the rows of logits [N, C]. */
    static List<Prediction> of(INDArray logits, List<String> labels) {
        return IntStream.range(0, (int) logits.size(0))
                .mapToObj(row -> of(logits.getRow(row).toDoubleVector(), labels))
                .toList();
    }

    private static Prediction of(double[] logits, List<String> labels) {
        var probabilities = softmax(logits);
        var best = 0;
        for (var i = 0; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return new Prediction(
                labels.get(best),
                probabilities[best],
                named(probabilities, labels),
                named(logits, labels));
    }

    /** Less their largest, no logit is too large for the exponential. */
    private static double[] softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double[] powers = Arrays.stream(logits).map(z -> Math.exp(z - largest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static Map<String, Double> named(double[] values, List<String> labels) {
        var named = new LinkedHashMap<String, Double>();
        for (var i = 0; i < values.length; i++) {
            named.put(labels.get(i), values[i]);
        }
        return named;
    }
}
