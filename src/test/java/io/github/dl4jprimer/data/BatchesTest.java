package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class BatchesTest {
    private static DataSet numbered(int size) {
        var ids = Nd4j.arange(size).reshape(size, 1).castTo(DataType.FLOAT);
        return new DataSet(ids, ids.mul(10));
    }

    private static List<Integer> visit(Batches batches) {
        var seen = new ArrayList<Integer>();
        while (batches.hasNext()) {
            var batch = batches.next();
            assertEquals(batch.getFeatures().mul(10), batch.getLabels(), "targets follow features");
            for (double id : batch.getFeatures().toDoubleVector()) {
                seen.add((int) id);
            }
        }
        return seen;
    }

    private static List<Integer> epoch(Batches batches, int epoch) {
        batches.startEpoch(epoch);
        return visit(batches);
    }

    @Test
    void anEpochVisitsEachExampleOnceAndKeepsTheShortLastBatch() {
        var batches = Batches.shuffled(numbered(10), 4, 1);
        assertEquals(3, batches.batches());
        assertEquals(10, batches.examples());
        assertEquals(4, batches.next().numExamples());
        assertEquals(4, batches.next().numExamples());
        assertEquals(2, batches.next().numExamples());
        assertFalse(batches.hasNext());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                epoch(batches, 1).stream().sorted().toList());
    }

    @Test
    void theOrderIsDecidedBySeedAndEpochAlone() {
        var one = Batches.shuffled(numbered(50), 8, 7);
        var third = epoch(one, 3);
        var first = epoch(one, 1);
        var other = Batches.shuffled(numbered(50), 5, 7);
        assertEquals(first, visit(other), "a new iterator stands at epoch 1");
        assertEquals(third, epoch(other, 3), "whatever was visited before");
        assertNotEquals(first, third);
        assertNotEquals(first, epoch(Batches.shuffled(numbered(50), 8, 8), 1));
    }

    @Test
    void resetGoesBackToTheStartOfTheSameEpoch() {
        var batches = Batches.shuffled(numbered(20), 6, 2);
        var second = epoch(batches, 2);
        batches.reset();
        assertEquals(second, visit(batches));
    }

    @Test
    void anOrderlyIteratorKeepsTheRowsInOrderInEveryEpoch() {
        var batches = Batches.inOrder(numbered(5), 2);
        assertEquals(List.of(0, 1, 2, 3, 4), epoch(batches, 1));
        assertEquals(List.of(0, 1, 2, 3, 4), epoch(batches, 9));
    }

    @Test
    void sequencesAndTheirMasksAreBatchedTogether() {
        INDArray features = Nd4j.arange(3 * 2 * 4).reshape('c', 3, 2, 4); // [N, C, T]
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1}, {1, 0}, {0, 0}});
        var batch =
                Batches.inOrder(new DataSet(features, features.dup(), mask, mask.dup()), 2).next();
        assertArrayEquals(new long[] {2, 2, 4}, batch.getFeatures().shape());
        assertEquals(features.getDouble(1, 1, 3), batch.getFeatures().getDouble(1, 1, 3));
        assertEquals(
                Nd4j.createFromArray(new float[][] {{1, 1}, {1, 0}}), batch.getLabelsMaskArray());
        assertEquals(batch.getLabelsMaskArray(), batch.getFeaturesMaskArray());
    }

    @Test
    void batchesAreCopiesOfTheData() {
        var data = numbered(3);
        Batches.inOrder(data, 3).next().getFeatures().addi(100);
        assertEquals(0, data.getFeatures().getDouble(0));
    }

    @Test
    void readingPastTheEndAndImpossibleSettingsAreRejected() {
        var batches = Batches.inOrder(numbered(1), 1);
        batches.next();
        assertThrows(NoSuchElementException.class, batches::next);
        var epoch = assertThrows(IllegalArgumentException.class, () -> batches.startEpoch(0));
        assertEquals(
                "epoch must be at least 1, got 0. Epochs are counted from 1.", epoch.getMessage());
        var size =
                assertThrows(IllegalArgumentException.class, () -> Batches.inOrder(numbered(1), 0));
        assertEquals(
                "batchSize must be at least 1, got 0. 32 is a usual choice.", size.getMessage());
    }
}
