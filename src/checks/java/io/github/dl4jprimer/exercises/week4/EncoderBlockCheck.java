package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-encoder-block, with parts that are simple enough to be worked out by hand. */
class EncoderBlockCheck {
    private final INDArray x = array(new double[][] {{1}});

    private final INDArray w1 = array(new double[][] {{1, -1}, {1, 0}});
    private final INDArray b1 = Nd4j.createFromArray(1.0, 0.0);
    private final INDArray w2 = array(new double[][] {{1, 1}, {5, 5}});
    private final INDArray b2 = Nd4j.createFromArray(-10.0, 10.0);

    @Test
    void feedForwardIsTwoLayersWithAnActivationBetween() {
        INDArray one = array(new double[][] {{1, 2}});
        Expect.that(
                        "EncoderBlock.feedForward([[1, 2]], [[1, -1], [1, 0]], [1, 0], [[1, 1], [5,"
                                + " 5]], [-10, 10])",
                        () -> EncoderBlock.feedForward(one, w1, b1, w2, b2))
                .leaves("x", one)
                .looksLike("activation-forgotten", array(new double[][] {{-11, 9}}))
                .looksLike("activation-at-the-end", array(new double[][] {{0, 14}}))
                .looksLike("bias-forgotten", array(new double[][] {{-7, 13}}))
                .looksLike("bias-forgotten", array(new double[][] {{4, 4}}))
                .is(array(new double[][] {{-6, 14}}));
    }

    @Test
    void feedForwardTreatsEachCharacterAlone() {
        INDArray three = array(new double[][] {{1, 2}, {0, 0}, {-2, 0}});
        Expect.that(
                        "EncoderBlock.feedForward([[1, 2], [0, 0], [-2, 0]], …)",
                        () -> EncoderBlock.feedForward(three, w1, b1, w2, b2))
                .is(array(new double[][] {{-6, 14}, {-9, 11}, {0, 20}}));
    }

    @Test
    void postNormNormalisesTheSums() {
        Expect.that(
                        "EncoderBlock.postNorm([[1]], x → 3x, x → x², x → x + 2, x → x / 2)",
                        () ->
                                EncoderBlock.postNorm(
                                        x,
                                        EncoderBlockCheck::tripled,
                                        EncoderBlockCheck::squared,
                                        EncoderBlockCheck::twoMore,
                                        EncoderBlockCheck::halved))
                .leaves("x", x)
                .looksLikeIf("shortcut-forgotten", got -> isOneOf(got, 12.5, 15, 18))
                .looksLikeIf("shortcut-from-the-beginning", got -> isOneOf(got, 18.5))
                .looksLikeIf("feed-forward-of-x", got -> isOneOf(got, 3.5))
                .looksLikeIf("norm-forgotten", got -> isOneOf(got, 10, 42, 20))
                .looksLikeIf("norm-before-the-sum", got -> isOneOf(got, 24))
                .looksLikeIf("post-and-pre-swapped", got -> isOneOf(got, 35))
                .is(array(new double[][] {{21}}));
    }

    @Test
    void preNormLeavesTheShortcutAlone() {
        Expect.that(
                        "EncoderBlock.preNorm([[1]], x → 3x, x → x², x → x + 2, x → x / 2)",
                        () ->
                                EncoderBlock.preNorm(
                                        x,
                                        EncoderBlockCheck::tripled,
                                        EncoderBlockCheck::squared,
                                        EncoderBlockCheck::twoMore,
                                        EncoderBlockCheck::halved))
                .leaves("x", x)
                .looksLikeIf("shortcut-forgotten", got -> isOneOf(got, 20.25, 25, 29.25))
                .looksLikeIf("shortcut-from-the-beginning", got -> isOneOf(got, 26))
                .looksLikeIf("shortcut-normalised", got -> isOneOf(got, 42, 48, 30))
                .looksLikeIf("post-and-pre-swapped", got -> isOneOf(got, 21))
                .is(array(new double[][] {{35}}));
    }

    @Test
    void partsThatSayNothingLeaveOnlyShortcutAndNorms() {
        UnaryOperator<INDArray> nothing = Nd4j::zerosLike;
        Expect.that(
                        "EncoderBlock.preNorm([[1]], x → 0, x → 0, x → x + 2, x → x / 2)",
                        () ->
                                EncoderBlock.preNorm(
                                        x,
                                        nothing,
                                        nothing,
                                        EncoderBlockCheck::twoMore,
                                        EncoderBlockCheck::halved))
                .is(array(new double[][] {{1}}));
        Expect.that(
                        "EncoderBlock.postNorm([[1]], x → 0, x → 0, x → x + 2, x → x / 2)",
                        () ->
                                EncoderBlock.postNorm(
                                        x,
                                        nothing,
                                        nothing,
                                        EncoderBlockCheck::twoMore,
                                        EncoderBlockCheck::halved))
                .is(array(new double[][] {{1.5}}));
    }

    private static boolean isOneOf(INDArray got, double... values) {
        for (double value : values) {
            if (Math.abs(got.getDouble(0) - value) < 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static INDArray array(double[][] rows) {
        return Nd4j.createFromArray(rows);
    }

    private static INDArray tripled(INDArray values) {
        return values.mul(3);
    }

    private static INDArray squared(INDArray values) {
        return values.mul(values);
    }

    private static INDArray twoMore(INDArray values) {
        return values.add(2);
    }

    private static INDArray halved(INDArray values) {
        return values.div(2);
    }
}
