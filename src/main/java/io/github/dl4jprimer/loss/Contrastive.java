package io.github.dl4jprimer.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Contrastive loss: pulls similar pairs together, pushes others apart up to a margin.
 *
 * <pre>
 * D = |a - b|
 * L = mean over pairs of  1/2 * (s * D^2 + (1 - s) * max(0, margin - D)^2)
 * </pre>
 *
 * <p>Rows 2i and 2i+1 of a batch [2P, D] are the pair i. Labels are [2P, 1]: s is 1 in both rows of
 * a similar pair, 0 in both of a dissimilar one (the paper's Y is 1 - s).
 *
 * @param margin distance beyond which dissimilar pairs are left alone, above 0
 * @see <a href="https://doi.org/10.1109/CVPR.2006.100">Hadsell, Chopra and LeCun 2006</a>
 */
public record Contrastive(@JsonProperty("margin") double margin) implements MeanLoss {

    /**
     * @throws IllegalArgumentException if the margin is not positive
     */
    public Contrastive {
        Shapes.positive("margin", margin, "1 is usual");
    }

    @Override
    public INDArray rowLosses(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        var distance = Groups.lengths(difference(output));
        var similar = similar(labels, output);
        var pull = distance.mul(distance).muli(similar);
        var gap = gap(distance);
        var push = gap.mul(gap).muli(similar.rsub(1));
        var pairs = pull.addi(push).muli(0.5);
        return Groups.join(pairs, pairs);
    }

    @Override
    public INDArray gradient(INDArray labels, INDArray output, INDArray mask) {
        Groups.noMask(mask);
        var difference = difference(output);
        var distance = Groups.lengths(difference);
        var similar = similar(labels, output);
        // The push has no direction at distance 0; the floor makes it 0 there.
        var push = gap(distance).divi(Transforms.max(distance, 1e-30, true));
        var factor = similar.sub(push.muli(similar.rsub(1)));
        var toA = difference.muliColumnVector(factor).divi(difference.size(0));
        return Groups.join(toA, toA.neg());
    }

    private INDArray gap(INDArray distance) {
        return Transforms.max(distance.rsub(margin), 0, false);
    }

    private static INDArray difference(INDArray output) {
        List<INDArray> pair = Groups.split(output, 2);
        return pair.get(0).sub(pair.get(1));
    }

    private static INDArray similar(INDArray labels, INDArray output) {
        var advice = "Give 1 or 0 in both rows of a pair";
        var pair = Groups.split(Shapes.labels(labels, output, 1, advice), 2);
        if (!pair.get(0).equals(pair.get(1))) {
            throw new IllegalArgumentException(
                    "labels must be equal in both rows of a pair, got %s and %s. %s."
                            .formatted(
                                    pair.get(0).toStringFull(),
                                    pair.get(1).toStringFull(),
                                    advice));
        }
        return pair.get(0);
    }
}
