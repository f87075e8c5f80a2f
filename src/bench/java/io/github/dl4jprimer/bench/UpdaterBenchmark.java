package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.optimizer.Momentum;
import io.github.dl4jprimer.optimizer.TorchAdaGrad;
import io.github.dl4jprimer.optimizer.TorchAdam;
import io.github.dl4jprimer.optimizer.TorchAmsGrad;
import io.github.dl4jprimer.optimizer.TorchRmsProp;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;

/**
 * What PyTorch's form costs: a step of each updater of the project against the one of DL4J's own
 * that is nearest to it, in turn, on as many parameters as a small and a middle network have.
 *
 * <p>The two take turns step by step, and who begins changes, so that whatever else the machine
 * does falls on both alike. The target is a ratio of at most 1.05.
 */
public final class UpdaterBenchmark {
    private static final double RATE = 1e-3;

    private UpdaterBenchmark() {}

    /** Two updaters to compare. */
    private enum Pair {
        ADAM(TorchAdam.of(RATE), new Adam(RATE)),
        AMSGRAD(TorchAmsGrad.of(RATE), new AMSGrad(RATE)),
        RMSPROP(TorchRmsProp.of(RATE), new RmsProp(RATE)),
        ADAGRAD(TorchAdaGrad.of(RATE), new AdaGrad(RATE)),
        MOMENTUM(Momentum.of(RATE), new Nesterovs(RATE, 0.9));

        final IUpdater ours;
        final IUpdater theirs;

        Pair(IUpdater ours, IUpdater theirs) {
            this.ours = ours;
            this.theirs = theirs;
        }
    }

    /** One updater with its state and its gradient, which a step overwrites. */
    private static final class Contestant {
        private final GradientUpdater<?> updater;
        private final INDArray fresh;
        private final INDArray gradient;
        private final double[] microseconds;
        private int step;

        Contestant(IUpdater config, INDArray fresh, int steps) {
            var state = Nd4j.create(DataType.FLOAT, 1, config.stateSize(fresh.length()));
            this.updater = config.instantiate(state, true);
            this.fresh = fresh;
            this.gradient = fresh.dup();
            this.microseconds = new double[steps];
        }

        void step() {
            gradient.assign(fresh);
            long start = System.nanoTime();
            updater.applyUpdater(gradient, step, 0);
            microseconds[step++] = (System.nanoTime() - start) / 1e3;
        }

        /** The median of the second half: the first warms up. */
        double median() {
            var half = Arrays.copyOfRange(microseconds, step / 2, step);
            Arrays.sort(half);
            return half[half.length / 2];
        }
    }

    /** Runs the benchmark; no arguments. */
    public static void main(String[] arguments) {
        NativeRuntime.prepare();
        System.out.printf(
                "%-9s %10s %12s %12s %s%n",
                "updater", "parameters", "ours µs", "DL4J's µs", "ratio");
        for (int parameters : new int[] {10_000, 1_000_000}) {
            for (var pair : Pair.values()) {
                compare(pair, parameters, parameters > 100_000 ? 1_000 : 20_000);
            }
        }
    }

    private static void compare(Pair pair, int parameters, int steps) {
        var gradient = Nd4j.randn(DataType.FLOAT, 1, parameters);
        var ours = new Contestant(pair.ours, gradient, steps);
        var theirs = new Contestant(pair.theirs, gradient, steps);
        for (int step = 0; step < steps; step++) {
            (step % 2 == 0 ? ours : theirs).step();
            (step % 2 == 0 ? theirs : ours).step();
        }
        System.out.printf(
                Locale.ROOT,
                "%-9s %10d %12.2f %12.2f %.3f%n",
                pair,
                parameters,
                ours.median(),
                theirs.median(),
                ours.median() / theirs.median());
    }
}
