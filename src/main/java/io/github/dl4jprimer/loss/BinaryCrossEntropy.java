package io.github.dl4jprimer.loss;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy of independent yes-or-no logits, averaged over all elements.
 *
 * <pre>
 * L = mean over i, c of  p_c * t * softplus(-z) + (1 - t) * softplus(z)
 * softplus(z) = max(z, 0) + log(1 + exp(-|z|)) = -log(1 - sigmoid(z))
 * </pre>
 *
 * <p>This is {@code torch.nn.BCEWithLogitsLoss(pos_weight=p)}. Labels are [N, C], 0 to 1. DL4J's
 * {@code LossBinaryXENT} sums over the columns.
 *
 * @param positiveWeights weight p of the yes in each column, at least 0; empty for none
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html">
 *     BCEWithLogitsLoss</a>
 */
public record BinaryCrossEntropy(@JsonProperty("positiveWeights") List<Double> positiveWeights)
        implements RowLoss, LogitLoss {

    /**
     * @throws IllegalArgumentException if a weight is negative
     */
    public BinaryCrossEntropy {
        positiveWeights = Shapes.checkedWeights(positiveWeights, "positiveWeights");
    }

    /** Returns the loss without weights. */
    public static BinaryCrossEntropy plain() {
        return new BinaryCrossEntropy(List.of());
    }

    @Override
    public Class<? extends IActivation> squashing() {
        return ActivationSigmoid.class;
    }

    @Override
    public INDArray losses(INDArray labels, INDArray logits) {
        var yes = yes(labels, logits);
        var no = no(labels, logits);
        return yes.muli(softplus(logits.neg())).addi(no.muli(softplus(logits))).mean(true, 1);
    }

    @Override
    public INDArray derivatives(INDArray labels, INDArray logits) {
        var sigmoid = Transforms.sigmoid(logits, true);
        var yes = yes(labels, logits).muli(sigmoid.sub(1));
        return yes.addi(no(labels, logits).muli(sigmoid)).divi(logits.size(1));
    }

    private INDArray yes(INDArray labels, INDArray logits) {
        var t = Shapes.labels(labels, logits, "Give 0 or 1 for each output").dup();
        var weights = Shapes.columnWeights(positiveWeights, logits, "positiveWeights");
        return weights == null ? t : t.muliRowVector(weights);
    }

    private static INDArray no(INDArray labels, INDArray logits) {
        return Shapes.labels(labels, logits, "Give 0 or 1 for each output").rsub(1);
    }

    private static INDArray softplus(INDArray z) {
        var tail = Transforms.exp(Transforms.abs(z, true).negi(), false);
        return Transforms.max(z, 0, true).addi(Nd4j.getExecutioner().exec(new Log1p(tail)));
    }
}
