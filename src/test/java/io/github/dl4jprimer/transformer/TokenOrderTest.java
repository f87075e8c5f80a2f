package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** A tiny problem that only order decides: which of two marks comes first. */
class TokenOrderTest {
    private static final int LENGTH = 6;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOrderOfTwoTokensIsLearned(boolean preNorm) {
        var base = Classifiers.of(DataType.FLOAT).with(new Adam(0.01));
        var network =
                base.with(EncoderSettings.of(16, 2, 32).withPreNorm(preNorm))
                        .with(EmbeddingSettings.of(Classifiers.VOCABULARY, 16, LENGTH))
                        .stack();
        for (int step = 0; step < 150; step++) {
            network.fit(marks(32, step));
        }
        assertTrue(accuracy(network) > 0.97, "accuracy " + accuracy(network));
        // Without positions the two classes hold the same tokens.
        network.getParam("0_Wposition").assign(0);
        assertEquals(0.5, accuracy(network), 0.1);
    }

    private static double accuracy(MultiLayerNetwork network) {
        var unseen = marks(300, 1_000_000);
        INDArray found = network.output(unseen.getFeatures()).argMax(1);
        INDArray right = unseen.getLabels().argMax(1);
        return found.eq(right).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    }

    /** Class 0 if token 0 comes before token 1, class 1 if after it. */
    private static DataSet marks(int examples, long seed) {
        var random = new Random(seed);
        INDArray ids = Nd4j.zeros(DataType.FLOAT, examples, LENGTH);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, examples, Classifiers.CLASSES);
        for (int i = 0; i < examples; i++) {
            for (int t = 0; t < LENGTH; t++) {
                ids.putScalar(i, t, 2 + random.nextInt(Classifiers.VOCABULARY - 2));
            }
            int first = random.nextInt(LENGTH - 1);
            int second = first + 1 + random.nextInt(LENGTH - 1 - first);
            int label = random.nextInt(2);
            ids.putScalar(i, first, label);
            ids.putScalar(i, second, 1 - label);
            labels.putScalar(i, label, 1);
        }
        return new DataSet(ids, labels);
    }
}
