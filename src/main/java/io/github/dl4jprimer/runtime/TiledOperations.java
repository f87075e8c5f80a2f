package io.github.dl4jprimer.runtime;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Operations that libnd4j works out number by number, each through a function pointer, done in
 * {@linkplain TileLoop loops that become vector instructions}.
 *
 * <pre>
 * adam_updater   m = β₁ m + (1 - β₁) g,   v = β₂ v + (1 - β₂) g²,   step = rate m / (√v + ε)
 * relu_bp        ∂L/∂z = ∂L/∂a where z &gt; 0, else 0
 * </pre>
 *
 * <p>The formulas are libnd4j's, in its precision.
 */
final class TiledOperations {
    /** Numbers from which copying them in and out is worth it. */
    static final long SMALLEST = 4096;

    private final int threads;

    /**
     * @param threads parts of the loops over {@linkplain OperationThreads#LARGE large} arrays
     */
    TiledOperations(int threads) {
        this.threads = threads;
    }

    /**
     * Runs an operation, if it is one of those above on large float arrays without gaps.
     *
     * @return whether it was done
     */
    boolean run(CustomOp operation, OpContext context) {
        var body =
                switch (operation.opName()) {
                    case "adam_updater" -> adam(context);
                    case "relu_bp" -> reluGradient(context);
                    default -> null;
                };
        return body != null && run(body, context.getInputArrays(), context.getOutputArrays());
    }

    private boolean run(TileLoop.Body body, List<INDArray> from, List<INDArray> to) {
        long length = from.get(0).length();
        if (length < SMALLEST || !TileLoop.fits(from, to)) {
            return false;
        }
        TileLoop.of(from, to).run(length < OperationThreads.LARGE ? 1 : threads, body);
        return true;
    }

    /**
     * Adam's step late in training, or where the caller corrects the bias of both moments, as
     * {@code TorchAdam} does: libnd4j's own correction is left to it, and a rate of 0, which it
     * takes for "none given".
     */
    private static TileLoop.Body adam(OpContext context) {
        var numbers = context.getTArguments();
        if (context.getInputArrays().size() != 3 || numbers.size() != 4) {
            return null;
        }
        float rate = numbers.get(0).floatValue();
        float beta1 = numbers.get(1).floatValue();
        float beta2 = numbers.get(2).floatValue();
        float epsilon = numbers.get(3).floatValue();
        double step = context.getIArguments().get(0) + 1.0;
        if (rate == 0 || isFelt(beta1, step) || isFelt(beta2, step)) {
            return null;
        }
        return (tiles, count) -> adam(tiles, count, rate, beta1, beta2, epsilon);
    }

    /** Whether β^t still counts in the correction, 1 - β^t. */
    private static boolean isFelt(float beta, double step) {
        return (float) Math.pow(beta, step) != 0;
    }

    private static void adam(
            float[][] tiles, int count, float rate, float beta1, float beta2, float epsilon) {
        float[] gradient = tiles[0];
        float[] v = tiles[1];
        float[] m = tiles[2];
        float new1 = 1 - beta1;
        float new2 = 1 - beta2;
        for (int i = 0; i < count; i++) {
            float g = gradient[i];
            float mean = beta1 * m[i] + g * new1;
            float square = beta2 * v[i] + g * g * new2;
            m[i] = mean;
            v[i] = square;
            gradient[i] = mean * rate / ((float) Math.sqrt(square) + epsilon);
        }
    }

    private static TileLoop.Body reluGradient(OpContext context) {
        var threshold = context.getTArguments();
        boolean plain = threshold.isEmpty() || threshold.get(0) == 0;
        return plain && context.getInputArrays().size() == 2
                ? (tiles, count) -> reluGradient(tiles[0], tiles[1], count)
                : null;
    }

    private static void reluGradient(float[] z, float[] gradient, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = z[i] > 0 ? gradient[i] : 0;
        }
    }
}
