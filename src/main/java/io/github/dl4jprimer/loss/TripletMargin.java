package io.github.dl4jprimer.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Triplet loss: an anchor shall be nearer to its positive than to its negative, by a margin.
 *
 * <pre>
 * d(x, y) = |x - y + epsilon|
 * L = mean over triplets of  max(0, d(a, p) - d(a, n) + margin)
 * </pre>
 *
 * <p>This is {@code torch.nn.TripletMarginLoss(margin, eps=epsilon)}. Rows 3i, 3i+1, 3i+2 of a
 * batch [3G, D] are the anchor, positive and negative of triplet i. Labels are not used; any array
 * of 3G rows will do.
 *
 * @param margin by how much nearer, above 0
 * @param epsilon added to every difference, at least 0; PyTorch has 1e-6
 * @see <a href="https://arxiv.org/abs/1503.03832">Schroff, Kalenichenko and Philbin 2015</a>
 */
public record TripletMargin(
        @JsonProperty("margin") double margin, @JsonProperty("epsilon") double epsilon)
        implements MeanLoss {

    /**
     * @throws IllegalArgumentException if the margin is not positive or epsilon negative
     */
    public TripletMargin {
        Shapes.positive("margin", margin, "1 is usual");
        if (!(epsilon >= 0)) {
            throw new IllegalArgumentException(
                    "epsilon must be at least 0, got %s. 1e-6 is usual.".formatted(epsilon));
        }
    }

    /** Returns the loss with PyTorch's epsilon of 1e-6. */
    public static TripletMargin of(double margin) {
        return new TripletMargin(margin, 1e-6);
    }

    @Override
    public INDArray rowLosses(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        var rows = Groups.split(output, 3);
        var losses = Transforms.max(excess(toPositive(rows), toNegative(rows)), 0, false);
        return Groups.join(losses, losses, losses);
    }

    @Override
    public INDArray gradient(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        var rows = Groups.split(output, 3);
        var toPositive = toPositive(rows);
        var toNegative = toNegative(rows);
        var active = excess(toPositive, toNegative).gt(0).castTo(output.dataType());
        active.divi(rows.get(0).size(0));
        var pull = direction(toPositive).muliColumnVector(active);
        var push = direction(toNegative).muliColumnVector(active);
        return Groups.join(pull.sub(push), pull.neg(), push);
    }

    private INDArray excess(INDArray toPositive, INDArray toNegative) {
        return Groups.lengths(toPositive).sub(Groups.lengths(toNegative)).addi(margin);
    }

    private INDArray toPositive(List<INDArray> rows) {
        return rows.get(0).sub(rows.get(1)).addi(epsilon);
    }

    private INDArray toNegative(List<INDArray> rows) {
        return rows.get(0).sub(rows.get(2)).addi(epsilon);
    }

    private static INDArray direction(INDArray rows) {
        return rows.divColumnVector(Transforms.max(Groups.lengths(rows), 1e-30, false));
    }
}
