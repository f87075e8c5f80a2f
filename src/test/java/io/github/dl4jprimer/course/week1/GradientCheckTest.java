package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.scratch.NumericalGradient.Worst;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private static final double RIGHT = 1e-9;
    private static final double WRONG = 0.5;

    private static List<Worst> blocks(double w1, double b1, double w2, double b2) {
        return List.of(worst("W1", w1), worst("b1", b1), worst("W2", w2), worst("b2", b2));
    }

    private static Worst worst(String block, double error) {
        return new Worst(block, "[0]", 1, 1, error);
    }

    private static Map<PlantedMistake, List<Worst>> asTaught() {
        var checks = new EnumMap<PlantedMistake, List<Worst>>(PlantedMistake.class);
        checks.put(PlantedMistake.NONE, blocks(RIGHT, RIGHT, RIGHT, RIGHT));
        checks.put(PlantedMistake.DERIVATIVE, blocks(WRONG, WRONG, RIGHT, RIGHT));
        checks.put(PlantedMistake.BATCH_SIZE, blocks(WRONG, WRONG, WRONG, WRONG));
        checks.put(PlantedMistake.UPDATED_WEIGHTS, blocks(WRONG, WRONG, RIGHT, RIGHT));
        return checks;
    }

    private static List<Boolean> claimsWith(PlantedMistake mistake, List<Worst> blocks) {
        var checks = asTaught();
        checks.put(mistake, blocks);
        return claims(lab -> GradientCheck.claim(lab, checks));
    }

    @Test
    void everyClaimHoldsWhereExactlyTheSpoiledBlocksStandOut() {
        assertEquals(
                List.of(true, true, true, true),
                claims(lab -> GradientCheck.claim(lab, asTaught())));
    }

    @Test
    void aWrongBlockInCorrectBackpropagationIsNoticed() {
        assertEquals(
                List.of(false, true, true, true),
                claimsWith(PlantedMistake.NONE, blocks(RIGHT, RIGHT, RIGHT, 1e-5)));
        assertEquals(
                List.of(false, true, true, true),
                claimsWith(PlantedMistake.NONE, blocks(RIGHT, Double.NaN, RIGHT, RIGHT)));
    }

    @Test
    void aMistakeThatDoesNotStandOutOrStandsOutElsewhereIsNotFound() {
        var unnoticed = blocks(RIGHT, RIGHT, RIGHT, RIGHT);
        assertEquals(
                List.of(true, false, true, true), claimsWith(PlantedMistake.DERIVATIVE, unnoticed));
        var oneMissing = blocks(WRONG, WRONG, WRONG, RIGHT);
        assertEquals(
                List.of(true, true, false, true),
                claimsWith(PlantedMistake.BATCH_SIZE, oneMissing));
        var oneTooMany = blocks(WRONG, WRONG, WRONG, RIGHT);
        assertEquals(
                List.of(true, true, true, false),
                claimsWith(PlantedMistake.UPDATED_WEIGHTS, oneTooMany));
        // Neither right nor clearly wrong: below 1e-3, above 1e-6.
        var doubtful = blocks(WRONG, WRONG, 1e-4, RIGHT);
        assertEquals(
                List.of(true, true, true, false),
                claimsWith(PlantedMistake.UPDATED_WEIGHTS, doubtful));
    }

    @Test
    void sharedDigitsAreTheLogarithmOfTheErrorFromNoneToSixteen() {
        assertEquals(3, GradientCheck.digits(worst("W1", 1e-3)), 1e-12);
        assertEquals(0, GradientCheck.digits(worst("W1", 1)));
        assertEquals(0, GradientCheck.digits(worst("W1", 20)));
        assertEquals(16, GradientCheck.digits(worst("W1", 0)), 1e-12);
    }

    @Test
    void anySeedChoosesExamplesAnotherOneOthers() {
        var some = GradientCheck.examples(12, 1);
        assertEquals(12, some.size());
        assertEquals(some.features(), GradientCheck.examples(12, 1).features());
        assertNotEquals(some.features(), GradientCheck.examples(12, 2).features());
        assertEquals(12, GradientCheck.examples(12, -3).size());
        assertEquals(12, GradientCheck.examples(12, Long.MIN_VALUE).size());
    }
}
