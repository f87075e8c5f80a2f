package io.github.dl4jprimer.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The core of InfoNCE and its kin: each anchor picks its positives among candidates by cosine.
 *
 * <pre>
 * S_ij = cos(h_i, h_j) / temperature
 * l_i  = -mean over positives j of log softmax over candidates of S_i, at j
 * L    = mean of l_i over the anchors, the rows with at least one positive
 * </pre>
 *
 * @param embeddings h, [N, D]
 * @param temperature above 0
 * @param candidates [N, N], 1 where column j is in row i's softmax
 * @param positives [N, N], 1 where column j is what row i should pick
 */
record SimilaritySoftmax(
        INDArray embeddings, double temperature, INDArray candidates, INDArray positives) {
    /** Added to the score of what is no candidate: its probability becomes 0. */
    private static final double FAR = 1e9;

    /** Returns l_i scaled so that the mean over all N rows is L, [N, 1]. */
    INDArray rowLosses() {
        var losses = logProbabilities(unit()).muli(targets()).sum(true, 1).negi();
        return losses.muli(embeddings.size(0) / anchors());
    }

    /** Returns the gradient of L by the embeddings, [N, D]. */
    INDArray gradient() {
        var unit = unit();
        var targets = targets();
        var picked = Transforms.exp(logProbabilities(unit), false);
        var toScores = picked.muliColumnVector(targets.sum(true, 1)).subi(targets).divi(anchors());
        // S = u u^T / temperature depends on u twice.
        var toUnit = toScores.add(toScores.transpose()).mmul(unit).divi(temperature);
        // Through u = h / |h|: only the part at right angles to u remains.
        var along = toUnit.mul(unit).sum(true, 1);
        return toUnit.subi(unit.mulColumnVector(along)).diviColumnVector(lengths());
    }

    private INDArray logProbabilities(INDArray unit) {
        var scores = unit.mmul(unit.transpose()).divi(temperature);
        return LogSoftmax.of(scores.addi(candidates.sub(1).muli(FAR)));
    }

    /** Positives as a distribution over the columns: each row sums to 1, or to 0 for no anchor. */
    private INDArray targets() {
        var counts = Transforms.max(positives.sum(true, 1), 1, false);
        return positives.divColumnVector(counts);
    }

    private double anchors() {
        return Math.max(1, positives.max(true, 1).sumNumber().doubleValue());
    }

    private INDArray unit() {
        return embeddings.divColumnVector(lengths());
    }

    private INDArray lengths() {
        return Transforms.max(Groups.lengths(embeddings), 1e-12, false);
    }
}
