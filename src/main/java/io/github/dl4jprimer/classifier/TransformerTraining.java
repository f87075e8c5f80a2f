package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TokenBatches;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.experiment.Task;
import java.util.function.Function;

/**
 * The training of a Transformer, from random weights or from a checkpoint's.
 *
 * @param kind names the run
 * @param tokens turns a text into ids
 * @param plan how to train
 * @param runner where to log
 */
record TransformerTraining(
        String kind,
        Function<String, int[]> tokens,
        TransformerPlan plan,
        ExperimentRunner runner) {
    /** A single odd batch must not undo what many have learnt. */
    private static final double CLIP_NORM = 1;

    /**
     * Trains.
     *
     * @throws io.github.dl4jprimer.data.BadInput if training diverges
     */
    RunResult run(StartingModel start, TextDataset train, TextDataset dev) {
        var experiment =
                Experiment.of(
                                "train-" + kind,
                                Task.CLASSIFICATION,
                                start,
                                TokenBatches.shuffled(tokens, train, plan.batchSize(), plan.seed()),
                                TokenBatches.byLength(tokens, dev, SequenceModel.BATCH_SIZE))
                        .withEpochs(plan.epochs())
                        .withSeed(plan.seed())
                        .withClipNorm(CLIP_NORM)
                        .withLabels(train.labels())
                        .withDataset(train.name(), train.checksum());
        return Training.run(runner, experiment, plan.settings(), plan.learningRate());
    }
}
