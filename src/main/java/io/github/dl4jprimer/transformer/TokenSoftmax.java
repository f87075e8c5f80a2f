package io.github.dl4jprimer.transformer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Softmax over the vocabulary and its cross-entropy, in the memory of the logits.
 *
 * <pre>
 * p = softmax(z),   L_i = -log p_i[label_i],   ∂L_i/∂z_i = p_i - onehot(label_i)
 * </pre>
 *
 * <p>Logits, [P, V], are the largest array of a language model: nothing of their size is made
 * beside them.
 */
final class TokenSoftmax {
    private TokenSoftmax() {}

    /** Turns logits [P, V] into probabilities, in place. */
    static INDArray probabilities(INDArray logits) {
        INDArray exponentials = exponentials(logits);
        return exponentials.diviColumnVector(exponentials.sum(true, 1));
    }

    /** Returns the loss of each row; the logits [P, V] are used up. */
    static double[] losses(INDArray logits, int[] labels) {
        logits.subiColumnVector(logits.max(true, 1));
        double[] right = at(logits, labels);
        return losses(right, Transforms.exp(logits, false).sum(true, 1));
    }

    /**
     * Turns logits [P, V] into factor times their gradients, in place, and returns the loss of each
     * row.
     */
    static double[] gradients(INDArray logits, int[] labels, double factor) {
        logits.subiColumnVector(logits.max(true, 1));
        double[] right = at(logits, labels);
        INDArray sums = Transforms.exp(logits, false).sum(true, 1); // [P, 1]
        double[] losses = losses(right, sums);
        logits.muliColumnVector(sums.rdivi(factor));
        for (int i = 0; i < labels.length; i++) {
            logits.putScalar(i, labels[i], logits.getDouble(i, labels[i]) - factor);
        }
        return losses;
    }

    /** exp(z - max z) along the rows: large logits do not overflow. */
    private static INDArray exponentials(INDArray logits) {
        return Transforms.exp(logits.subiColumnVector(logits.max(true, 1)), false);
    }

    private static double[] at(INDArray logits, int[] labels) {
        double[] picked = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            picked[i] = logits.getDouble(i, labels[i]);
        }
        return picked;
    }

    private static double[] losses(double[] right, INDArray sums) {
        double[] losses = new double[right.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Math.log(sums.getDouble(i)) - right[i];
        }
        return losses;
    }
}
