package io.github.dl4jprimer.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * How far two answers to the same example are apart: R-Drop's term, with which a network learns to
 * say the same under two dropouts.
 *
 * <pre>
 * L = mean over pairs of 1/2 * (KL(p || q) + KL(q || p))
 *   = mean over pairs of 1/2 * sum_c (p_c - q_c) * (log p_c - log q_c)
 * </pre>
 *
 * <p>Rows 2i and 2i+1 of a batch [2P, C] are the logits of p and q; both get gradients. Labels are
 * not used; any array of 2P rows will do. The loss is 0 where both agree. R-Drop adds it, times a
 * weight, to the cross-entropy of both rows.
 *
 * @see <a href="https://arxiv.org/abs/2106.14448">Liang et al. 2021 (R-Drop)</a>
 */
public record SymmetricKl() implements LogitLoss {

    @Override
    public Class<? extends IActivation> squashing() {
        return ActivationSoftmax.class;
    }

    @Override
    public INDArray rowLosses(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        var pair = Groups.split(LogSoftmax.of(output), 2);
        var gap = pair.get(0).sub(pair.get(1));
        var p = Transforms.exp(pair.get(0), false);
        var q = Transforms.exp(pair.get(1), false);
        var losses = p.subi(q).muli(gap).sum(true, 1).muli(0.5);
        return Groups.join(losses, losses);
    }

    @Override
    public INDArray gradient(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        var pair = Groups.split(LogSoftmax.of(output), 2);
        var gap = pair.get(0).sub(pair.get(1));
        var p = Transforms.exp(pair.get(0), false);
        var q = Transforms.exp(pair.get(1), false);
        return Groups.join(toLogits(p, q, gap), toLogits(q, p, gap.neg()));
    }

    /**
     * One side's gradient: {@code 1/2 * (p * (gap - sum(p * gap)) + p - q) / P}, where the first
     * part is that of KL(p || q) and the second that of KL(q || p).
     */
    private static INDArray toLogits(INDArray own, INDArray other, INDArray gap) {
        var divergence = own.mul(gap).sum(true, 1);
        var through = gap.subColumnVector(divergence).muli(own);
        return through.addi(own).subi(other).divi(2.0 * own.size(0));
    }
}
