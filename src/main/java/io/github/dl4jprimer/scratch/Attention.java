package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Scaled dot-product attention: every query asks all keys, and takes of each value as much as its
 * key fits.
 *
 * <pre>
 * S = Q Kᵀ / √d + M          [T, U]   how well query t fits key u; M is -∞ where t may not look
 * A = softmax(S)             [T, U]   shares, each row summing to one
 * Y = A V                    [T, E]   the values, mixed in these shares
 * </pre>
 *
 * <p>T counts queries, U keys (and values), d is the width of queries and keys, E that of values.
 * The products of d random numbers have a spread of about √d; dividing by it keeps the softmax from
 * giving everything to one key.
 *
 * @param scores S, [T, U]
 * @param weights A, [T, U]
 * @param output Y, [T, E]
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention is all you need,
 *     3.2.1</a>
 */
public record Attention(INDArray scores, INDArray weights, INDArray output) {

    /** Attends without a mask: every query may look at every key. */
    public static Attention of(INDArray queries, INDArray keys, INDArray values) {
        return of(queries, keys, values, Nd4j.onesLike(scores(queries, keys)));
    }

    /**
     * Attends where the mask allows it.
     *
     * @param queries Q, [T, d]
     * @param keys K, [U, d]
     * @param values V, [U, E]
     * @param mask [T, U], 1 where query t may look at key u, 0 where not
     * @throws IllegalArgumentException if the shapes do not fit, or a query may look nowhere
     */
    public static Attention of(INDArray queries, INDArray keys, INDArray values, INDArray mask) {
        Arguments.matrix("values", values, -1, "Give one row a key.");
        Arguments.shape("values", values, "Give one row a key.", keys.size(0), values.size(1));
        INDArray scores = scores(queries, keys); // [T, U]
        Arguments.shape("mask", mask, "Give one number a query and key.", scores.shape());
        if (mask.sum(1).minNumber().doubleValue() < 1) {
            throw new IllegalArgumentException(
                    "mask must leave each query a key, got a row of zeros. Let it see itself.");
        }
        // log 1 = 0 and log 0 = -∞: before the softmax, so that what is hidden has no share at all.
        INDArray masked = scores.add(Transforms.log(mask.castTo(scores.dataType())));
        INDArray weights = Softmax.of(masked); // [T, U]
        return new Attention(masked, weights, weights.mmul(values));
    }

    /** Returns the mask of a decoder: position t sees positions 0 to t only; [T, T]. */
    public static INDArray causalMask(int length) {
        Arguments.count("length", length, "Count the characters.");
        INDArray mask = Nd4j.zeros(length, length);
        for (int t = 0; t < length; t++) {
            for (int u = 0; u <= t; u++) {
                mask.putScalar(t, u, 1);
            }
        }
        return mask;
    }

    /** Q Kᵀ / √d, [T, U]. */
    private static INDArray scores(INDArray queries, INDArray keys) {
        Arguments.matrix("queries", queries, -1, "Give one row a query.");
        Arguments.matrix("keys", keys, queries.size(1), "Queries and keys have one width.");
        return queries.mmul(keys.transpose()).div(Math.sqrt(queries.columns()));
    }
}
