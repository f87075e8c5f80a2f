package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The step all classifiers share: a network trained as planned, or a clear word why not. */
final class Training {
    private Training() {}

    /** The perceptron that a plan asks for. */
    static MultiLayerConfiguration configuration(TrainingPlan plan, int inputs, int classes) {
        var perceptron =
                MultilayerPerceptron.classifier(inputs, plan.hiddenSizes(), classes, plan.seed())
                        .withUpdater(Optimizers.ADAM.at(plan.learningRate()));
        return perceptron
                .withRegularization(
                        perceptron
                                .regularization()
                                .withDropoutRate(plan.dropoutRate())
                                .withWeightDecay(plan.weightDecay()))
                .configuration();
    }

    /**
     * Trains a perceptron.
     *
     * @throws BadInput if the loss was no longer a number
     */
    static RunResult run(ExperimentRunner runner, Experiment experiment, TrainingPlan plan) {
        var planned = experiment.withEpochs(plan.epochs()).withSeed(plan.seed());
        return run(runner, planned, plan.settings(), plan.learningRate());
    }

    /**
     * Trains.
     *
     * @param settings for run.json
     * @throws BadInput if the loss was no longer a number
     */
    static RunResult run(
            ExperimentRunner runner,
            Experiment experiment,
            Map<String, Object> settings,
            double learningRate) {
        var planned = experiment;
        for (var setting : settings.entrySet()) {
            planned = planned.withSetting(setting.getKey(), setting.getValue());
        }
        var result = runner.run(planned);
        if (result.outcome().kind() == Outcome.Kind.DIVERGED) {
            throw new BadInput(
                    "learningRate must be small enough to learn, got %s: the run %s. Try a tenth of it."
                            .formatted(learningRate, result.outcome().text()));
        }
        return result;
    }

    /** The trained perceptron. */
    static MultiLayerNetwork network(RunResult result) {
        return (MultiLayerNetwork) result.model();
    }
}
