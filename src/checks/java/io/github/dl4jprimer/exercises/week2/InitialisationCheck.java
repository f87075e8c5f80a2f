package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Checks w2-initialisation. */
class InitialisationCheck {
    private static final int DEPTH = 20;

    @Test
    void xavierLooksAtBothSidesOfALayer() {
        Expect.that("Initialisation.xavier(300, 100)", () -> Initialisation.xavier(300, 100))
                .looksLike("variance-not-deviation", 2.0 / 400)
                .looksLike("whole-number-division", 0.0)
                .looksLike("fan-out-forgotten", Math.sqrt(1.0 / 300))
                .looksLike("fan-out-forgotten", Math.sqrt(2.0 / 300))
                .is(0.0707107);
    }

    @Test
    void heMakesUpForWhatReluCutsOff() {
        Expect.that("Initialisation.he(200)", () -> Initialisation.he(200))
                .looksLike("variance-not-deviation", 2.0 / 200)
                .looksLike("whole-number-division", 0.0)
                .looksLike("two-forgotten", Math.sqrt(1.0 / 200))
                .is(0.1);
        Expect.that("Initialisation.he(2)", () -> Initialisation.he(2)).is(1.0);
    }

    @Test
    void weightsHaveARowForEachInput() {
        Expect.that(
                        "Initialisation.weights(3, 2, 0.1, random).shape()",
                        () -> Arrays.toString(weights(3, 2, 0.1).shape()))
                .looksLike("rows-and-columns-swapped", "[2, 3]")
                .is("[3, 2]");
    }

    @Test
    void weightsLieAroundZero() {
        Expect.that(
                        "Initialisation.weights(200, 100, 0.1, random).mean()",
                        () -> weights(200, 100, 0.1).meanNumber().doubleValue())
                .looksLikeIf("not-centred", got -> got > 0.02)
                .is(0.0, 0.005);
    }

    @Test
    void weightsHaveTheDeviationAskedFor() {
        Expect.that(
                        "Initialisation.weights(200, 100, 0.1, random).std()",
                        () -> weights(200, 100, 0.1).stdNumber().doubleValue())
                .looksLike("not-normal", 0.1 / Math.sqrt(3))
                .looksLike("variance-not-deviation", 0.01)
                .is(0.1, 0.005);
    }

    @Test
    void anotherLayerGetsOtherWeights() {
        var random = new Random(7);
        Expect.that(
                        "weights(5, 5, 1, random).equals(weights(5, 5, 1, random))",
                        () ->
                                Initialisation.weights(5, 5, 1, random)
                                        .equals(Initialisation.weights(5, 5, 1, random)))
                .looksLike("random-of-its-own", true)
                .is(false);
        Expect.that(
                        "weights(5, 5, 1, new Random(7)).equals(weights(5, 5, 1, new Random(7)))",
                        () -> weights(5, 5, 1).equals(weights(5, 5, 1)))
                .looksLike("random-of-its-own", false)
                .is(true);
    }

    @Test
    void aSignalSurvivesTwentyLayersOfRelu() {
        Expect.that(
                        "0.05 < deviation of a signal after 20 layers of ReLU with he(100) < 20",
                        InitialisationCheck::survives)
                .is(true);
    }

    private static boolean survives() {
        var random = new Random(7);
        INDArray signal = Nd4j.createFromArray(inputs(random));
        for (int layer = 0; layer < DEPTH; layer++) {
            INDArray weights =
                    Initialisation.weights(100, 100, Initialisation.he(100), random)
                            .castTo(DataType.DOUBLE);
            signal = Transforms.max(signal.mmul(weights), 0);
        }
        double left = signal.stdNumber().doubleValue();
        return left > 0.05 && left < 20;
    }

    private static double[][] inputs(Random random) {
        return Stream.generate(() -> random.doubles(100, -1.7, 1.7).toArray())
                .limit(64)
                .toArray(double[][]::new);
    }

    private static INDArray weights(int fanIn, int fanOut, double deviation) {
        return Initialisation.weights(fanIn, fanOut, deviation, new Random(7));
    }
}
