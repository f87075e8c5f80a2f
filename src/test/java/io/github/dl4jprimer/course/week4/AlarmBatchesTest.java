package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AlarmBatchesTest {
    private static final TextDataset LINES =
            new TextDataset(
                    "lines",
                    List.of(new TextExample("磁盘满了磁盘满了", "disk")),
                    List.of("cpu", "disk"),
                    "none");
    private static final AlarmTokens TOKENS = AlarmTokens.of(LINES.texts(), 1, 8);

    private static EpochIterator batches(double hidden, double smoothing, long seed) {
        return AlarmBatches.training(TOKENS, LINES, hidden, smoothing, 4, seed);
    }

    private static INDArray features(EpochIterator batches, int epoch) {
        batches.startEpoch(epoch);
        return batches.next().getFeatures();
    }

    @Test
    void nothingIsHiddenAtRateZeroAndALabelIsOneHotWithoutSmoothing() {
        var batch = batches(0, 0, 1).next();
        assertEquals(
                AlarmBatches.measuring(TOKENS, LINES).next().getFeatures(), batch.getFeatures());
        assertEquals(Nd4j.createFromArray(new float[][] {{0, 1}}), batch.getLabels());
    }

    @Test
    void smoothingGivesTheOthersTheirShare() {
        var labels = batches(0, 0.2, 1).next().getLabels();
        assertEquals(0.1, labels.getDouble(0, 0), 1e-6);
        assertEquals(0.9, labels.getDouble(0, 1), 1e-6);
    }

    @Test
    void aboutTheShareAskedForIsHiddenAndNothingElseChanges() {
        int[] ids = IntStream.range(3, 2003).toArray();
        int[] seen = AlarmBatches.hidden(ids, 0.4, new SplittableRandom(1));
        long hidden = IntStream.of(seen).filter(id -> id == AlarmTokens.HIDDEN).count();
        assertEquals(800, (double) hidden, 80);
        for (int i = 0; i < ids.length; i++) {
            assertEquals(seen[i] == AlarmTokens.HIDDEN ? AlarmTokens.HIDDEN : ids[i], seen[i]);
        }
        assertArrayEquals(ids, AlarmBatches.hidden(ids, 0, new SplittableRandom(1)));
    }

    @Test
    void eachEpochHidesOthersAndTheSameSeedAndEpochTheSame() {
        assertEquals(features(batches(0.5, 0, 1), 2), features(batches(0.5, 0, 1), 2));
        var all = batches(0.5, 0, 1);
        boolean differs = false;
        for (int epoch = 2; epoch < 6; epoch++) {
            differs |= !features(all, 1).equals(features(all, epoch));
        }
        assertEquals(true, differs);
        assertNotEquals(features(batches(0.5, 0, 1), 1), features(batches(0.5, 0, 7), 1));
    }
}
