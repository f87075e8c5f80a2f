package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausalBatchesTest {
    private static final List<int[]> TEXTS =
            List.of(new int[] {2, 7, 8, 3}, new int[] {2, 3}, new int[] {2, 9, 3});

    @Test
    void labelsAreTheNextTokensAndMasksSayWhereTheyEnd() {
        var batch = CausalBatches.inOrder(TEXTS, 3).next();
        assertArrayEquals(
                new float[][] {{2, 7, 8}, {2, 0, 0}, {2, 9, 0}},
                batch.getFeatures().toFloatMatrix());
        assertArrayEquals(new long[] {3, 3, 1}, batch.getLabels().shape());
        assertArrayEquals(
                new float[][] {{7, 8, 3}, {3, 0, 0}, {9, 3, 0}},
                batch.getLabels().reshape(3, 3).toFloatMatrix());
        var mask = new float[][] {{1, 1, 1}, {1, 0, 0}, {1, 1, 0}};
        assertArrayEquals(mask, batch.getFeaturesMaskArray().toFloatMatrix());
        assertArrayEquals(mask, batch.getLabelsMaskArray().toFloatMatrix());
    }

    @Test
    void eachTextComesOnceAnEpoch() {
        var batches = CausalBatches.shuffled(TEXTS, 1, 4);
        for (int epoch = 1; epoch <= 3; epoch++) {
            batches.startEpoch(epoch);
            var lengths = new HashSet<Long>();
            while (batches.hasNext()) {
                lengths.add(batches.next().getFeatures().size(1));
            }
            assertEquals(3, lengths.size());
        }
    }

    @Test
    void aTextWithoutANextTokenIsRefused() {
        assertEquals(
                "texts must have at least 2 tokens, got 1 (text 1). Leave out shorter ones.",
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        CausalBatches.shuffled(
                                                List.of(new int[] {2, 3}, new int[] {2}), 1, 1))
                        .getMessage());
    }
}
