package io.github.dl4jprimer.traps;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What a network gets that nobody chose.
 *
 * <p>A default that is silent is a setting that no reader of the program sees. These three decide
 * whether a network learns at all, and whether its run can be repeated:
 *
 * <pre>
 * activation   sigmoid: its slope is at most 1/4, so gradients fade from layer to layer
 * updater      SGD at 0.001: a hundredth of the rate at which it usually works
 * seed         the clock: other weights and other dropout in every run
 * </pre>
 */
final class DefaultTraps {
    private DefaultTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-default-activation", DefaultTraps::activation),
                new Trap("t-default-updater", DefaultTraps::updater),
                new Trap("t-default-seed", DefaultTraps::seed));
    }

    /** PyTorch's {@code nn.Linear} has no activation. */
    private static Evidence activation() {
        return Evidence.of(layer(configuration()).getActivationFn().toString(), "identity");
    }

    /** PyTorch has no network without an optimizer that was named. */
    private static Evidence updater() {
        return Evidence.of(
                layer(configuration()).getIUpdater() instanceof Sgd sgd
                        ? "Sgd(%s)".formatted(sgd.getLearningRate())
                        : "updater(...)",
                "updater(...)");
    }

    /** A seed between two readings of the clock is the clock's. */
    private static Evidence seed() {
        long before = System.currentTimeMillis();
        long seed = configuration().getSeed();
        long after = System.currentTimeMillis();
        var isTheClock = before <= seed && seed <= after;
        return Evidence.of(isTheClock ? "System.currentTimeMillis()" : "seed(...)", "seed(...)");
    }

    /** Returns the configuration of a layer of which only the sizes were chosen. */
    private static NeuralNetConfiguration configuration() {
        var layer = new DenseLayer.Builder().nIn(1).nOut(1).build();
        return new NeuralNetConfiguration.Builder().list().layer(layer).build().getConf(0);
    }

    /** The part of it that has activation and updater. */
    private static BaseLayer layer(NeuralNetConfiguration configuration) {
        return (BaseLayer) configuration.getLayer();
    }
}
