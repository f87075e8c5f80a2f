package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks w2-class-weights. */
class ClassWeightsCheck {
    @Test
    void theRareClassWeighsMore() {
        weights(2, 0, 0, 0, 1)
                .looksLike("whole-number-division", new double[] {0, 2})
                .looksLike("frequent-weigh-more", new double[] {1.5, 0.5})
                .looksLike("classes-forgotten", new double[] {4 / 3.0, 4})
                .is(new double[] {2 / 3.0, 2});
    }

    @Test
    void equallyFrequentClassesWeighOne() {
        weights(3, 0, 1, 2, 2, 1, 0)
                .looksLike("classes-forgotten", new double[] {3, 3, 3})
                .is(new double[] {1, 1, 1});
    }

    @Test
    void aClassWithoutASampleWeighsNothing() {
        weights(3, 0, 0, 2)
                .looksLikeIf("divided-by-no-sample", got -> Double.isInfinite(got[1]))
                .looksLikeIfThrown("divided-by-no-sample")
                .is(new double[] {0.5, 0, 1});
    }

    @Test
    void theLossIsAWeightedMean() {
        loss(new double[] {0.3, 0.3, 0.9}, new int[] {0, 0, 1}, 2 / 3.0, 2)
                .looksLike("divided-by-the-samples", 2.2 / 3)
                .looksLike("divided-by-the-classes", 2.2 / (2 / 3.0 + 2))
                .looksLike("weights-left-out", 0.5)
                .is(0.66);
    }

    @Test
    void weightsAllTwiceAsLargeChangeNothing() {
        loss(new double[] {0.3, 0.3, 0.9}, new int[] {0, 0, 1}, 4 / 3.0, 4)
                .looksLike("divided-by-the-samples", 4.4 / 3)
                .is(0.66);
    }

    @Test
    void sixSamplesOfFiveClasses() {
        // PyTorch: these losses with these weights add up to 6 * 4.427074550.
        double[] losses = {
            4.063879247, 5.512449850, 4.325466555, 5.217925566, 1.830007858, 2.310044606
        };
        loss(losses, new int[] {0, 3, 4, 1, 1, 2}, 1, 0.5, 2, 0.25, 3)
                .looksLike("divided-by-the-samples", 4.427074550)
                .is(6 * 4.427074550 / 7.25);
    }

    private static Expect<double[]> weights(int classes, int... labels) {
        return Expect.that(
                "ClassWeights.weights(%s, %d)".formatted(Arrays.toString(labels), classes),
                () -> ClassWeights.weights(labels, classes));
    }

    private static Expect<Double> loss(double[] losses, int[] labels, double... weights) {
        return Expect.that(
                "ClassWeights.loss(%s, %s, weights)"
                        .formatted(Arrays.toString(losses), Arrays.toString(labels)),
                () -> ClassWeights.loss(losses, labels, weights));
    }
}
