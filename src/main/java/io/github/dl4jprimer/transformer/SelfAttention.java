package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Multi-head self-attention in plain ND4J operations, on queries, keys and values side by side.
 *
 * <pre>
 * Q, K, V = the thirds of QKV, each cut into H heads   [B, H, T, d]
 * S = Q Kᵀ / √d                                        [B, H, T, T]
 * A = softmax(S) over the keys that may be seen        [B, H, T, T]
 * C = dropout(A) V, the heads side by side again       [B, T, D]
 * </pre>
 *
 * <p>B examples, T positions, D = H d features. A key is seen if the mask has a 1 for it and, if
 * attention is causal, it is not later than the query. A query that sees no key gets weights,
 * context and gradient 0.
 *
 * @param numHeads H, a divisor of D
 * @param causal whether position t sees positions 0 to t only
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention is all you need,
 *     3.2</a>
 */
record SelfAttention(int numHeads, boolean causal) {

    /** Takes the place of a score that is not seen; far below every score, yet finite. */
    private static final double UNSEEN = -1e30;

    /**
     * What the forward pass leaves for the backward pass.
     *
     * @param qkv the input, [B, T, 3D]
     * @param weights A, [B, H, T, T]: query by key
     * @param dropout what was dropped of A
     * @param context C, [B, T, D]
     */
    record Result(INDArray qkv, INDArray weights, DropoutMask dropout, INDArray context) {}

    /**
     * Attends.
     *
     * @param qkv queries, keys and values side by side, [B, T, 3D]
     * @param mask [B, T], 1 for a token and 0 for padding; null if nothing is padded
     * @param dropout what to drop of the weights
     */
    Result forward(INDArray qkv, INDArray mask, DropoutMask dropout) {
        INDArray queries = heads(qkv, 0, 3); // [B, H, T, d]
        INDArray keys = heads(qkv, 1, 3);
        INDArray values = heads(qkv, 2, 3);
        INDArray scores =
                times(queries, keys, false, true).divi(Math.sqrt((double) queries.size(3)));
        INDArray weights = softmax(scores, seen(mask, scores)); // [B, H, T, T]
        INDArray context = times(dropped(weights, dropout), values, false, false);
        return new Result(qkv, weights, dropout, joined(context));
    }

    /** Returns ∂L/∂QKV, [B, T, 3D], from ∂L/∂C, [B, T, D]. */
    INDArray backward(Result result, INDArray gradient) {
        INDArray queries = heads(result.qkv(), 0, 3);
        INDArray keys = heads(result.qkv(), 1, 3);
        INDArray values = heads(result.qkv(), 2, 3);
        INDArray weights = result.weights();
        INDArray dContext = heads(gradient, 0, 1); // [B, H, T, d]
        INDArray dValues =
                times(dropped(weights, result.dropout()), dContext, true, false); // [B, H, T, d]
        INDArray dWeights =
                dropped(times(dContext, values, false, true), result.dropout()); // [B, H, T, T]
        // softmax: a change of one weight is paid for by the others of its row
        INDArray mean = dWeights.mul(weights).sum(true, 3); // [B, H, T, 1]
        INDArray dScores =
                dWeights.sub(mean).muli(weights).divi(Math.sqrt((double) queries.size(3)));
        INDArray dQueries = times(dScores, keys, false, false);
        INDArray dKeys = times(dScores, queries, true, false);
        return Nd4j.concat(2, joined(dQueries), joined(dKeys), joined(dValues)); // [B, T, 3D]
    }

    /** Cuts one of {@code parts} equal parts of [B, T, parts * D] into heads, [B, H, T, d]. */
    private INDArray heads(INDArray all, int part, int parts) {
        long width = all.size(2) / parts;
        INDArray one =
                all.get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.interval(part * width, (part + 1) * width)); // [B, T, D]
        return one.dup('c')
                .reshape('c', all.size(0), all.size(1), numHeads, width / numHeads)
                .permute(0, 2, 1, 3)
                .dup('c');
    }

    /** Puts the heads [B, H, T, d] side by side, [B, T, D]. */
    private static INDArray joined(INDArray heads) {
        return heads.permute(0, 2, 1, 3)
                .dup('c')
                .reshape('c', heads.size(0), heads.size(2), heads.size(1) * heads.size(3));
    }

    /** Returns 1 where a query may see a key and 0 where not, [B, 1, T, T]. */
    private INDArray seen(INDArray mask, INDArray scores) {
        long batch = scores.size(0);
        long length = scores.size(3);
        DataType type = scores.dataType();
        INDArray seen = Nd4j.ones(type, batch, 1, length, length);
        if (mask != null) {
            seen.muli(mask.castTo(type).dup('c').reshape('c', batch, 1, 1, length));
        }
        return causal ? seen.muli(triangle(type, length)) : seen;
    }

    /** 1 for keys up to the query, 0 for later ones, [1, 1, T, T]. */
    private static INDArray triangle(DataType type, long length) {
        INDArray position = Nd4j.arange((double) length).castTo(type);
        INDArray query = position.reshape('c', 1, 1, length, 1);
        INDArray key = position.reshape('c', 1, 1, 1, length);
        return key.sub(query).lte(0).castTo(type);
    }

    /** Softmax over the last axis among what is seen; a row that sees nothing stays 0. */
    private static INDArray softmax(INDArray scores, INDArray seen) {
        INDArray masked = scores.mul(seen).addi(seen.sub(1).muli(-UNSEEN));
        INDArray shifted = masked.sub(masked.max(true, 3));
        INDArray exponentials = Transforms.exp(shifted, false).mul(seen); // exactly 0 where unseen
        INDArray sums = exponentials.sum(true, 3); // [B, H, T, 1]
        return exponentials.div(sums.addi(sums.eq(0).castTo(sums.dataType())));
    }

    private static INDArray dropped(INDArray array, DropoutMask dropout) {
        return dropout.isNone() ? array : array.mul(dropout.array(array));
    }

    private static INDArray times(INDArray a, INDArray b, boolean aFlipped, boolean bFlipped) {
        return Nd4j.matmul(a, b, aFlipped, bFlipped, false);
    }
}
