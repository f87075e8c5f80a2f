package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A finished training and what it was trained on.
 *
 * @param experiment what was trained
 * @param run what came of it
 */
record Trained(Experiment experiment, RunResult run) {
    /** Returns the model measured on the validation data. */
    EvaluationResult onValidation() {
        return run.evaluation();
    }

    /**
     * Measures the model on the training data as it would be measured on any other: dropout off,
     * parameters at rest. An epoch's training loss is neither.
     */
    EvaluationResult onTraining() {
        return Evaluator.evaluate(run.model(), experiment.task(), experiment.training());
    }

    /** Returns the validation loss after each epoch. */
    double[] validationLosses() {
        return run.epochs().stream().mapToDouble(epoch -> epoch.validationLoss()).toArray();
    }

    /** Returns the training loss of each epoch, measured while training. */
    double[] trainingLosses() {
        return run.epochs().stream().mapToDouble(epoch -> epoch.trainLoss()).toArray();
    }

    /** Returns the first epoch's training loss; NaN if none was finished. */
    double firstTrainingLoss() {
        return Arrays.stream(trainingLosses()).findFirst().orElse(Double.NaN);
    }

    /** Returns the last epoch's training loss; NaN if none was finished. */
    double lastTrainingLoss() {
        return last(trainingLosses());
    }

    /** Returns the last epoch's validation loss; NaN if none was finished. */
    double lastValidationLoss() {
        return last(validationLosses());
    }

    private static double last(double[] losses) {
        return losses.length == 0 ? Double.NaN : losses[losses.length - 1];
    }

    /** Returns the lowest validation loss of any epoch. */
    double lowestValidationLoss() {
        return Arrays.stream(validationLosses()).min().orElse(Double.NaN);
    }

    /** Returns all weights of all layers, without the biases. */
    double[] weights() {
        return weights((MultiLayerNetwork) run.model());
    }

    /** Returns all weights of all layers, without the biases. */
    static double[] weights(MultiLayerNetwork network) {
        Stream<INDArray> matrices =
                network.paramTable().entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("_W"))
                        .map(entry -> entry.getValue());
        return matrices.flatMapToDouble(matrix -> Arrays.stream(matrix.dup().data().asDouble()))
                .toArray();
    }
}
