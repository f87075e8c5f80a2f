package io.github.dl4jprimer.loss;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks of the arrays that a loss is given, and their arrangement in groups of rows. */
final class Shapes {
    private Shapes() {}

    /** Returns labels of the output's shape, in the output's type. */
    static INDArray labels(INDArray labels, INDArray output, String meaning) {
        return labels(labels, output, output.size(1), meaning);
    }

    /** Returns labels [N, columns], in the output's type. */
    static INDArray labels(INDArray labels, INDArray output, long columns, String meaning) {
        if (labels.rank() != 2 || labels.size(0) != output.size(0) || labels.size(1) != columns) {
            throw new IllegalArgumentException(
                    "labels must be %s for output %s, got %s. %s."
                            .formatted(
                                    List.of(output.size(0), columns),
                                    Arrays.toString(output.shape()),
                                    Arrays.toString(labels.shape()),
                                    meaning));
        }
        return labels.castTo(output.dataType());
    }

    /** Returns the mask as [N, 1] in the output's type, all ones if there is none. */
    static INDArray mask(INDArray mask, INDArray output) {
        if (mask == null) {
            return Nd4j.ones(output.dataType(), output.size(0), 1);
        }
        if (mask.length() != output.size(0)) {
            throw new IllegalArgumentException(
                    "mask must be [%d, 1] for output %s, got %s. Give one number a row."
                            .formatted(
                                    output.size(0),
                                    Arrays.toString(output.shape()),
                                    Arrays.toString(mask.shape())));
        }
        return mask.castTo(output.dataType()).reshape(mask.length(), 1);
    }

    /** Returns per-column weights as [1, C], or null if there are none. */
    static INDArray columnWeights(List<Double> weights, INDArray output, String name) {
        if (weights.isEmpty()) {
            return null;
        }
        if (weights.size() != output.size(1)) {
            throw new IllegalArgumentException(
                    "%s must be %d numbers, got %d. Give one a column of the output."
                            .formatted(name, output.size(1), weights.size()));
        }
        double[] values = weights.stream().mapToDouble(Double::doubleValue).toArray();
        return Nd4j.createFromArray(new double[][] {values}).castTo(output.dataType());
    }

    /** Returns a copy of weights that are all finite and at least 0. */
    static List<Double> checkedWeights(List<Double> weights, String name) {
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "%s must be at least 0, got %s. 1 is neutral.".formatted(name, weight));
            }
        }
        return List.copyOf(weights);
    }

    /** Returns {@code value} if it is finite and above 0. */
    static double positive(String name, double value, String advice) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s must be above 0, got %s. %s.".formatted(name, value, advice));
        }
        return value;
    }
}
