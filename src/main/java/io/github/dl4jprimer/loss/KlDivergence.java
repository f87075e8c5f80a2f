package io.github.dl4jprimer.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Kullback-Leibler divergence of the softmax of logits from given probabilities.
 *
 * <pre>
 * L = mean_i sum_c q_ic * (log q_ic - log softmax(z_i)_c)        0 * log 0 = 0
 * </pre>
 *
 * <p>This is {@code torch.nn.KLDivLoss(reduction="batchmean")} on log-softmax. Labels are the
 * probabilities q, [N, C]. Its gradient is that of the cross-entropy; its value is 0 when both
 * agree.
 *
 * @see <a href="https://arxiv.org/abs/1503.02531">Hinton, Vinyals and Dean 2015 (distillation)</a>
 */
public record KlDivergence() implements RowLoss, LogitLoss {

    @Override
    public Class<? extends IActivation> squashing() {
        return ActivationSoftmax.class;
    }

    @Override
    public INDArray losses(INDArray labels, INDArray logits) {
        var q = Shapes.labels(labels, logits, "Give a probability for each class");
        // A floor under the logarithm alone: q * log(floor) is 0 where q is 0.
        var logQ = Transforms.log(Transforms.max(q, 1e-30, true), false);
        return q.mul(logQ.subi(LogSoftmax.of(logits))).sum(true, 1);
    }

    @Override
    public INDArray derivatives(INDArray labels, INDArray logits) {
        return CrossEntropy.plain().derivatives(labels, logits);
    }
}
