package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Checks w4-layer-norm-backward, against differences too; the golden check's numbers are PyTorch's.
 */
class LayerNormBackwardCheck {
    private static final double WIGGLE = 1e-5;
    private static final double EPSILON = 0.1;

    private final INDArray normalized = array(new double[][] {{-1, 0, 1}});
    private final INDArray deviation = array(new double[][] {{2}});
    private final INDArray gain = Nd4j.createFromArray(1.0, 2.0, 1.0);
    private final INDArray gradient = array(new double[][] {{3, 1.5, 6}});

    @Test
    void inputMovesMeanAndDeviationToo() {
        Expect.that(
                        "LayerNormBackward.input([[-1, 0, 1]], [[2]], [1, 2, 1], [[3, 1.5, 6]])",
                        () -> LayerNormBackward.input(normalized, deviation, gain, gradient))
                .leaves("normalized", normalized)
                .leaves("deviation", deviation)
                .leaves("gain", gain)
                .leaves("gradient", gradient)
                .looksLike("statistics-held-constant", array(new double[][] {{1.5, 1.5, 3}}))
                .looksLike("scale-term-forgotten", array(new double[][] {{-0.5, -0.5, 1}}))
                .looksLike("mean-term-forgotten", array(new double[][] {{2, 1.5, 2.5}}))
                .looksLike("gain-forgotten", array(new double[][] {{0.25, -1, 0.75}}))
                .looksLike("means-over-the-batch", array(new double[][] {{-1.5, 0, -3}}))
                .looksLike("deviation-forgotten", array(new double[][] {{0, -1, 1}}))
                .is(array(new double[][] {{0, -0.5, 0.5}}));
    }

    @Test
    void gainIsSharedByAllSamples() {
        INDArray two = array(new double[][] {{-1, 0, 1}, {1, -1, 0}});
        INDArray above = array(new double[][] {{3, 1.5, 6}, {2, 2, 2}});
        Expect.that(
                        "LayerNormBackward.gain([[-1, 0, 1], [1, -1, 0]], [[3, 1.5, 6], [2, 2,"
                                + " 2]])",
                        () -> LayerNormBackward.gain(two, above))
                .leaves("normalized", two)
                .leaves("gradient", above)
                .looksLike("mean-not-sum", Nd4j.createFromArray(-0.5, -1.0, 3.0))
                .looksLike("gain-like-bias", Nd4j.createFromArray(5.0, 3.5, 8.0))
                .looksLike("summed-over-features", Nd4j.createFromArray(3.0, 0.0))
                .is(Nd4j.createFromArray(-1.0, -2.0, 6.0));
    }

    @Test
    void biasIsSharedByAllSamples() {
        INDArray above = array(new double[][] {{3, 1.5, 6}, {2, 2, 2}});
        Expect.that(
                        "LayerNormBackward.bias([[3, 1.5, 6], [2, 2, 2]])",
                        () -> LayerNormBackward.bias(above))
                .leaves("gradient", above)
                .looksLike("mean-not-sum", Nd4j.createFromArray(2.5, 1.75, 4.0))
                .looksLike("summed-over-features", Nd4j.createFromArray(10.5, 6.0))
                .is(Nd4j.createFromArray(5.0, 3.5, 8.0));
    }

    @Test
    void inputHasTheSlopeThatDifferencesShow() {
        INDArray x = array(new double[][] {{0.3, -1.2, 2.0}, {1.5, 1.4, -0.5}});
        INDArray above = array(new double[][] {{0.7, -0.2, 1.1}, {-0.4, 0.9, 0.3}});
        INDArray expected = Nd4j.zerosLike(x);
        for (int i = 0; i < x.length(); i++) {
            double more = loss(wiggled(x, i, WIGGLE), above);
            double less = loss(wiggled(x, i, -WIGGLE), above);
            expected.putScalar(i, (more - less) / (2 * WIGGLE));
        }
        Expect.that(
                        "LayerNormBackward.input(normalized [2, 3], deviation [2, 1], gain,"
                                + " gradient)",
                        () ->
                                LayerNormBackward.input(
                                        normalized(x, EPSILON), deviation(x, EPSILON), gain, above))
                .is(expected);
    }

    @Test
    void aGradientThatIsTheSameForAllFeaturesDoesNothing() {
        INDArray ones = Nd4j.createFromArray(1.0, 1.0, 1.0);
        INDArray same = array(new double[][] {{4, 4, 4}});
        Expect.that(
                        "LayerNormBackward.input([[-1, 0, 1]], [[2]], [1, 1, 1], [[4, 4, 4]])",
                        () -> LayerNormBackward.input(normalized, deviation, ones, same))
                .is(array(new double[][] {{0, 0, 0}}));
    }

    @Test
    void eightFeaturesGiveWhatPyTorchGives() {
        double[][] numbers = {
            {
                1.51344579, 0.44918031, 4.03777838, -1.87722778,
                5.17085409, 2.48870456, 4.42597222, 1.09518997
            }
        };
        double[] gamma = {
            -1.67178667, -0.25955701, -1.10882735, -1.51320124,
            1.24438822, -2.16547990, 1.60135376, 1.16422212
        };
        double[][] above = {
            {
                0.14924525, -0.74384707, -0.54907727, -0.64744145,
                -0.05325232, -0.02548260, -0.20309883, 0.92992681
            }
        };
        double[][] golden = {
            {
                -0.28194552, -0.14396429, 0.25930159, 0.07535469,
                0.01958473, -0.08509405, -0.14271570, 0.29947856
            }
        };
        INDArray x = array(numbers);
        Expect.that(
                        "LayerNormBackward.input(normalized [1, 8], deviation [1, 1], gain [8],"
                                + " gradient [1, 8])",
                        () ->
                                LayerNormBackward.input(
                                        normalized(x, 1e-5),
                                        deviation(x, 1e-5),
                                        Nd4j.createFromArray(gamma),
                                        array(above)))
                .is(array(golden));
    }

    /** The sum of above ⊙ y. */
    private double loss(INDArray x, INDArray above) {
        INDArray y = normalized(x, EPSILON).mulRowVector(gain);
        return y.mul(above).sumNumber().doubleValue();
    }

    private static INDArray wiggled(INDArray x, int index, double by) {
        INDArray moved = x.dup();
        moved.putScalar(index, x.getDouble(index) + by);
        return moved;
    }

    private static INDArray normalized(INDArray x, double epsilon) {
        return x.sub(x.mean(true, 1)).div(deviation(x, epsilon));
    }

    private static INDArray deviation(INDArray x, double epsilon) {
        INDArray centred = x.sub(x.mean(true, 1));
        return Transforms.sqrt(centred.mul(centred).mean(true, 1).add(epsilon));
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
