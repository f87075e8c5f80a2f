package io.github.dl4jprimer.regularization;

import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Dropout by the probability to drop, as papers and PyTorch write it.
 *
 * <pre>
 * training: y = x * mask / (1 - p),  mask is 0 with probability p
 * testing:  y = x
 * </pre>
 *
 * <p>DL4J's {@code dropOut(q)} means the opposite, the probability to <b>retain</b>: {@code
 * dropOut(0.1)} drops nine of ten, and {@code dropOut(0.0)} means none at all. It acts on the
 * layer's <b>input</b>: to drop hidden activations set it on the layer after them. The division by
 * 1 - p keeps the mean, so nothing changes when testing.
 *
 * @param probability p, the share of inputs to drop, at least 0 and below 1
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
public record DropoutRate(double probability) {

    /**
     * @throws IllegalArgumentException if the probability is out of its range
     */
    public DropoutRate {
        Require.share("dropoutRate", probability, "It is the share to drop; 0.1 to 0.5 is usual");
    }

    /** Sets this dropout on a layer's input and returns the builder. */
    public <B extends Layer.Builder<?>> B on(B layer) {
        layer.dropOut(toDl4j());
        return layer;
    }

    /** Returns DL4J's dropout, which takes the probability to retain; null for none. */
    public IDropout toDl4j() {
        return probability == 0 ? null : new Dropout(1 - probability);
    }
}
