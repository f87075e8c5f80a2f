package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class EpochBatchesTest {
    /** The rows themselves are the features, the epoch the labels. */
    private static DataSet made(int[] rows, int epoch) {
        return new DataSet(
                Nd4j.createFromArray(rows).reshape(rows.length, 1),
                Nd4j.valueArrayOf(rows.length, 1, (double) epoch));
    }

    private static List<List<Integer>> rows(EpochIterator batches, int epoch) {
        batches.startEpoch(epoch);
        var all = new ArrayList<List<Integer>>();
        while (batches.hasNext()) {
            var batch = batches.next();
            all.add(Arrays.stream(batch.getFeatures().toIntVector()).boxed().toList());
            assertEquals(epoch, batch.getLabels().getInt(0));
        }
        return all;
    }

    private static int[] lengths(int count) {
        return new Random(1).ints(count, 1, 40).toArray();
    }

    @Test
    void theMakerIsGivenRowsAndEpoch() {
        var batches = EpochBatches.inOrder(5, 2, EpochBatchesTest::made);
        assertEquals(List.of(List.of(0, 1), List.of(2, 3), List.of(4)), rows(batches, 3));
        assertEquals(3, batches.batches());
        assertEquals(5, batches.examples());
        assertEquals(List.of(), batches.getLabels());
    }

    @Test
    void eachEpochHasAnOrderThatSeedAndEpochDecide() {
        for (boolean bucketed : new boolean[] {true, false}) {
            var third = rows(batches(bucketed, 7), 3);
            assertEquals(third, rows(batches(bucketed, 7), 3));
            assertNotEquals(third, rows(batches(bucketed, 7), 4));
            assertNotEquals(third, rows(batches(bucketed, 8), 3));
            int[] seen = third.stream().flatMap(List::stream).mapToInt(i -> i).sorted().toArray();
            assertArrayEquals(IntStream.range(0, 1003).toArray(), seen, "each row once");
            assertEquals(3, third.get(100).size(), "the rest comes last");
        }
    }

    @Test
    void bucketsHoldTextsOfLikeLength() {
        int[] lengths = lengths(1003);
        long bucketed = padded(rows(batches(true, 7), 1), lengths);
        long shuffled = padded(rows(batches(false, 7), 1), lengths);
        long least = Arrays.stream(lengths).sum();
        assertTrue(bucketed < 1.1 * least, bucketed + " for " + least);
        assertTrue(shuffled > 1.5 * least, shuffled + " for " + least);
    }

    @Test
    void shortBatchesAreNotAlwaysFirst() {
        int[] lengths = lengths(1003);
        var rows = rows(batches(true, 7), 1);
        double first = padded(rows.subList(0, 16), lengths);
        double second = padded(rows.subList(16, 32), lengths);
        // Sorted only, the shorter half of the first 32 batches would be a third of the other.
        assertTrue(first > 0.6 * second, first + " and " + second);
    }

    @Test
    void bucketsOfFewExamplesWork() {
        for (int count : new int[] {0, 1, 2, 10, 11}) {
            var batches = EpochBatches.bucketed(lengths(count), 10, 1, EpochBatchesTest::made);
            var seen = rows(batches, 2).stream().flatMap(List::stream).sorted().toList();
            assertEquals(IntStream.range(0, count).boxed().toList(), seen);
        }
    }

    @Test
    void aBatchSizeOfZeroIsRefused() {
        assertEquals(
                "batchSize must be at least 1, got 0. 32 is a usual choice.",
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        EpochBatches.bucketed(
                                                lengths(3), 0, 1, EpochBatchesTest::made))
                        .getMessage());
    }

    private static EpochBatches batches(boolean bucketed, long seed) {
        return bucketed
                ? EpochBatches.bucketed(lengths(1003), 10, seed, EpochBatchesTest::made)
                : EpochBatches.shuffled(1003, 10, seed, EpochBatchesTest::made);
    }

    /** Positions computed when each batch is as wide as its longest text. */
    private static long padded(List<List<Integer>> batches, int[] lengths) {
        return batches.stream()
                .mapToLong(
                        rows ->
                                (long) rows.size()
                                        * rows.stream()
                                                .mapToInt(row -> lengths[row])
                                                .max()
                                                .orElse(0))
                .sum();
    }
}
