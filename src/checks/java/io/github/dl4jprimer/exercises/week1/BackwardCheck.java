package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.scratch.NumericalGradient;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w1-backward, at last against differences of the loss of a whole network. */
class BackwardCheck {
    private final INDArray x = matrix(new double[][] {{1, -2}, {0.5, 1}, {-1, 0.25}});
    private final INDArray y = matrix(new double[][] {{1, 0}, {0, 1}, {1, 0}});
    private final INDArray w1 = Nd4j.linspace(DataType.DOUBLE, -0.5, 0.2, 6).reshape(2, 3);
    private final INDArray b1 = Nd4j.createFromArray(0.1, -0.2, 0.3);
    private final INDArray w2 = Nd4j.linspace(DataType.DOUBLE, 0.8, -0.3, 6).reshape(3, 2);
    private final INDArray b2 = Nd4j.createFromArray(0.05, -0.1);

    @Test
    void theScoresAreBlamedForWhatIsTooMuch() {
        INDArray p = matrix(new double[][] {{0.7, 0.3}, {0.5, 0.5}});
        INDArray labels = matrix(new double[][] {{1, 0}, {0, 1}});
        INDArray blame = matrix(new double[][] {{-0.15, 0.15}, {0.25, -0.25}});
        Expect.that(
                        "Backward.scores([[0.7, 0.3], [0.5, 0.5]], [[1, 0], [0, 1]])",
                        () -> Backward.scores(p, labels))
                .leaves("p", p)
                .leaves("y", labels)
                .looksLike("mean-forgotten", blame.mul(2))
                .looksLike("sign-turned", blame.neg())
                .is(blame);
    }

    @Test
    void oneNeuronIsBlamedThroughItsWeight() {
        INDArray input = matrix(new double[][] {{2}});
        INDArray a = matrix(new double[][] {{0.5}});
        INDArray weight = matrix(new double[][] {{3}});
        INDArray dZ2 = matrix(new double[][] {{0.4}});
        double twice = 1.2 * (1 - Math.pow(Math.tanh(0.5), 2));
        Expect.that(
                        "Backward.parameters([[2]], [[0.5]], [[3]], [[0.4]]).w2()",
                        () -> Backward.parameters(input, a, weight, dZ2).w2())
                .leaves("dZ2", dZ2)
                .is(matrix(new double[][] {{0.2}}));
        Expect.that(
                        "Backward.parameters([[2]], [[0.5]], [[3]], [[0.4]]).w1()",
                        () -> Backward.parameters(input, a, weight, dZ2).w1())
                .leaves("x", input)
                .leaves("a", a)
                .leaves("w2", weight)
                .looksLike("slope-forgotten", matrix(new double[][] {{2.4}}))
                .looksLike("tanh-taken-twice", matrix(new double[][] {{2 * twice}}))
                .is(matrix(new double[][] {{1.8}}));
    }

    @Test
    void theBiasIsBlamedForAllSamplesTogether() {
        INDArray dZ2 = matrix(new double[][] {{0.2, -0.2}, {-0.3, 0.3}, {0.5, -0.5}});
        INDArray a = Transforms.tanh(x.mmul(w1).addRowVector(b1));
        Expect.that(
                        "Backward.parameters(x, a, w2, [[0.2, -0.2], [-0.3, 0.3], [0.5,"
                                + " -0.5]]).b2()",
                        () -> Backward.parameters(x, a, w2, dZ2).b2())
                .looksLikeIf("wrong-axis", got -> got.length() == 3)
                .looksLike("bias-averaged", Nd4j.createFromArray(0.4 / 3, -0.4 / 3))
                .is(Nd4j.createFromArray(0.4, -0.4));
    }

    @Test
    void theGradientsAreThoseOfTheDifferences() {
        Expect.that("w1() of a network 2-3-2", () -> gradients().w1()).is(slope(w1));
        Expect.that("b1() of a network 2-3-2", () -> gradients().b1()).is(slope(b1));
        Expect.that("w2() of a network 2-3-2", () -> gradients().w2()).is(slope(w2));
        Expect.that("b2() of a network 2-3-2", () -> gradients().b2()).is(slope(b2));
    }

    @Test
    void aSaturatedNeuronIsNotBlamed() {
        INDArray ones = Nd4j.onesLike(x.mmul(w1));
        Expect.that(
                        "Backward.parameters(x, a = 1, w2, y).b1()",
                        () -> Backward.parameters(x, ones, w2, y).b1())
                .is(Nd4j.zerosLike(b1));
    }

    private Backward.Gradients gradients() {
        INDArray a = Transforms.tanh(x.mmul(w1).addRowVector(b1));
        INDArray p = probabilities(a);
        return Backward.parameters(x, a, w2, Backward.scores(p, y));
    }

    private INDArray slope(INDArray parameter) {
        return NumericalGradient.of(this::loss, parameter);
    }

    private double loss() {
        INDArray a = Transforms.tanh(x.mmul(w1).addRowVector(b1));
        INDArray surprise = Transforms.log(probabilities(a)).mul(y);
        return -surprise.sumNumber().doubleValue() / x.size(0);
    }

    private INDArray probabilities(INDArray a) {
        INDArray e = Transforms.exp(a.mmul(w2).addRowVector(b2));
        return e.div(e.sum(true, 1));
    }

    private static INDArray matrix(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }
}
