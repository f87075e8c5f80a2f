package io.github.dl4jprimer.course.week3;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.week3.EarlyStoppingPoint.Pair;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyStoppingPointTest {
    @TempDir private Path folder;

    private final EarlyStoppingPoint experiment = new EarlyStoppingPoint();

    /** Best in epoch 2 of 4 at 0.3, stopped at 0.5; trained through it ends at {@code end}. */
    private static Pair pair(double end, double measuredAgain) {
        var stopped = new Trained(null, MadeUpRun.restored(0.9, 0.3, 0.4, 0.5));
        return new Pair(1, MadeUpTraining.of(0.9, 0.3, 0.4, 0.5, 0.6, end), stopped, measuredAgain);
    }

    private List<Boolean> claim(int epochs, Pair... pairs) {
        return claims(
                experiment.settings().with("epochs", epochs),
                lab -> EarlyStoppingPoint.conclude(lab, List.of(pairs)));
    }

    @Test
    void theMarksAndLossesOfAPairAreThoseOfItsTwoTrainings() {
        var pair = pair(0.7, 0.3);
        assertEquals(2, pair.best());
        assertEquals(4, pair.stop());
        assertEquals(0.5, pair.whenStopped());
        assertEquals(0.3, pair.restored());
        assertEquals(0.7, pair.atTheEnd());
    }

    @Test
    void theRestoredModelMustMeasureExactlyAsTheBestEpochOnRecord() {
        assertEquals(List.of(true, true), claim(6, pair(0.7, 0.3)));
        assertEquals(List.of(false, true), claim(6, pair(0.7, 0.3), pair(0.7, 0.3001)));
        var last = new Trained(null, MadeUpRun.of(0.9, 0.3, 0.4, 0.5)); // not put back
        var forgotten = new Pair(1, MadeUpTraining.of(0.9), last, 0.5);
        assertEquals(false, claim(6, forgotten).get(0));
    }

    @Test
    void stoppingMustComeBeforeTheLastEpochAndPayOff() {
        assertEquals(List.of(true, false), claim(4, pair(0.7, 0.3)));
        assertEquals(List.of(true, false), claim(6, pair(0.31, 0.3)));
    }

    @Test
    void withMorePatienceThanEpochsNothingIsStopped() {
        var settings = experiment.quick().with("patience", 100).with("epochs", 3).with("seeds", 1);
        var row = LabBench.row(LabBench.run(experiment, settings, folder), 0, 0);
        assertEquals("3", row.get(2));
        assertEquals(row.get(3), row.get(6));
    }
}
