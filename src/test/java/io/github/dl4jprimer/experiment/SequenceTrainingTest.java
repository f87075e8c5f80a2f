package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Batches;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class SequenceTrainingTest {
    private static final double LOG_3 = Math.log(3);

    @TempDir Path root;

    @Test
    void aLanguageModelLearnsWhatComesNext() {
        var data = counting(null);
        var experiment =
                Experiment.languageModel(
                                "counting",
                                network(new Adam(0.05), 0),
                                Batches.shuffled(data, 3, 1),
                                Batches.inOrder(data, 6))
                        .withEpochs(40);
        var result = new ExperimentRunner(root).run(experiment);
        assertTrue(result.evaluation().score("perplexity") < 1.1);
        assertEquals(Math.exp(result.evaluation().loss()), result.evaluation().score("perplexity"));
        var last = result.epochs().get(39);
        assertEquals(last.validationLoss(), last.trainLoss(), 0.05);
    }

    @Test
    void theTrainingLossIsPerUnmaskedTokenWhateverTheLength() {
        var mask = Nd4j.ones(6, 8);
        for (int t = 1; t < 8; t++) {
            mask.putScalar(0, t, 0);
        }
        for (var labelsMask : new INDArray[] {null, mask}) {
            assertEquals(LOG_3, lossOfUntrained(counting(labelsMask), 0), 1e-6);
        }
    }

    @Test
    void truncatedBackpropagationGivesTheSameLossFromSeveralUpdates() {
        assertEquals(LOG_3, lossOfUntrained(counting(null), 3), 1e-6);
    }

    private double lossOfUntrained(DataSet data, int truncatedTo) {
        var model = new MultiLayerNetwork(network(new NoOp(), truncatedTo));
        model.init();
        model.params().assign(0);
        var experiment =
                Experiment.of(
                        "untrained",
                        Task.LANGUAGE_MODEL,
                        StartingModel.from(model),
                        Batches.inOrder(data, 6),
                        null);
        var result = new ExperimentRunner(root).run(experiment);
        assertEquals(result.steps().get(0).dataLoss(), result.epochs().get(0).trainLoss(), 1e-12);
        return result.epochs().get(0).trainLoss();
    }

    /**
     * Sequences 0 1 2 0 1 2 ..., each starting elsewhere: [6, 3, 8] and the same shifted by one.
     */
    private static DataSet counting(INDArray labelsMask) {
        var features = Nd4j.zeros(6, 3, 8);
        var labels = Nd4j.zeros(6, 3, 8);
        for (int b = 0; b < 6; b++) {
            for (int t = 0; t < 8; t++) {
                features.putScalar(b, (b + t) % 3, t, 1);
                labels.putScalar(b, (b + t + 1) % 3, t, 1);
            }
        }
        return new DataSet(features, labels, null, labelsMask);
    }

    private static MultiLayerConfiguration network(IUpdater updater, int truncatedTo) {
        var builder =
                new NeuralNetConfiguration.Builder()
                        .updater(updater)
                        .list()
                        .layer(
                                new LSTM.Builder()
                                        .nIn(3)
                                        .nOut(8)
                                        .activation(Activation.TANH)
                                        .build())
                        .layer(
                                new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                        .nIn(8)
                                        .nOut(3)
                                        .activation(Activation.SOFTMAX)
                                        .build());
        if (truncatedTo > 0) {
            builder.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(truncatedTo);
        }
        return builder.build();
    }
}
