package io.github.dl4jprimer.scratch;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Silences random neurons while training, so that none can rely on one particular other.
 *
 * <pre>
 * m = 0 with probability r, else 1 / (1 - r)
 * y = m ⊙ x         ∂L/∂x = m ⊙ ∂L/∂y
 * </pre>
 *
 * <p>The survivors speak up by 1 / (1 - r) ("inverted" dropout), so the mean stays what it was and
 * nothing at all is done when predicting. r is the probability to drop; DL4J's {@code dropOut} asks
 * for the probability to retain, 1 - r.
 *
 * @param dropoutRate r, the probability to drop, in [0, 1)
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al.: Dropout</a>
 */
public record Dropout(double dropoutRate) {

    /** Checks the rate. */
    public Dropout {
        Arguments.fraction("dropoutRate", dropoutRate, "It is the share to drop; try 0.5.");
    }

    /**
     * Draws a new mask m, once a training step.
     *
     * @param activations x, any shape
     * @param random source of the mask; the same seed gives the same masks
     * @return zeros and 1 / (1 - r), of the shape and type of the activations
     */
    public INDArray mask(INDArray activations, Random random) {
        double kept = 1 / (1 - dropoutRate);
        double[] mask =
                DoubleStream.generate(() -> random.nextDouble() < dropoutRate ? 0 : kept)
                        .limit(activations.length())
                        .toArray();
        return Nd4j.create(mask, activations.shape(), activations.dataType());
    }

    /** Returns y = m ⊙ x. */
    public INDArray forward(INDArray activations, INDArray mask) {
        return activations.mul(mask);
    }

    /** Returns ∂L/∂x from ∂L/∂y; it takes the very mask of the forward pass. */
    public INDArray backward(INDArray gradient, INDArray mask) {
        return gradient.mul(mask);
    }
}
