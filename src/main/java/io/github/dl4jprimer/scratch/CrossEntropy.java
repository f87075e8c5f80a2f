package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The surprise of a classifier at the true label, averaged over the batch.
 *
 * <pre>
 * L = -(1/N) Σ_n Σ_c q_nc log p_nc,   p = softmax(z)
 * ∂L/∂z = (p - q) / N
 * </pre>
 *
 * <p>The target q is one-hot, or any distribution over the classes (label smoothing). Zero means
 * certain and right; log C means a guess among C classes. Softmax and logarithm are taken together,
 * which is what keeps the loss finite for extreme scores and makes the gradient this short.
 *
 * @see <a href="https://d2l.ai/chapter_linear-classification/softmax-regression.html">Dive into
 *     Deep Learning, 4.1.2</a>
 */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Returns the mean loss.
     *
     * @param logits scores before the softmax, [N, C]
     * @param targets a distribution over the classes in each row, [N, C]
     * @return the loss in nats, not negative
     * @throws IllegalArgumentException if the shapes differ
     */
    public static double value(INDArray logits, INDArray targets) {
        return perExample(logits, targets).meanNumber().doubleValue();
    }

    /** Returns the loss of each example, [N]; arguments as in {@link #value}. */
    public static INDArray perExample(INDArray logits, INDArray targets) {
        sameShape(logits, targets);
        return Softmax.log(logits).muli(targets).sum(1).negi();
    }

    /** Returns the gradient of {@link #value} with respect to the logits, [N, C]. */
    public static INDArray gradient(INDArray logits, INDArray targets) {
        sameShape(logits, targets);
        return Softmax.of(logits).subi(targets).divi(logits.size(0));
    }

    private static void sameShape(INDArray logits, INDArray targets) {
        Arguments.shape("targets", targets, "Give one one-hot row an example.", logits.shape());
    }
}
