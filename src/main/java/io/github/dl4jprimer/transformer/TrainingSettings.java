package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.optimizer.TorchAdam;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * How a Transformer learns.
 *
 * @param updater optimizer with its learning rate or schedule
 * @param weightDecay λ of w ← w - ηλw on matrices and tables, at least 0; under Adam this is AdamW.
 *     Biases and norms do not decay
 * @param seed of the parameters and of dropout
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter: Decoupled weight decay
 *     regularization</a>
 */
public record TrainingSettings(IUpdater updater, double weightDecay, long seed) {

    /**
     * @throws IllegalArgumentException if the decay is negative
     */
    public TrainingSettings {
        Require.require(updater != null, "updater", "given", null, "TorchAdam.of(1e-3) is usual");
        Require.require(
                weightDecay >= 0 && Double.isFinite(weightDecay),
                "weightDecay",
                "at least 0",
                weightDecay,
                "0.01 is usual, 0 turns it off");
    }

    /** Returns Adam at 0.001 without decay. */
    public static TrainingSettings of(long seed) {
        return new TrainingSettings(TorchAdam.of(1e-3), 0, seed);
    }

    /** Returns these settings with another optimizer. */
    public TrainingSettings withUpdater(IUpdater other) {
        return new TrainingSettings(other, weightDecay, seed);
    }

    /** Returns these settings with another decay. */
    public TrainingSettings withWeightDecay(double other) {
        return new TrainingSettings(updater, other, seed);
    }

    /** Returns the beginning of a configuration. */
    NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().seed(seed).updater(updater);
    }

    /**
     * Sets the decay on a layer (DL4J applies one set on the whole network twice), and dropout on
     * its input.
     */
    <T extends BaseLayer.Builder<?>> T applyTo(T layer, double inputDropoutRate) {
        layer.weightDecay(weightDecay, true);
        if (inputDropoutRate > 0) {
            layer.dropOut(1 - inputDropoutRate); // DL4J asks for the probability to retain
        }
        return layer;
    }

    /** Sets the decay on a layer that has no builder. */
    <T extends BaseLayer> T decayed(T layer) {
        if (weightDecay > 0) {
            layer.setRegularization(List.of(new WeightDecay(weightDecay, true)));
        }
        return layer;
    }
}
