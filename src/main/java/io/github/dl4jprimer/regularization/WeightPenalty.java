package io.github.dl4jprimer.regularization;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * What large weights cost: L1, L2 or decoupled weight decay, on one layer.
 *
 * <pre>
 * L1:            gradient += l1 * sign(w)          drives weights to exactly 0
 * L2:            gradient += l2 * w                shrinks weights, through the optimizer
 * weight decay:  w -= learningRate * decay * w     shrinks weights, past the optimizer
 * </pre>
 *
 * <p>Under plain SGD the last two are the same. Under Adam they are not: L2 is divided by the size
 * of the gradients with everything else, weight decay is AdamW. Biases, and what a layer declares
 * as such, are left out. PyTorch's {@code weight_decay} is L2 in SGD and Adam, weight decay in
 * AdamW.
 *
 * <p>Penalties are set on layers only. {@code NeuralNetConfiguration.Builder.weightDecay} of DL4J
 * applies the decay twice. DL4J adds {@code l1 * |w| + l2 / 2 * w^2 + decay / 2 * w^2} to {@code
 * score()}: a curve of the data loss must take that off.
 *
 * @param l1 strength of L1, at least 0
 * @param l2 strength of L2, at least 0; not together with weight decay
 * @param weightDecay strength of weight decay, at least 0
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019</a>
 */
public record WeightPenalty(double l1, double l2, double weightDecay) {

    /**
     * @throws IllegalArgumentException if a strength is negative, or L2 and weight decay are both
     *     set
     */
    public WeightPenalty {
        Require.notNegative("l1", l1, "0 is none, 1e-4 is usual");
        Require.notNegative("l2", l2, "0 is none, 1e-4 is usual");
        Require.notNegative("weightDecay", weightDecay, "0 is none, 0.01 is usual");
        if (l2 > 0 && weightDecay > 0) {
            throw new IllegalArgumentException(
                    "l2 must be 0 together with weight decay, got %s. Choose one of the two."
                            .formatted(l2));
        }
    }

    /** Returns no penalty. */
    public static WeightPenalty none() {
        return new WeightPenalty(0, 0, 0);
    }

    /** Returns L1 alone. */
    public static WeightPenalty ofL1(double strength) {
        return new WeightPenalty(strength, 0, 0);
    }

    /** Returns L2 in the gradient alone. */
    public static WeightPenalty ofL2(double strength) {
        return new WeightPenalty(0, strength, 0);
    }

    /** Returns decoupled weight decay alone. */
    public static WeightPenalty ofWeightDecay(double strength) {
        return new WeightPenalty(0, 0, strength);
    }

    /** Sets this penalty on a layer, in place of any that it has, and returns the builder. */
    public <B extends BaseLayer.Builder<?>> B on(B layer) {
        layer.regularization(terms());
        return layer;
    }

    /** Returns DL4J's terms, in a new list. */
    public List<Regularization> terms() {
        var terms = new ArrayList<Regularization>();
        if (l1 > 0) {
            terms.add(new L1Regularization(l1));
        }
        if (l2 > 0) {
            terms.add(new L2Regularization(l2));
        }
        if (weightDecay > 0) {
            terms.add(new WeightDecay(weightDecay, true));
        }
        return terms;
    }
}
