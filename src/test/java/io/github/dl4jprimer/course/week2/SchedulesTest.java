package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.week2.Schedules.Pair;
import io.github.dl4jprimer.experiment.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {
    @TempDir private Path folder;

    private static List<Boolean> claim(List<RunResult> constant, List<RunResult> scheduled) {
        var pair =
                new Pair(
                        0.05, new SeedRuns("constant", constant), new SeedRuns("decay", scheduled));
        return claims(lab -> Schedules.claim(lab, pair));
    }

    @Test
    void theScheduleMustEndLowerAndSteadier() {
        var wild = MadeUpRun.each(0.1, 0.3);
        assertEquals(List.of(true), claim(wild, MadeUpRun.each(0.1, 0.12)));
        assertEquals(List.of(false), claim(wild, MadeUpRun.each(0.3, 0.31)));
        assertEquals(List.of(false), claim(wild, MadeUpRun.each(0.01, 0.35)));
    }

    @Test
    void aScheduleUnderWhichARunDivergedIsNotSteadier() {
        var constant = MadeUpRun.each(0.1, 0.3, 0.2);
        var lucky = new ArrayList<>(MadeUpRun.each(0.1, 0.1));
        assertEquals(List.of(true), claim(constant, lucky));
        lucky.add(MadeUpRun.diverged(0.1));
        assertEquals(List.of(false), claim(constant, lucky));
    }

    /** The first peak given is the one in the first two rows, the last one is drawn and judged. */
    @Test
    void eachPeakHasARowForEachSchedule() {
        var experiment = new Schedules();
        var settings =
                experiment.quick().changed("learningRates", "0.02,0.001").changed("seeds", "1");
        var found = LabBench.run(experiment, settings.changed("epochs", "1"), folder);
        var rows = found.tables().get(0).table().rows();
        assertEquals(
                List.of("0.02", "0.02", "0.001", "0.001"),
                rows.stream().map(row -> row.get(0)).toList());
        assertEquals("constant", rows.get(2).get(1));
        assertEquals("warm-up and linear decay", rows.get(3).get(1));
        assertEquals(
                "At a peak of 0.001",
                found.claims().get(0).text().substring(0, "At a peak of 0.001".length()));
    }
}
