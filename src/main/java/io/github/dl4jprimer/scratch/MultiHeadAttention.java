package io.github.dl4jprimer.scratch;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Several {@link Attention}s side by side, each looking for something else in the same sentence.
 *
 * <pre>
 * Q = X W_q,  K = X W_k,  V = X W_v        [T, D] each
 * head h attends with columns h d to (h + 1) d - 1 of the three,  d = D / H
 * C = the heads' outputs beside each other  [T, D]
 * Y = C W_o                                 [T, D]
 * </pre>
 *
 * <p>T counts characters, F is the width of their embeddings, D that of all heads together, H the
 * number of heads. Biases are left out.
 *
 * @param wq W_q, [F, D]
 * @param wk W_k, [F, D]
 * @param wv W_v, [F, D]
 * @param wo W_o, [D, D]
 * @param heads H, which divides D
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention is all you need,
 *     3.2.2</a>
 */
public record MultiHeadAttention(INDArray wq, INDArray wk, INDArray wv, INDArray wo, int heads) {

    /** Checks that the projections fit together and that the heads share them out evenly. */
    public MultiHeadAttention {
        Arguments.matrix("wq", wq, -1, "W_q is [inputs, width].");
        Arguments.shape("wk", wk, "W_k has the shape of W_q.", wq.shape());
        Arguments.shape("wv", wv, "W_v has the shape of W_q.", wq.shape());
        Arguments.shape("wo", wo, "W_o is [width, width].", wq.size(1), wq.size(1));
        Arguments.count("heads", heads, "One head is plain attention.");
        if (wq.size(1) % heads != 0) {
            throw new IllegalArgumentException(
                    "heads must divide the width %d, got %d. Choose one that leaves no rest."
                            .formatted(wq.size(1), heads));
        }
    }

    /**
     * What each head did, and what came of it.
     *
     * @param heads one attention a head
     * @param context C, [T, D]
     * @param output Y, [T, D]
     */
    public record Result(List<Attention> heads, INDArray context, INDArray output) {
        /** Copies the list. */
        public Result {
            heads = List.copyOf(heads);
        }
    }

    /** Returns untrained attention in double precision, as wide as its inputs. */
    public static MultiHeadAttention random(int width, int heads, long seed) {
        var random = new Random(seed);
        return new MultiHeadAttention(
                Initialization.XAVIER.weights(width, width, random),
                Initialization.XAVIER.weights(width, width, random),
                Initialization.XAVIER.weights(width, width, random),
                Initialization.XAVIER.weights(width, width, random),
                heads);
    }

    /** Attends over one sentence X [T, F], every character seeing all. */
    public Result forward(INDArray x) {
        return forward(x, Nd4j.ones(x.size(0), x.size(0)));
    }

    /**
     * Attends over one sentence.
     *
     * @param x X, [T, F]
     * @param mask [T, T], 1 where character t may look at character u, 0 where not
     */
    public Result forward(INDArray x, INDArray mask) {
        Arguments.inputs("x", x, wq);
        INDArray q = x.mmul(wq); // [T, D]
        INDArray k = x.mmul(wk); // [T, D]
        INDArray v = x.mmul(wv); // [T, D]
        List<Attention> results =
                IntStream.range(0, heads)
                        .mapToObj(h -> Attention.of(part(q, h), part(k, h), part(v, h), mask))
                        .toList();
        var outputs = results.stream().map(Attention::output).toArray(INDArray[]::new);
        INDArray context = Nd4j.concat(1, outputs); // [T, D]
        return new Result(results, context, context.mmul(wo));
    }

    /** The columns of head h, [T, d]. */
    private INDArray part(INDArray projected, int h) {
        long width = projected.size(1) / heads;
        var columns = NDArrayIndex.interval(h * width, (h + 1) * width);
        return projected.get(NDArrayIndex.all(), columns);
    }
}
