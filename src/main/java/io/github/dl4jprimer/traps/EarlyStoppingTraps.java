package io.github.dl4jprimer.traps;

import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * DL4J's early stopping: a best score of 0, rules that are overlooked, a failure that is hidden.
 *
 * <p>The network y = w x learns the label 0 of x = 1, from w = 1. At learning rate 1/4 each step
 * halves w, and an epoch is one step:
 *
 * <pre>
 * w = w - 1/4 * 2 w     loss = w^2 = 1, 1/4, 1/16, ...
 * </pre>
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt 2012, Early stopping: but
 *     when?</a>
 */
final class EarlyStoppingTraps {
    private static final int EPOCHS = 2;

    private EarlyStoppingTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-best-score-zero", EarlyStoppingTraps::bestScoreZero),
                new Trap("t-stop-rule-skipped", EarlyStoppingTraps::stopRuleSkipped),
                new Trap("t-hidden-failure", EarlyStoppingTraps::hiddenFailure));
    }

    /** The loss after two epochs, which is the best. */
    private static Evidence bestScoreZero() {
        var result = train(1, 1);
        return Evidence.of(result.getBestModelScore(), 1.0 / 16)
                .withWorkaround(result.getScoreVsEpoch().get(result.getBestModelEpoch()));
    }

    /** The epochs trained, with a rule that ends after two and an evaluation at every fifth. */
    private static Evidence stopRuleSkipped() {
        return Evidence.of(train(1, 5).getTotalEpochs(), EPOCHS);
    }

    /** The exception that tells of three inputs where the layer has one. */
    private static Evidence hiddenFailure() {
        return Evidence.of(
                Outcome.number(() -> train(3, 1).getBestModelScore()),
                Outcome.number(() -> network().score(example(3))));
    }

    /**
     * Trains until the rule of two epochs ends it.
     *
     * @param inputs features of the example; the network has one
     * @param evaluateEvery epochs between two evaluations
     */
    private static EarlyStoppingResult<MultiLayerNetwork> train(int inputs, int evaluateEvery) {
        var validation = new DataSetLossCalculator(batches(1), true);
        var configuration =
                new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
                        .epochTerminationConditions(new MaxEpochsTerminationCondition(EPOCHS))
                        .evaluateEveryNEpochs(evaluateEvery)
                        .scoreCalculator(validation)
                        .modelSaver(new InMemoryModelSaver<>())
                        .build();
        return new EarlyStoppingTrainer(configuration, network(), batches(inputs)).fit();
    }

    private static MultiLayerNetwork network() {
        return OneWeight.network(
                OneWeight.configuration().updater(new Sgd(0.25)), OneWeight.layer());
    }

    private static ListDataSetIterator<DataSet> batches(int inputs) {
        return new ListDataSetIterator<>(List.of(example(inputs)), 1);
    }

    /** x = 1 in all features, label 0. */
    private static DataSet example(int inputs) {
        return new DataSet(
                Nd4j.ones(DataType.DOUBLE, 1, inputs), Nd4j.zeros(DataType.DOUBLE, 1, 1));
    }
}
