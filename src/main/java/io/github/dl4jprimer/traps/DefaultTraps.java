package io.github.dl4jprimer.traps;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.learning.config.Sgd;

/** What a network gets that nobody chose. */
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

    private static Evidence updater() {
        return Evidence.of(
                layer(configuration()).getIUpdater() instanceof Sgd sgd
                        ? "Sgd(%s)".formatted(sgd.getLearningRate())
                        : "updater(...)",
                "updater(...)");
    }

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

    private static BaseLayer layer(NeuralNetConfiguration configuration) {
        return (BaseLayer) configuration.getLayer();
    }
}
