package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * What the experiment runner costs over a bare loop of {@code fit}: the same network on the same
 * batches, every step logged, the two in turn.
 *
 * <p>The network is as small as the course's, 2-16-16-2 with batches of 32, 100 of them an epoch,
 * and 32 examples to validate on. Measured is the training thread's time on the processor, so that
 * what else the machine does counts for little. The target is a ratio of at most 1.03.
 */
public final class RunnerBenchmark {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 9;
    private static final int EPOCHS = 20;
    private static final int BATCH = 32;

    private RunnerBenchmark() {}

    /** Takes {@code plain} or {@code L2}; without any, both. */
    public static void main(String[] arguments) throws IOException {
        NativeRuntime.prepare();
        System.out.printf("%-12s %12s %12s %s%n", "network", "loop ms", "runner ms", "ratio");
        var wanted = List.of(arguments.length > 0 ? arguments : new String[] {"plain", "L2"});
        for (var name : wanted) {
            compare(name, Regularization.none().withL2(name.equals("L2") ? 1e-3 : 0));
        }
    }

    private static void compare(String name, Regularization regularization) throws IOException {
        var data = Synthetic.moons(3200, 0.2, 1);
        var configuration =
                MultilayerPerceptron.classifier(2, List.of(16, 16), 2, 1)
                        .withRegularization(regularization)
                        .configuration();
        var folder = Files.createDirectories(Path.of("target", "runner-benchmark"));
        var loops = new ArrayList<Double>();
        var runs = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -2; round < ROUNDS; round++) { // two to warm up
            double first = round % 2 == 0 ? loop(configuration, data) : 0;
            double run = run(configuration, data, folder);
            double loop = round % 2 == 0 ? first : loop(configuration, data);
            if (round >= 0) {
                loops.add(loop);
                runs.add(run);
                ratios.add(run / loop);
            }
        }
        var spread = Spread.of(ratios);
        System.out.printf(
                Locale.ROOT,
                "%-12s %12.4f %12.4f %.3f (%.3f-%.3f)%n",
                name,
                Spread.of(loops).median(),
                Spread.of(runs).median(),
                spread.median(),
                spread.min(),
                spread.max());
    }

    /** Returns milliseconds a step. */
    private static double loop(MultiLayerConfiguration configuration, NumberDataset data) {
        long start = CLOCK.getCurrentThreadCpuTime();
        var network = new MultiLayerNetwork(configuration.clone());
        network.init();
        var batches = Batches.shuffled(data, BATCH, 1);
        long steps = 0;
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            batches.startEpoch(epoch);
            while (batches.hasNext()) {
                network.fit(batches.next());
                steps++;
            }
        }
        return (CLOCK.getCurrentThreadCpuTime() - start) / 1e6 / steps;
    }

    private static double run(
            MultiLayerConfiguration configuration, NumberDataset data, Path folder) {
        long start = CLOCK.getCurrentThreadCpuTime();
        var experiment =
                Experiment.classification(
                                "runner",
                                configuration,
                                Batches.shuffled(data, BATCH, 1),
                                Batches.inOrder(Synthetic.moons(BATCH, 0.2, 2), BATCH))
                        .withEpochs(EPOCHS);
        var settings = RunSettings.in(folder).withSaveModel(false);
        var result = new ExperimentRunner(settings).run(experiment);
        return (CLOCK.getCurrentThreadCpuTime() - start) / 1e6 / result.steps().size();
    }
}
