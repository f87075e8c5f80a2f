package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A program that trains in a JVM of its own: 2-256-64-3 with dropout, large enough for several
 * threads to share the work, once for each seed it is given.
 */
final class SeparateTraining {
    private SeparateTraining() {}

    /** Takes the folder of the runs and the seeds; each run's folder is named after its seed. */
    public static void main(String[] arguments) {
        NativeRuntime.prepare();
        var runner =
                new ExperimentRunner(
                        RunSettings.inGroup(Path.of(arguments[0])).withSaveModel(true));
        Arrays.stream(arguments)
                .skip(1)
                .mapToLong(Long::parseLong)
                .forEach(seed -> runner.run(experiment(seed)));
    }

    private static Experiment experiment(long seed) {
        var training = Batches.shuffled(TinyProblems.threeClouds(384, 1), 128, 5);
        return Experiment.classification(
                        "seed" + seed, network(), training, TinyProblems.validation())
                .withEpochs(3)
                .withClipNorm(1)
                .withSeed(seed);
    }

    private static MultiLayerConfiguration network() {
        return new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.01))
                .activation(Activation.TANH)
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(256).build())
                .layer(new DenseLayer.Builder().nIn(256).nOut(64).dropOut(0.7).build())
                .layer(
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .dropOut(0.8)
                                .nIn(64)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build();
    }
}
