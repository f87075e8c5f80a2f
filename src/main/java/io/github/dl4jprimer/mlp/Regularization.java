package io.github.dl4jprimer.mlp;

import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;

/**
 * What keeps a network from learning its examples by heart; zero everywhere means nothing.
 *
 * <p>Penalties and decay act on weights, never on biases. They are set on each layer because DL4J
 * applies a global weight decay twice.
 *
 * @param l1 λ₁ of the penalty λ₁ Σ|w|, zero or above
 * @param l2 λ₂ of the penalty ½ λ₂ Σw², zero or above; its slope λ₂w goes through the updater
 * @param weightDecay λ of w ← w - ηλw beside the updater, zero or above; under Adam this is AdamW
 * @param dropoutRate probability to drop a hidden neuron, in [0, 1)
 */
public record Regularization(double l1, double l2, double weightDecay, double dropoutRate) {

    /** Checks the numbers, and that L2 and weight decay do not shrink the same weights twice. */
    public Regularization {
        notNegative("l1", l1);
        notNegative("l2", l2);
        notNegative("weightDecay", weightDecay);
        if (!(dropoutRate >= 0 && dropoutRate < 1)) {
            throw new IllegalArgumentException(
                    "dropoutRate must be at least 0 and below 1, got "
                            + dropoutRate
                            + ". It is the share of neurons to drop; try 0.5.");
        }
        if (l2 > 0 && weightDecay > 0) {
            throw new IllegalArgumentException(
                    "l2 must be 0 beside weightDecay, got "
                            + l2
                            + ". Use one of the two: DL4J drops l2 when both are set.");
        }
    }

    /** Returns no regularisation at all. */
    public static Regularization none() {
        return new Regularization(0, 0, 0, 0);
    }

    /** Returns a copy with another L1 penalty. */
    public Regularization withL1(double l1) {
        return new Regularization(l1, l2, weightDecay, dropoutRate);
    }

    /** Returns a copy with another L2 penalty. */
    public Regularization withL2(double l2) {
        return new Regularization(l1, l2, weightDecay, dropoutRate);
    }

    /** Returns a copy with another weight decay. */
    public Regularization withWeightDecay(double weightDecay) {
        return new Regularization(l1, l2, weightDecay, dropoutRate);
    }

    /** Returns a copy with another dropout rate. */
    public Regularization withDropoutRate(double dropoutRate) {
        return new Regularization(l1, l2, weightDecay, dropoutRate);
    }

    /**
     * Sets up one layer.
     *
     * @param hiddenInput whether the layer's inputs are hidden neurons: DL4J drops a layer's
     *     inputs, so dropping a hidden neuron is a setting of the layer above it
     */
    <T extends FeedForwardLayer.Builder<T>> T applyTo(T layer, boolean hiddenInput) {
        layer.l1(l1).l2(l2);
        layer.weightDecay(weightDecay, true);
        if (hiddenInput && dropoutRate > 0) {
            layer.dropOut(1 - dropoutRate); // DL4J asks for the probability to retain
        }
        return layer;
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    name + " must be zero or above, got " + value + ". Use 0 to turn it off.");
        }
    }
}
