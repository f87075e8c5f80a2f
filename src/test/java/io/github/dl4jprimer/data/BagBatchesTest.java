package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class BagBatchesTest {
    private static final TextDataset DATA =
            TextDataset.of(
                    "t",
                    List.of(
                            new TextExample("盘满", "disk"),
                            new TextExample("核满", "cpu"),
                            new TextExample("盘慢", "disk"),
                            new TextExample("核热", "cpu"),
                            new TextExample("盘坏", "disk")),
                    "c");
    private static final CharacterNgrams NGRAMS = CharacterNgrams.fit(DATA.texts(), 1, 100);

    private static List<INDArray> features(BagBatches batches, int epoch) {
        batches.startEpoch(epoch);
        var features = new ArrayList<INDArray>();
        while (batches.hasNext()) {
            features.add(batches.next().getFeatures());
        }
        return features;
    }

    @Test
    void rowsAreThoseOfTheWholeTransformWithTheirClasses() {
        var batches = BagBatches.inOrder(NGRAMS, DATA, 2);
        var first = batches.next();
        assertEquals(NGRAMS.transform(DATA.texts().subList(0, 2)), first.getFeatures());
        assertArrayEquals(new float[][] {{0, 1}, {1, 0}}, first.getLabels().toFloatMatrix());
        assertEquals(List.of("cpu", "disk"), first.getLabelNamesList());
        assertEquals(2, batches.next().numExamples());
        assertEquals(1, batches.next().numExamples());
        assertEquals(3, batches.batches());
        assertEquals(NGRAMS.size(), batches.inputColumns());
        assertEquals(2, batches.totalOutcomes());
    }

    @Test
    void theOrderIsDecidedBySeedAndEpochAlone() {
        var one = BagBatches.shuffled(NGRAMS, DATA, 2, 5);
        var fourth = features(one, 4);
        assertNotEquals(features(one, 1), fourth);
        assertEquals(fourth, features(BagBatches.shuffled(NGRAMS, DATA, 2, 5), 4));
    }
}
