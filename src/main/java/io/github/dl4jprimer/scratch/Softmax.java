package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Turns a row of scores into probabilities that keep the order of the scores and sum to one.
 *
 * <pre>p_c = e^(z_c) / Σ_k e^(z_k)</pre>
 *
 * <p>Adding a constant to a whole row changes nothing, so each row's largest score is subtracted
 * first: then no exponential overflows, however large the scores.
 *
 * @see <a href="https://d2l.ai/chapter_linear-classification/softmax-regression.html">Dive into
 *     Deep Learning, 4.1</a>
 */
public final class Softmax {
    private Softmax() {}

    /**
     * Returns the probabilities of each row.
     *
     * @param logits scores, [N, C]
     * @return probabilities, [N, C], each row summing to one
     */
    public static INDArray of(INDArray logits) {
        INDArray exponentials = Transforms.exp(shifted(logits));
        return exponentials.div(exponentials.sum(true, 1));
    }

    /**
     * Returns the logarithm of the probabilities, z_c - log Σ_k e^(z_k), which stays finite where a
     * probability itself would round to zero.
     *
     * @param logits scores, [N, C]
     * @return log-probabilities, [N, C], none above zero
     */
    public static INDArray log(INDArray logits) {
        INDArray shifted = shifted(logits);
        return shifted.sub(Transforms.log(Transforms.exp(shifted).sum(true, 1)));
    }

    private static INDArray shifted(INDArray logits) {
        Arguments.matrix("logits", logits, -1, "Reshape one example's scores to [1, C].");
        return logits.sub(logits.max(true, 1));
    }
}
