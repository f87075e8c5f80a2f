package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week2.Contender.Ways;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateRulesTest {
    private static final int TINY = 6;

    @TempDir private Path folder;

    /** Where one step leads: parameter {@code place} is {@code off} from zero, all others at it. */
    private static double[][] off(int place, double off) {
        double[][] way = new double[1][8];
        way[0][place] = off;
        return way;
    }

    private static List<Boolean> claim(double[][] byHand, double[][] updater, double[][] own) {
        var adam = new Ways("adam", "Adam", new double[8], off(0, 0), byHand, updater, own);
        return claims(lab -> UpdateRules.claim(lab, List.of(adam)));
    }

    @Test
    void whatAgreesToRoundingAndStraysWhereTheGradientIsTinyFulfilsBothClaims() {
        assertEquals(List.of(true, true), claim(off(0, 1e-14), off(1, 1e-14), off(TINY, 0.002)));
    }

    @Test
    void aRuleOrAnUpdaterThatStraysIsNoticed() {
        assertEquals(List.of(false, true), claim(off(0, 1e-9), off(0, 0), off(TINY, 0.002)));
        assertEquals(List.of(false, true), claim(off(0, 0), off(0, 1e-9), off(TINY, 0.002)));
        assertEquals(List.of(false, true), claim(off(0, Double.NaN), off(0, 0), off(TINY, 0.002)));
    }

    @Test
    void dl4jIsOnlyBlamedForItsEpsWhereThatShows() {
        assertEquals(List.of(true, false), claim(off(0, 0), off(0, 0), off(TINY, 1e-6)));
        assertEquals(List.of(true, false), claim(off(0, 0), off(0, 0), off(2, 0.5)));
    }

    /** A later DL4J that mends its Adam or RmsProp, or gains an AdamW, shows here. */
    @Test
    void theTableSaysWhichOptimizersDl4jHasAndWhichOfThemStray() {
        var experiment = new UpdateRules();
        var rows = LabBench.run(experiment, experiment.settings(), folder).tables().get(0);
        var own = rows.table().rows().stream().map(row -> row.get(3)).toList();
        assertEquals(List.of("none", "none"), List.of(own.get(1), own.get(5)));
        var worst = rows.table().rows().stream().map(row -> row.get(4)).toList();
        assertEquals(List.of("-", "-", "-", "7", "7", "-"), worst);
    }

    @Test
    void oneStepIsEnoughToSeeTheOrderOfTheOptimizers() {
        var experiment = new UpdateRules();
        var found = LabBench.run(experiment, experiment.settings().with("steps", 1), folder);
        assertEquals(
                List.of("SGD", "Momentum", "Nesterov", "RMSprop", "Adam", "AdamW"),
                found.tables().get(0).table().rows().stream().map(row -> row.get(0)).toList());
    }
}
