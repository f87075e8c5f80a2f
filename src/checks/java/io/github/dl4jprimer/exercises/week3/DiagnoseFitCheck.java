package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks w3-diagnose-fit. */
class DiagnoseFitCheck {
    @Test
    void theThreeKindsAreToldApart() {
        verdict(1, curve(0.9, 0.8, 0.7), curve(0.9, 0.85, 0.8)).is("under-fit");
        verdict(1, curve(0.6, 0.3, 0.1), curve(0.6, 0.4, 0.6)).is("over-fit");
        verdict(1, curve(0.6, 0.3, 0.2), curve(0.6, 0.4, 0.3)).is("good");
    }

    @Test
    void aRiseOfTheValidationLossIsEnough() {
        verdict(1, curve(0.6, 0.4, 0.4), curve(0.5, 0.42, 0.6))
                .looksLike("rise-not-looked-at", "good")
                .is("over-fit");
    }

    @Test
    void aGapIsEnough() {
        verdict(1, curve(0.6, 0.2, 0.05), curve(0.6, 0.45, 0.4))
                .looksLike("gap-not-looked-at", "good")
                .is("over-fit");
    }

    @Test
    void underFitIsDecidedByTheTrainingLoss() {
        verdict(1, curve(0.6, 0.2, 0.05), curve(0.9, 0.8, 0.8))
                .looksLike("validation-taken-for-training", "under-fit")
                .is("over-fit");
    }

    @Test
    void whoHasNotLearnedCannotHaveLearnedByHeart() {
        verdict(1, curve(0.9, 0.8, 0.7), curve(0.9, 1, 1.2))
                .looksLike("over-fit-asked-first", "over-fit")
                .is("under-fit");
    }

    @Test
    void whatIsMuchDependsOnChance() {
        verdict(Math.log(10), curve(2, 1.2, 0.8), curve(2.1, 1.4, 1))
                .looksLike("chance-not-used", "under-fit")
                .is("good");
        verdict(0.1, curve(0.08, 0.03, 0.01), curve(0.08, 0.04, 0.06))
                .looksLike("chance-not-used", "good")
                .is("over-fit");
    }

    @Test
    void oneEpochIsACurveToo() {
        verdict(1, curve(0.1), curve(0.2)).is("good");
        best(0.2).looksLike("counted-from-zero", 0).is(1);
    }

    @Test
    void theBestEpochIsThatOfTheLowestValidationLoss() {
        best(0.6, 0.4, 0.9, 0.8)
                .looksLike("counted-from-zero", 1)
                .looksLike("last-not-best", 4)
                .looksLike("highest-not-lowest", 3)
                .is(2);
        best(0.9, 0.4, 0.6, 0.7).looksLike("highest-not-lowest", 1).is(2);
        best(0.5, 0.4, 0.4).looksLike("last-of-equals", 3).is(2);
    }

    private static double[] curve(double... losses) {
        return losses;
    }

    private static Expect<String> verdict(double chance, double[] training, double[] validation) {
        return Expect.that(
                "DiagnoseFit.verdict(%s, %s, %.4g)"
                        .formatted(Arrays.toString(training), Arrays.toString(validation), chance),
                () -> DiagnoseFit.verdict(training, validation, chance));
    }

    private static Expect<Integer> best(double... validation) {
        return Expect.that(
                "DiagnoseFit.bestEpoch(%s)".formatted(Arrays.toString(validation)),
                () -> DiagnoseFit.bestEpoch(validation));
    }
}
