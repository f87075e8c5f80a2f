package io.github.dl4jprimer.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A loss whose rows do not know each other: a weighted mean of one loss a row.
 *
 * <pre>
 * L = sum_i k_i * l_i / sum_i k_i * w_i       k: mask, 1 for a row that is kept
 * </pre>
 *
 * <p>The weights w are 1, except where the row's loss contains a weight already (class weights). If
 * nothing is kept the loss is 0.
 */
public interface RowLoss extends MeanLoss {

    /** Returns l, the loss of each row, [N, 1]. */
    INDArray losses(INDArray labels, INDArray output);

    /** Returns the derivative of each row's loss by that row of the output, [N, C]. */
    INDArray derivatives(INDArray labels, INDArray output);

    /** Returns w, how much each row counts in the denominator, [N, 1]. */
    default INDArray weights(INDArray labels, INDArray output) {
        return Nd4j.ones(output.dataType(), output.size(0), 1);
    }

    @Override
    default INDArray rowLosses(INDArray labels, INDArray output, INDArray mask) {
        var share = share(labels, output, mask);
        return losses(labels, output).mul(share).muli(output.size(0));
    }

    @Override
    default INDArray gradient(INDArray labels, INDArray output, INDArray mask) {
        var share = share(labels, output, mask);
        return derivatives(labels, output).muliColumnVector(share);
    }

    /** Returns k_i / sum(k * w), [N, 1]. */
    private INDArray share(INDArray labels, INDArray output, INDArray mask) {
        var kept = Shapes.mask(mask, output);
        double total = weights(labels, output).muli(kept).sumNumber().doubleValue();
        return total == 0 ? kept.mul(0) : kept.div(total);
    }
}
