package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SixOptimizersTest {
    private static final double[] RATES = {0.01, 0.1, 1};

    @TempDir private Path folder;

    /** Three times Adam's rate is no other order of magnitude. */
    @Test
    void ratesNearEachOtherContradictTheClaim() {
        var losses =
                Map.of(
                        Optimizers.SGD, new double[] {1, 0.3},
                        Optimizers.ADAM, new double[] {0.3, 1});
        var sweep = new LearningRateSweep(new double[] {0.1, 0.3}, losses);
        assertEquals(List.of(false), claims(lab -> SixOptimizers.claimRates(lab, sweep)));
    }

    private static List<Boolean> claimRates(double[] sgd, double[] adam) {
        var losses = Map.of(Optimizers.SGD, sgd, Optimizers.ADAM, adam);
        return claims(lab -> SixOptimizers.claimRates(lab, new LearningRateSweep(RATES, losses)));
    }

    @Test
    void ratesApartAndALossThatDoublesFulfilTheClaim() {
        assertEquals(
                List.of(true),
                claimRates(new double[] {2, 1, 0.3}, new double[] {0.3, 1, Double.NaN}));
    }

    @Test
    void oneBestRateForBothContradictsTheClaim() {
        double[] same = {2, 0.3, 2};
        assertEquals(List.of(false), claimRates(same, same));
    }

    @Test
    void ratesApartThatCostNothingContradictTheClaim() {
        // SGD is best at 1, and hardly worse at Adam's 0.01.
        assertEquals(
                List.of(false),
                claimRates(new double[] {0.39, 0.39, 0.3}, new double[] {0.3, 1, 2}));
    }

    private static List<Summary> accuracies(double lowest) {
        return List.of(Summary.of(96), Summary.of(95), Summary.of(lowest));
    }

    @Test
    void accuraciesWithinThreePointsAreClose() {
        assertEquals(
                List.of(true),
                claims(lab -> SixOptimizers.claimCloseness(lab, accuracies(93.1), 0)));
        assertEquals(
                List.of(false),
                claims(lab -> SixOptimizers.claimCloseness(lab, accuracies(93), 0)));
    }

    @Test
    void underOneForcedRateNobodyIsSaidToHaveItsOwn() {
        var own = found(lab -> SixOptimizers.claimCloseness(lab, accuracies(94), 0));
        assertEquals(
                "Each at its own best rate, the six differ by 2.0 points of mean test accuracy",
                own.claims().get(0).text());
        var forced = found(lab -> SixOptimizers.claimCloseness(lab, accuracies(10), 0.01));
        assertEquals(
                "All at the rate 0.01, the six differ by 86.0 points of mean test accuracy",
                forced.claims().get(0).text());
        assertEquals(
                List.of(false),
                claims(lab -> SixOptimizers.claimCloseness(lab, accuracies(10), 0.01)));
    }

    @Test
    void aForcedRateSkipsTheSweepAndStandsInEveryRow() {
        var experiment = new SixOptimizers();
        var settings = experiment.quick().with("learningRate", 0.02).with("seeds", 1);
        var found = LabBench.run(experiment, settings, folder);
        assertEquals(1, found.claims().size());
        assertEquals(1, found.charts().size());
        var table = found.tables().get(0).table();
        assertEquals(6, table.rows().size());
        table.rows().forEach(row -> assertEquals("0.02", row.get(1)));
        assertTrue(found.figures().keySet().containsAll(List.of("sgd.learningRate")));
    }
}
