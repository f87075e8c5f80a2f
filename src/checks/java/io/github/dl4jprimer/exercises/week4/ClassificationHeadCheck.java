package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w4-classification-head. */
class ClassificationHeadCheck {
    private final INDArray w1 = matrix(new double[][] {{1, 2}, {0, -1}});
    private final INDArray b1 = Nd4j.createFromArray(0, 0.5);
    private final INDArray w2 = matrix(new double[][] {{1, 0, -1}, {2, 1, 0}});
    private final INDArray b2 = Nd4j.createFromArray(0.1, 0, 0);

    @Test
    void theFirstPositionIsClassified() {
        INDArray hidden = Nd4j.createFromArray(new double[][][] {{{1, 0}, {0, 2}}});
        Expect.that("ClassificationHead.logits([[[1, 0], [0, 2]]], …)", () -> logits(hidden))
                .leaves("hidden", hidden)
                .leaves("w1", w1)
                .leaves("b1", b1)
                .leaves("w2", w2)
                .leaves("b2", b2)
                .looksLikeIf("first-text-for-first-position", got -> got.size(0) == 2)
                .looksLike("last-position", scores(matrix(new double[][] {{0, 2}})))
                .looksLike("mean-of-the-positions", scores(matrix(new double[][] {{0.5, 1}})))
                .looksLike("tanh-forgotten", matrix(new double[][] {{6.1, 2.5, -1}}))
                .looksLike(
                        "bias-forgotten",
                        matrix(new double[][] {{2.6896497, 0.9640276, -0.7615942}}))
                .looksLikeIf(
                        "softmax-applied",
                        got -> Math.abs(got.sumNumber().doubleValue() - 1) < 1e-6)
                .is(matrix(new double[][] {{2.8348227, 0.9866143, -0.7615942}}));
    }

    @Test
    void eachTextHasItsOwnFirstPosition() {
        INDArray hidden =
                Nd4j.createFromArray(new double[][][] {{{1, 0}, {0, 2}}, {{0, 1}, {3, 3}}});
        INDArray first = matrix(new double[][] {{1, 0}, {0, 2}});
        Expect.that(
                        "ClassificationHead.logits([[[1, 0], [0, 2]], [[0, 1], [3, 3]]], …)",
                        () -> logits(hidden))
                .leaves("hidden", hidden)
                .looksLike("first-text-for-first-position", scores(first))
                .is(
                        matrix(
                                new double[][] {
                                    {2.8348227, 0.9866143, -0.7615942},
                                    {-0.8242343, -0.4621172, 0}
                                }));
    }

    @Test
    void scoresAreNotProbabilities() {
        INDArray hidden = Nd4j.createFromArray(new double[][][] {{{0, 0.5}}, {{0, 0.5}}});
        Expect.that("ClassificationHead.logits([[[0, 0.5]], [[0, 0.5]]], …)", () -> logits(hidden))
                .looksLikeIf("softmax-applied", got -> got.getDouble(0, 1) > 0.1)
                .is(matrix(new double[][] {{0.1, 0, 0}, {0.1, 0, 0}}));
    }

    @Test
    void paddingDoesNotCount() {
        INDArray hidden = Nd4j.createFromArray(new double[][][] {{{1, 2}, {3, 4}, {9, 9}}});
        INDArray mask = matrix(new double[][] {{1, 1, 0}});
        Expect.that(
                        "ClassificationHead.meanPooled([[[1, 2], [3, 4], [9, 9]]], [[1, 1, 0]])",
                        () -> ClassificationHead.meanPooled(hidden, mask))
                .leaves("hidden", hidden)
                .leaves("mask", mask)
                .looksLike("padding-counted", matrix(new double[][] {{13 / 3.0, 5}}))
                .looksLike("divided-by-all-positions", matrix(new double[][] {{4 / 3.0, 2}}))
                .looksLike("sum-not-mean", matrix(new double[][] {{4, 6}}))
                .is(matrix(new double[][] {{2, 3}}));
    }

    @Test
    void eachTextHasItsOwnLength() {
        INDArray hidden =
                Nd4j.createFromArray(
                        new double[][][] {{{1, 2}, {7, 7}}, {{1, 2}, {3, 4}}, {{5, 5}, {0, 6}}});
        INDArray mask = matrix(new double[][] {{1, 0}, {1, 1}, {0, 1}});
        Expect.that(
                        "ClassificationHead.meanPooled(hidden [3, 2, 2], [[1, 0], [1, 1], [0, 1]])",
                        () -> ClassificationHead.meanPooled(hidden, mask))
                .is(matrix(new double[][] {{1, 2}, {2, 3}, {0, 6}}));
    }

    private INDArray logits(INDArray hidden) {
        return ClassificationHead.logits(hidden, w1, b1, w2, b2);
    }

    /** The scores if these were the vectors [B, D] of the texts. */
    private INDArray scores(INDArray vectors) {
        return Transforms.tanh(vectors.mmul(w1).addRowVector(b1)).mmul(w2).addRowVector(b2);
    }

    private static INDArray matrix(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
