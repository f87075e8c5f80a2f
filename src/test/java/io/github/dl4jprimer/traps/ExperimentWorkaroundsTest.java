package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.regularization.WeightPenalty;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The experiment runner in the situations that trap DL4J's early stopping and its score. */
class ExperimentWorkaroundsTest {
    @TempDir private Path root;

    /** y = x at the start; at learning rate 1/4 each step on (1, 0) halves w. */
    private static MultiLayerConfiguration network(OutputLayer.Builder layer) {
        return OneWeight.configuration()
                .updater(new Sgd(0.25))
                .list()
                .layer(layer.weightInit(WeightInit.ONES).build())
                .build();
    }

    private static Batches batches(int inputs) {
        return Batches.inOrder(
                new DataSet(
                        Nd4j.ones(DataType.DOUBLE, 1, inputs), Nd4j.zeros(DataType.DOUBLE, 1, 1)),
                1);
    }

    @Test
    void theBestEpochsLossIsTheValidationLoss() {
        var result =
                new ExperimentRunner(root)
                        .run(
                                Experiment.regression(
                                                "best",
                                                network(OneWeight.layer()),
                                                batches(1),
                                                batches(1))
                                        .withEpochs(2));
        assertEquals(2, result.epochs().size());
        assertEquals(1.0 / 16, result.epochs().get(1).validationLoss(), 1e-12);
    }

    @Test
    void aFailureInTheFirstBatchNamesTheShapes() {
        var experiment =
                Experiment.regression("bad", network(OneWeight.layer()), batches(3), batches(3));
        var runner = new ExperimentRunner(root);
        var failure = assertThrows(RuntimeException.class, () -> runner.run(experiment));
        assertTrue(failure.getMessage().contains("3 columns; shape = [1, 3]"), failure::toString);
    }

    @Test
    void theLossIsLoggedWithoutThePenalty() {
        var penalized = WeightPenalty.ofL2(0.5).on(OneWeight.layer());
        var result =
                new ExperimentRunner(root)
                        .run(
                                Experiment.regression(
                                        "penalty", network(penalized), batches(1), batches(1)));
        assertEquals(1, result.steps().get(0).dataLoss(), 1e-12);
        assertEquals(0.25, result.steps().get(0).regularization(), 1e-12);
    }
}
