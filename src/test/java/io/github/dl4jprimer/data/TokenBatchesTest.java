package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class TokenBatchesTest {
    private static final TextDataset DATA =
            TextDataset.of(
                    "t",
                    List.of(
                            new TextExample("ddd", "disk"),
                            new TextExample("c", "cpu"),
                            new TextExample("dd", "disk"),
                            new TextExample("cccc", "cpu"),
                            new TextExample("e", "disk")),
                    "c");

    /** A character is its code, less that of a: c is 2, d is 3. */
    private static int[] ids(String text) {
        return text.chars().map(c -> c - 'a').toArray();
    }

    private static List<INDArray> features(TokenBatches batches, int epoch) {
        batches.startEpoch(epoch);
        var features = new ArrayList<INDArray>();
        while (batches.hasNext()) {
            features.add(batches.next().getFeatures());
        }
        return features;
    }

    @Test
    void aBatchIsAsWideAsItsLongestTextAndItsMaskSaysHowFarEachGoes() {
        var batches = TokenBatches.byLength(TokenBatchesTest::ids, DATA, 3);
        var first = batches.next();
        assertArrayEquals(new float[][] {{2, 0}, {4, 0}, {3, 3}}, matrix(first.getFeatures()));
        assertArrayEquals(
                new float[][] {{1, 0}, {1, 0}, {1, 1}}, matrix(first.getFeaturesMaskArray()));
        assertArrayEquals(new float[][] {{1, 0}, {0, 1}, {0, 1}}, matrix(first.getLabels()));
        assertEquals(List.of("cpu", "disk"), first.getLabelNamesList());
        var second = batches.next();
        assertArrayEquals(new float[][] {{3, 3, 3, 0}, {2, 2, 2, 2}}, matrix(second.getFeatures()));
        assertArrayEquals(new float[][] {{0, 1}, {1, 0}}, matrix(second.getLabels()));
        assertEquals(2, batches.batches());
        assertEquals(4, batches.inputColumns());
        assertEquals(2, batches.totalOutcomes());
    }

    @Test
    void theOrderIsDecidedBySeedAndEpochAlone() {
        var one = TokenBatches.shuffled(TokenBatchesTest::ids, DATA, 2, 5);
        var fourth = features(one, 4);
        assertNotEquals(features(one, 1), fourth);
        assertEquals(fourth, features(TokenBatches.shuffled(TokenBatchesTest::ids, DATA, 2, 5), 4));
        assertNotEquals(
                fourth, features(TokenBatches.shuffled(TokenBatchesTest::ids, DATA, 2, 6), 4));
    }

    @Test
    void aShuffledBatchKeepsTextsAndLabelsTogether() {
        var batches = TokenBatches.shuffled(TokenBatchesTest::ids, DATA, 5, 3);
        var batch = batches.next();
        for (int i = 0; i < 5; i++) {
            boolean cpu = batch.getFeatures().getInt(i, 0) == 2;
            assertEquals(cpu ? 1 : 0, batch.getLabels().getInt(i, 0));
        }
    }

    @Test
    void textsWithoutATokenAreRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PaddedTokens.of(List.of(new int[] {1}, new int[0])));
        assertEquals(
                "sequences must have a token each, got one without. Put [CLS] before every text.",
                error.getMessage());
        error = assertThrows(IllegalArgumentException.class, () -> PaddedTokens.of(List.of()));
        assertEquals(
                "sequences must have a token each, got none. Put [CLS] before every text.",
                error.getMessage());
    }

    private static float[][] matrix(INDArray array) {
        return array.toFloatMatrix();
    }
}
