package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.bench.Ceiling;

/**
 * What a step of an encoder costs by its formulas: products, bytes that the optimizer moves, and
 * memory.
 *
 * <p>B lines of T tokens are N = B T rows. D is the width, H the heads, F = 4 D the inner width, L
 * the layers, V the vocabulary, C the classes and P the parameters.
 *
 * <pre>
 * multiply-adds of inference = N L (4 D² + 2 D F + 2 T D) + B D C
 * multiply-adds of training  = 3 times as many: each product has two gradients, each a product
 * </pre>
 *
 * <p>4 D² are queries, keys, values and the output, 2 D F the feed-forward part, 2 T D scores and
 * mix. To look up an embedding takes none; norms, GELU and softmax are not products and are left
 * out. So a time from these formulas is one that no program can go below.
 *
 * @param point sizes
 * @see <a href="https://arxiv.org/abs/2001.08361">Kaplan et al.: Scaling laws, 2.1</a>
 */
record TransformerCost(GrowthPoint point) {
    private static final long BYTES = Float.BYTES;

    /**
     * Floats read or written for each parameter in one update: division of the gradient by the
     * batch 2, AdamW's moments and step 6, decay 3, subtraction 3.
     */
    static final int TOUCHES = 14;

    /** Returns the shortest time of a step, in ms: its products, then the optimizer's traffic. */
    double milliseconds(Ceiling ceiling, GrowthStep step) {
        return ceiling.milliseconds(flops(step), optimizerBytes(step));
    }

    /** Returns P: tables with their norm, blocks, classifier. */
    long parameters() {
        long d = point.width();
        long f = point.inner();
        long tables = (point.vocabulary() + point.length()) * d + 2 * d;
        long block = 4 * (d * d + d) + d * f + f + f * d + d + 4 * d;
        return tables + point.layers() * block + (d + 1) * point.classes();
    }

    /** Returns how many products of two numbers a step adds up. */
    long multiplyAdds(GrowthStep step) {
        long d = point.width();
        long row = 4 * d * d + 2 * d * point.inner() + 2L * point.length() * d;
        long forward = point.tokens() * point.layers() * row + point.batch() * d * point.classes();
        return step == GrowthStep.TRAIN ? 3 * forward : forward;
    }

    /** Returns floating-point operations, two for each multiply-add. */
    double flops(GrowthStep step) {
        return 2.0 * multiplyAdds(step);
    }

    /** Returns bytes that the optimizer reads and writes, 0 in inference; they grow as V does. */
    long optimizerBytes(GrowthStep step) {
        return step == GrowthStep.TRAIN ? TOUCHES * BYTES * parameters() : 0;
    }

    /**
     * Returns the bytes that are held at the fullest moment of a step: parameters, for training
     * also gradients and two moments, and activations.
     */
    long memoryBytes(GrowthStep step) {
        return step == GrowthStep.TRAIN
                ? BYTES * (4 * parameters() + keptFloats() + backwardFloats())
                : BYTES * (parameters() + forwardFloats());
    }

    /**
     * Returns floats that training keeps for the backward pass.
     *
     * <pre>
     * embedding  N (2 D + 1)                       x̂, 1/σ, output
     * block      N (9 D + 2 F + H T + 2)           Q K V, context, part, 2 x̂, norm, output;
     *                                              before and after GELU; A [B, H, T, T]; 2 1/σ
     * end        B (D + C)                         mean of the positions, output
     * </pre>
     */
    long keptFloats() {
        long d = point.width();
        long block = 9 * d + 2L * point.inner() + (long) point.heads() * point.length() + 2;
        return point.tokens() * (2 * d + 1 + point.layers() * block)
                + point.batch() * (d + point.classes());
    }

    /**
     * Returns floats of the backward pass of one block, which all blocks share: N (5 D + F), two
     * squares of T a thread, and the gradients of its output and input, 2 N D.
     */
    private long backwardFloats() {
        long squares = 2L * point.threads() * point.length() * point.length();
        return point.tokens() * (7L * point.width() + point.inner()) + squares;
    }

    /**
     * Returns floats of one block in inference with its input and output: N (10 D + F + H T + 2).
     */
    private long forwardFloats() {
        long row = 10L * point.width() + point.inner() + (long) point.heads() * point.length() + 2;
        return point.tokens() * row;
    }
}
