package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.regularization.RandomSearch.Outcome;
import io.github.dl4jprimer.regularization.RandomSearch.Trial;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    @Test
    void aKnobThatDecidesTheLossExplainsAllOfIt() {
        // Quarters of two trials with losses 0, 1, 2, 3: no variance is left within a quarter.
        assertEquals(
                1,
                Search.explained(Trial::learningRate, outcomes(i -> Math.floorDiv(i, 2))),
                1e-12);
    }

    @Test
    void aKnobWithEqualMeansInEachQuarterExplainsNothing() {
        assertEquals(0, Search.explained(Trial::learningRate, outcomes(i -> i % 2)), 1e-12);
    }

    @Test
    void explainsThePartBetweenTheQuarters() {
        // Losses 0..7: variance sum 42, of it 40 between quarter means 0.5, 2.5, 4.5, 6.5.
        assertEquals(40.0 / 42, Search.explained(Trial::learningRate, outcomes(i -> i)), 1e-12);
    }

    @Test
    void trialsThatDivergedAreLeftOut() {
        // Of 0..6 and one infinite: quarters of 1, 2, 2 and 2 trials.
        double between = 9 + 2 * 1.5 * 1.5 + 2 * 0.5 * 0.5 + 2 * 2.5 * 2.5;
        var some = outcomes(i -> i == 7 ? Double.POSITIVE_INFINITY : i);
        assertEquals(between / 28, Search.explained(Trial::learningRate, some), 1e-12);
        assertEquals(3.0 / 6, Search.byChance(some), 1e-12);
    }

    /** Over all orders of the losses the mean share is (4 - 1) / (8 - 1). */
    @Test
    void aKnobWithoutEffectExplainsByChanceWhatTheCaptionSays() {
        var random = new Random(1);
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            double[] losses = random.doubles(8).toArray();
            sum += Search.explained(Trial::learningRate, outcomes(place -> losses[place]));
        }
        assertEquals(Search.byChance(outcomes(i -> i)), sum / 2000, 0.01);
    }

    /** Trials whose three knobs rise in different orders. */
    private static List<Outcome> shuffled(IntToDoubleFunction loss) {
        int[] others = {3, 6, 1, 4, 7, 0, 5, 2};
        return IntStream.range(0, 8)
                .mapToObj(
                        i ->
                                new Outcome(
                                        new Trial(
                                                i + 1,
                                                1e-3 * (i + 1),
                                                1e-4 * (others[i] + 1),
                                                others[7 - i] / 10.0),
                                        loss.applyAsDouble(i)))
                .toList();
    }

    @Test
    void theLearningRateMattersMostOnlyWhereItDoes() {
        assertEquals(List.of(true), weigh(shuffled(i -> i)));
        int[] others = {3, 6, 1, 4, 7, 0, 5, 2};
        assertEquals(List.of(false), weigh(shuffled(i -> others[i])));
        assertEquals(List.of(false), weigh(shuffled(i -> others[7 - i])));
        assertEquals(List.of(false), weigh(shuffled(i -> 1)));
    }

    private static List<Boolean> weigh(List<Outcome> outcomes) {
        return LabBench.claims(lab -> Search.weigh(lab, Search.knobs(lab), outcomes));
    }

    @Test
    void withinTenPointsEitherWayTheChosenOneIsConfirmed() {
        assertEquals(List.of(true), confirm(0.5, 0.41));
        assertEquals(List.of(true), confirm(0.5, 0.59));
        assertEquals(List.of(false), confirm(0.5, 0.39));
        assertEquals(List.of(false), confirm(0.5, 0.61));
        assertEquals(List.of(false), confirm(0.5, Double.NaN));
    }

    private static List<Boolean> confirm(double validation, double test) {
        return LabBench.claims(lab -> Search.claimConfirmed(lab, validation, test));
    }

    private static List<Outcome> outcomes(IntToDoubleFunction loss) {
        return IntStream.range(0, 8)
                .mapToObj(i -> new Outcome(new Trial(i + 1, i + 1, 1, 0), loss.applyAsDouble(i)))
                .toList();
    }
}
