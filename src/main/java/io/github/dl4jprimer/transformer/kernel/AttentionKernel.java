package io.github.dl4jprimer.transformer.kernel;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Multi-head self-attention on float memory, the heads of all examples in parallel.
 *
 * <pre>
 * Sᵀ = K Qᵀ / √d,  Aᵀ = softmax down the columns of Sᵀ,  C = dropout(A) V      for each head
 * </pre>
 *
 * <p>B examples, T positions, H heads of width d, D = H d. The heads are read and written where
 * they lie, as columns of [B T, 3D] and [B T, D]: nothing is permuted. Scores are kept transposed,
 * [key, query], because a softmax down columns is vector instructions across them.
 *
 * @param batch B
 * @param length T
 * @param numHeads H
 * @param headSize d
 * @param seen [B T], 0 for keys that are padding; null if there are none
 * @param causal whether a query sees earlier keys and itself only
 * @param dropout of the weights, with places as in [B, H, query, key]
 */
public record AttentionKernel(
        int batch,
        int length,
        int numHeads,
        int headSize,
        float[] seen,
        boolean causal,
        DropoutMask dropout) {

    /** Takes the place of a score that is not seen; far below every score, yet finite. */
    private static final float UNSEEN = -1e30f;

    /** Returns how many floats of working memory a pass over sequences of a length needs. */
    public static long workSize(int length) {
        return workSize(length, Parallel.threads());
    }

    /** Returns how many of them belong to so many threads. */
    public static long workSize(int length, int threads) {
        return 2L * threads * length * length;
    }

    /** Returns the attention of examples {@code from} (inclusive) to {@code to} (exclusive). */
    public AttentionKernel examples(int from, int to) {
        return new AttentionKernel(
                to - from,
                length,
                numHeads,
                headSize,
                seen == null ? null : Arrays.copyOfRange(seen, from * length, to * length),
                causal,
                dropout.from((long) from * numHeads * length * length));
    }

    /**
     * Attends.
     *
     * @param qkv queries, keys, values side by side, [B T, 3D]
     * @param weights where Aᵀ is kept for the backward pass, [B, H, key, query]
     * @param context C, [B T, D]
     * @param work {@link #workSize} floats, used only if weights are dropped
     */
    public void forward(Floats qkv, Floats weights, Floats context, Floats work) {
        eachHead(
                head -> {
                    Matrix kept = head.square(weights);
                    kept.localProduct(scale(), head.keys(qkv), head.queries(qkv).transpose());
                    softmax(head, kept.values());
                    Matrix used = dropped(head, kept, work);
                    head.columns(context).localProduct(1, used.transpose(), head.values(qkv));
                });
    }

    /**
     * Finds ∂L/∂QKV, [B T, 3D], from ∂L/∂C, [B T, D].
     *
     * @param qkv as in the forward pass
     * @param weights as the forward pass left them
     * @param work {@link #workSize} floats
     */
    public void backward(
            Floats qkv, Floats weights, Floats gradient, Floats qkvGradient, Floats work) {
        eachHead(
                head -> {
                    Matrix kept = head.square(weights);
                    Matrix dContext = head.columns(gradient);
                    Matrix used = dropped(head, kept, work);
                    head.values(qkvGradient).localProduct(1, used, dContext);
                    Matrix dScores = head.work(work, 1);
                    dScores.localProduct(1, head.values(qkv), dContext.transpose());
                    softmaxGradient(head, kept.values(), dScores.values());
                    head.queries(qkvGradient)
                            .localProduct(scale(), dScores.transpose(), head.keys(qkv));
                    head.keys(qkvGradient).localProduct(scale(), dScores, head.queries(qkv));
                });
    }

    private float scale() {
        return (float) (1 / Math.sqrt(headSize));
    }

    /** Turns Sᵀ into Aᵀ; a query that sees nothing gets 0. */
    private void softmax(AttentionHead head, Floats square) {
        int count = length * length;
        float[] scores = head.tile(0);
        float[] columns = head.tile(1);
        square.read(0, scores, count);
        hide(head, scores, UNSEEN);
        TileColumns.maximum(scores, length, columns);
        Tile.subtract(scores, columns, count);
        TileFunctions.expOfNegative(scores, count);
        hide(head, scores, 0);
        TileColumns.inverseSum(scores, length, columns);
        Tile.multiply(scores, columns, count);
        square.write(0, scores, count);
    }

    /** Turns ∂L/∂dropout(A)ᵀ into ∂L/∂Sᵀ, but for the scale. */
    private void softmaxGradient(AttentionHead head, Floats weights, Floats gradient) {
        int count = length * length;
        float[] shares = head.tile(0);
        float[] slopes = head.tile(1);
        float[] columns = head.tile(2);
        weights.read(0, shares, count);
        gradient.read(0, slopes, count);
        drop(head, slopes);
        float[] products = head.tile(3);
        System.arraycopy(slopes, 0, products, 0, count);
        Tile.multiply(products, shares, count);
        TileColumns.sum(products, length, columns);
        Tile.subtract(slopes, columns, count);
        Tile.multiply(slopes, shares, count);
        gradient.write(0, slopes, count);
    }

    /** Puts a value wherever a key (row) is not seen by a query (column). */
    private void hide(AttentionHead head, float[] tile, float value) {
        for (int key = 0; key < length; key++) {
            int row = key * length;
            if (seen != null && seen[head.example() * length + key] == 0) {
                Arrays.fill(tile, row, row + length, value);
            } else if (causal) {
                Arrays.fill(tile, row, row + key, value);
            }
        }
    }

    /** Returns dropout(A)ᵀ, in working memory if anything is dropped. */
    private Matrix dropped(AttentionHead head, Matrix weights, Floats work) {
        if (dropout.isNone()) {
            return weights;
        }
        int count = length * length;
        float[] tile = head.tile(0);
        weights.values().read(0, tile, count);
        drop(head, tile);
        Matrix dropped = head.work(work, 0);
        dropped.values().write(0, tile, count);
        return dropped;
    }

    /** Drops from a tile [key, query]; the mask counts by query first. */
    private void drop(AttentionHead head, float[] tile) {
        if (!dropout.isNone()) {
            for (int key = 0; key < length; key++) {
                dropout.apply(tile, key * length, length, head.start() + key, length);
            }
        }
    }

    private void eachHead(Consumer<AttentionHead> body) {
        int heads = batch * numHeads;
        int parts = Parallel.parts(heads, 8L * length * length);
        Parallel.run(
                heads,
                parts,
                (from, to, part) -> {
                    var tiles = new float[4][length * length];
                    for (int number = from; number < to; number++) {
                        body.accept(new AttentionHead(this, number, part, tiles));
                    }
                });
    }
}
