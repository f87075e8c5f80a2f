package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.gradientcheck.GradientChecker;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class NextTokenCrossEntropyTest {
    private static final int V = 5;

    @Test
    void anUntrainedOutputCostsLnVocabularyWhateverTheLength() {
        for (int length : new int[] {4, 8}) {
            var network = network(NextTokenCrossEntropy.ofLength(length), true);
            network.getParam("1_W").assign(0);
            double loss = network.score(batch(3, length, false));
            assertEquals(Math.log(V), loss, 1e-12);
            assertEquals(V, NextTokenCrossEntropy.perplexity(loss), 1e-11);
        }
    }

    @Test
    void maskedTokensAreNotCounted() {
        var loss = NextTokenCrossEntropy.ofLength(4);
        var network = network(loss, true);
        var batch = batch(3, 4, true);
        double score = network.score(batch);
        var other = batch.copy();
        // Rubbish under the mask changes nothing.
        other.getLabels().putScalar(2, 0, 3, 1 - other.getLabels().getDouble(2, 0, 3));
        assertEquals(score, network.score(other), 1e-15);
        network.getParam("1_W").assign(0);
        assertEquals(Math.log(V), network.score(batch), 1e-12);
    }

    @Test
    void theGradientIsTheSlopeOfTheScore() {
        for (boolean masked : new boolean[] {false, true}) {
            var fixed = network(NextTokenCrossEntropy.ofLength(4), true);
            var any = network(NextTokenCrossEntropy.ofAnyLength(), false);
            var batch = batch(3, 4, masked);
            assertEquals(fixed.score(batch), any.score(batch), 1e-12);
            for (var network : new MultiLayerNetwork[] {fixed, any}) {
                var report = GradientChecker.ofAllEntries().check(network, batch);
                assertTrue(report.passed(), report::table);
            }
        }
    }

    @Test
    void bothFormsTakeTheSameStepWhichDl4jsOwnLossMakesAsManyTimesLongerAsThereAreTokens() {
        var batch = batch(3, 4, false);
        var fixed = network(NextTokenCrossEntropy.ofLength(4), true);
        var any = network(NextTokenCrossEntropy.ofAnyLength(), false);
        var summed = network(new LossMCXENT(), true);
        var start = fixed.params().dup();
        fixed.fit(batch);
        any.fit(batch);
        summed.fit(batch);
        var step = fixed.params().sub(start);
        assertTrue(step.equalsWithEps(any.params().sub(start), 1e-13));
        assertTrue(step.mul(4).equalsWithEps(summed.params().sub(start), 1e-9));
    }

    @Test
    void tokenNumbersMayStandForOneHotLabels() {
        var network = network(NextTokenCrossEntropy.ofLength(4), true);
        var batch = batch(3, 4, true);
        // [B, V, T] -> [B, 1, T]
        var numbers = batch.getLabels().argMax(1).reshape(3, 1, 4).castTo(DataType.DOUBLE);
        var sparse = new DataSet(batch.getFeatures(), numbers, null, batch.getLabelsMaskArray());
        assertEquals(network.score(batch), network.score(sparse), 1e-15);
    }

    @Test
    void itSurvivesJson() {
        var network = network(NextTokenCrossEntropy.ofLength(7), true);
        var json = network.getLayerWiseConfigurations().toJson();
        var layer = (RnnOutputLayer) MultiLayerConfiguration.fromJson(json).getConf(1).getLayer();
        assertEquals(NextTokenCrossEntropy.ofLength(7), layer.getLossFn());
    }

    @Test
    void anotherLengthThanPromisedIsRefused() {
        var network = network(NextTokenCrossEntropy.ofLength(5), true);
        var error =
                assertThrows(
                        IllegalArgumentException.class, () -> network.score(batch(3, 4, false)));
        assertEquals(
                "output must be [B * 5, V], got [12, 5]. Give NextTokenCrossEntropy the length of"
                        + " the sequences.",
                error.getMessage());
        var negative =
                assertThrows(
                        IllegalArgumentException.class, () -> NextTokenCrossEntropy.ofLength(-1));
        assertEquals(
                "timeSteps must be at least 0, got -1. It is the length of the sequences.",
                negative.getMessage());
    }

    private static DataSet batch(int sequences, int length, boolean masked) {
        INDArray x = Nd4j.zeros(DataType.DOUBLE, sequences, V, length);
        INDArray y = Nd4j.zeros(DataType.DOUBLE, sequences, V, length);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, sequences, length);
        for (int b = 0; b < sequences; b++) {
            for (int t = 0; t < length; t++) {
                x.putScalar(b, (b + t * t) % V, t, 1);
                y.putScalar(b, (b + (t + 1) * (t + 1)) % V, t, 1);
            }
            if (masked) {
                mask.putScalar(b, length - 1, b == 0 ? 1 : 0);
            }
        }
        return masked ? new DataSet(x, y, null, mask) : new DataSet(x, y);
    }

    private static MultiLayerNetwork network(ILossFunction loss, boolean divided) {
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(5)
                                .dataType(DataType.DOUBLE)
                                .updater(new Sgd(0.1))
                                .miniBatch(divided)
                                .weightInit(WeightInit.XAVIER)
                                .list()
                                .layer(
                                        new LSTM.Builder()
                                                .nIn(V)
                                                .nOut(4)
                                                .activation(Activation.TANH)
                                                .build())
                                .layer(
                                        new RnnOutputLayer.Builder(loss)
                                                .nIn(4)
                                                .nOut(V)
                                                .activation(Activation.SOFTMAX)
                                                .build())
                                .build());
        network.init();
        return network;
    }
}
