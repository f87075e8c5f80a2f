package io.github.dl4jprimer.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The logarithm of the softmax along rows, finite for any finite logits.
 *
 * <pre>
 * log p_c = (z_c - max z) - log sum_k exp(z_k - max z)
 * </pre>
 */
final class LogSoftmax {
    private LogSoftmax() {}

    /** Maps logits [N, C] to log-probabilities [N, C]. */
    static INDArray of(INDArray logits) {
        var shifted = logits.subColumnVector(logits.max(true, 1));
        var sums = Transforms.exp(shifted, true).sum(true, 1);
        return shifted.subiColumnVector(Transforms.log(sums, false));
    }
}
