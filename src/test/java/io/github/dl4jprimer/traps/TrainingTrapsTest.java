package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What surprises in DL4J 1.0.0-M2.1's training; a failure here means it was mended. */
class TrainingTrapsTest {
    @Test
    void listDataSetIteratorMergesWholeBatches() {
        var batch = new DataSet(Nd4j.zeros(4, 2), Nd4j.zeros(4, 1));
        var iterator = new ListDataSetIterator<>(List.of(batch, batch, batch, batch), 4);
        // A batch of sixteen where four were asked for.
        assertEquals(16, iterator.next().numExamples());
    }

    @Test
    void theBestModelsScoreIsZeroWithTheSaverInMemory() {
        var data = new DataSet(Nd4j.ones(4, 1), Nd4j.ones(4, 1));
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(1)
                                .updater(new Sgd(0.01))
                                .list()
                                .layer(
                                        new OutputLayer.Builder(LossFunction.MSE)
                                                .nIn(1)
                                                .nOut(1)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .build());
        var configuration =
                new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
                        .epochTerminationConditions(new MaxEpochsTerminationCondition(2))
                        .scoreCalculator(
                                new DataSetLossCalculator(
                                        new ListDataSetIterator<>(List.of(data), 1), true))
                        .modelSaver(new InMemoryModelSaver<>())
                        .build();
        var result =
                new EarlyStoppingTrainer(
                                configuration, network, new ListDataSetIterator<>(List.of(data), 1))
                        .fit();
        assertTrue(result.getBestModel().score(data) > 1e-4);
        assertEquals(0.0, result.getBestModelScore());
    }

    @Test
    void sequenceLossesAreSumsOverTime() {
        // An output of equal probabilities costs ln 2 a token; DL4J says so often as there are.
        for (int length : new int[] {1, 5}) {
            var network =
                    new MultiLayerNetwork(
                            new NeuralNetConfiguration.Builder()
                                    .seed(1)
                                    .list()
                                    .layer(new LSTM.Builder().nIn(2).nOut(2).build())
                                    .layer(
                                            new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                                    .nIn(2)
                                                    .nOut(2)
                                                    .activation(Activation.SOFTMAX)
                                                    .build())
                                    .build());
            network.init();
            network.getParam("1_W").assign(0);
            var labels = Nd4j.zeros(3, 2, length);
            labels.slice(0, 1).assign(1);
            double score = network.score(new DataSet(Nd4j.zeros(3, 2, length), labels));
            assertEquals(length * Math.log(2), score, 1e-5);
        }
    }
}
