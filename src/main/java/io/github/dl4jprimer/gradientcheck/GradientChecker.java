package io.github.dl4jprimer.gradientcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Compares a network's gradients with central differences of its loss, entry by entry.
 *
 * <pre>
 * numeric  = (L(p + step) - L(p - step)) / (2 * step)
 * analytic = what backpropagation gives, divided by the batch size as DL4J's updater does
 * error    = |analytic - numeric| / max(|analytic|, |numeric|, 1e-4)
 * </pre>
 *
 * <p>L is the data loss: the terms of L1, L2 and weight decay, which DL4J adds to the score but not
 * to these gradients, are taken off. The network must be in double precision and give the same loss
 * twice, so dropout must be off. Parameters that are not learned by gradient (the running means of
 * batch normalisation) are left out. The network's parameters end as they began.
 *
 * <p>A difference across a kink (ReLU, absolute error) is not the slope on either side. An entry
 * that fails is therefore looked at again with a hundredth of the step: a kink is then hardly ever
 * in between, while a wrong gradient stays wrong.
 *
 * @param step distance of the differences, above 0
 * @param tolerance largest relative error that passes, above 0
 * @param entriesPerParameter entries to check in each parameter array, drawn if there are more
 * @param seed of that draw
 * @see <a href="https://cs231n.github.io/neural-networks-3/#gradcheck">CS231n, gradient checks</a>
 */
public record GradientChecker(double step, double tolerance, int entriesPerParameter, long seed) {

    /**
     * @throws IllegalArgumentException if a number is not positive
     */
    public GradientChecker {
        positive("step", step, "1e-6 is usual");
        positive("tolerance", tolerance, "1e-5 is usual");
        positive("entriesPerParameter", entriesPerParameter, "Integer.MAX_VALUE checks all");
    }

    /** Returns a checker of every entry with step 1e-6 and tolerance 1e-5. */
    public static GradientChecker ofAllEntries() {
        return new GradientChecker(1e-6, 1e-5, Integer.MAX_VALUE, 0);
    }

    /** Returns a checker of some entries of each parameter array, drawn with a seed. */
    public static GradientChecker ofSome(int entriesPerParameter, long seed) {
        return new GradientChecker(1e-6, 1e-5, entriesPerParameter, seed);
    }

    /** Returns this checker with another tolerance. */
    public GradientChecker withTolerance(double largestError) {
        return new GradientChecker(step, largestError, entriesPerParameter, seed);
    }

    /**
     * Checks a network on one batch.
     *
     * @throws IllegalArgumentException if it is not in double precision or its loss is random
     */
    public GradientReport check(MultiLayerNetwork network, DataSet batch) {
        return check(new CheckedNetwork.Layers(network, batch));
    }

    /** Checks a graph on one batch; as {@link #check(MultiLayerNetwork, DataSet)}. */
    public GradientReport check(ComputationGraph graph, MultiDataSet batch) {
        return check(new CheckedNetwork.Graph(graph, batch));
    }

    private GradientReport check(CheckedNetwork network) {
        requireDouble(network.parameters());
        requireSameLossTwice(network);
        var gradients = network.gradients();
        var found = new ArrayList<ParameterCheck>();
        network.parameters()
                .forEach(
                        (name, parameter) -> {
                            if (gradients.containsKey(name)) {
                                found.add(check(network, name, parameter, gradients.get(name)));
                            }
                        });
        return new GradientReport(found, tolerance);
    }

    private ParameterCheck check(
            CheckedNetwork network, String name, INDArray parameter, INDArray gradient) {
        var entries = entries(parameter.length());
        ParameterCheck worst = null;
        for (long entry : entries) {
            var at = Shape.ind2subC(parameter.shape(), entry);
            double analytic = gradient.getDouble(at);
            double numeric = numeric(network, parameter, at, analytic);
            double error = ParameterCheck.error(analytic, numeric);
            if (worst == null || error > worst.relativeError()) {
                worst =
                        new ParameterCheck(
                                name,
                                parameter.shape(),
                                entries.length,
                                at,
                                analytic,
                                numeric,
                                error);
            }
        }
        return worst;
    }

    /** Returns the slope, of a wide or else a narrow difference. */
    private double numeric(CheckedNetwork network, INDArray parameter, long[] at, double analytic) {
        double wide = slope(network, parameter, at, step);
        double error = ParameterCheck.error(analytic, wide);
        if (error <= tolerance) {
            return wide;
        }
        double narrow = slope(network, parameter, at, step / 100);
        return ParameterCheck.error(analytic, narrow) < error ? narrow : wide;
    }

    private static double slope(
            CheckedNetwork network, INDArray parameter, long[] at, double step) {
        double value = parameter.getDouble(at);
        parameter.putScalar(at, value + step);
        double above = network.dataLoss();
        parameter.putScalar(at, value - step);
        double below = network.dataLoss();
        parameter.putScalar(at, value);
        return (above - below) / (2 * step);
    }

    private long[] entries(long length) {
        return length <= entriesPerParameter
                ? IntStream.range(0, Math.toIntExact(length)).asLongStream().toArray()
                : new Random(seed)
                        .longs(0, length)
                        .distinct()
                        .limit(entriesPerParameter)
                        .sorted()
                        .toArray();
    }

    private static void requireDouble(Map<String, INDArray> parameters) {
        for (INDArray parameter : List.copyOf(parameters.values())) {
            if (parameter.dataType() != DataType.DOUBLE) {
                throw new IllegalArgumentException(
                        ("network must be in DOUBLE precision, got %s."
                                        + " Build it with .dataType(DataType.DOUBLE).")
                                .formatted(parameter.dataType()));
            }
        }
    }

    private static void requireSameLossTwice(CheckedNetwork network) {
        double first = network.dataLoss();
        double second = network.dataLoss();
        if (Double.compare(first, second) != 0) {
            throw new IllegalArgumentException(
                    "loss must be the same twice, got %s and %s. Switch off dropout and noise."
                            .formatted(first, second));
        }
    }

    private static void positive(String name, double value, String advice) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    "%s must be above 0, got %s. %s.".formatted(name, value, advice));
        }
    }
}
