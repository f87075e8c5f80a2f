package io.github.dl4jprimer.scratch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sends random signals through a deep stack of fresh blocks, with and without shortcut and norm.
 *
 * <pre>
 * f(x)       = relu(x W₁) W₂          Xavier weights: f(x) has half the variance of x
 * plain      y = f(x)
 * shortcut   y = x + f(x)
 * post-norm  y = norm(x + f(x))
 * pre-norm   y = x + f(norm(x))
 * </pre>
 *
 * <p>A shortcut has derivative one: whatever the blocks do, it carries the gradient past them. But
 * each block adds to the sum, so that without a norm the signal grows by a factor a block, √1.5
 * here. A norm after the sum keeps its size; a norm in front of f lets the sum grow by a constant
 * amount a block and leaves the shortcut alone.
 *
 * @param wiring what is around f
 * @param blocks number of blocks, at least 1
 * @param width features, at least 1
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al. 2015: Deep residual learning</a>
 * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. 2020: On layer normalization in the
 *     Transformer architecture</a>
 */
public record ResidualSignal(Wiring wiring, int blocks, int width) {
    private static final int EXAMPLES = 64;

    /** What is around a block's function f. */
    public enum Wiring {
        /** y = f(x). */
        PLAIN,
        /** y = x + f(x). */
        SHORTCUT,
        /** y = norm(x + f(x)), as in BERT. */
        POST_NORM,
        /** y = x + f(norm(x)), as in GPT-2. */
        PRE_NORM
    }

    /**
     * What arrives at one block.
     *
     * @param number 1 is next to the input
     * @param signal standard deviation of the block's output
     * @param gradient standard deviation of the loss's gradient by that output, about 1 at the last
     */
    public record Arrival(int number, double signal, double gradient) {}

    /** Checks the numbers. */
    public ResidualSignal {
        Arguments.count("blocks", blocks, "Try 24.");
        Arguments.count("width", width, "Try 64.");
    }

    /** Sends 64 standard normal inputs forward and as many gradients back. */
    public List<Arrival> run(long seed) {
        var random = new Random(seed);
        var stack = new ArrayList<Block>();
        INDArray signal = standardNormal(random);
        for (int i = 0; i < blocks; i++) {
            var block = new Block(wiring, weights(random), weights(random), signal);
            stack.add(block);
            signal = block.output();
        }
        INDArray gradient = standardNormal(random);
        var arrivals = new ArrayList<Arrival>();
        for (int i = blocks - 1; i >= 0; i--) {
            arrivals.add(new Arrival(i + 1, spread(stack.get(i).output()), spread(gradient)));
            gradient = stack.get(i).backward(gradient);
        }
        Collections.reverse(arrivals);
        return List.copyOf(arrivals);
    }

    /** A block that has seen its input; all arrays are [examples, width]. */
    static final class Block {
        private final Wiring wiring;
        private final INDArray first;
        private final INDArray second;
        private final LayerNorm norm;
        private final INDArray sums; // x W₁ of the function's input
        private final LayerNorm.Cache before;
        private final LayerNorm.Cache after;
        private final INDArray output;

        Block(Wiring wiring, INDArray first, INDArray second, INDArray x) {
            this.wiring = wiring;
            this.first = first;
            this.second = second;
            norm = LayerNorm.of((int) x.size(1));
            before = wiring == Wiring.PRE_NORM ? norm.forward(x) : null;
            sums = (before == null ? x : before.output()).mmul(first);
            INDArray added = ActivationFunction.RELU.value(sums).mmul(second);
            INDArray sum = wiring == Wiring.PLAIN ? added : added.add(x);
            after = wiring == Wiring.POST_NORM ? norm.forward(sum) : null;
            output = after == null ? sum : after.output();
        }

        INDArray output() {
            return output;
        }

        /** Returns ∂L/∂x from ∂L/∂y. */
        INDArray backward(INDArray gradient) {
            INDArray ofSum = after == null ? gradient : norm.backward(after, gradient).input();
            INDArray hidden = ofSum.mmul(second.transpose());
            INDArray ofFunction =
                    hidden.mul(ActivationFunction.RELU.derivative(sums)).mmul(first.transpose());
            INDArray around =
                    before == null ? ofFunction : norm.backward(before, ofFunction).input();
            return wiring == Wiring.PLAIN ? around : around.add(ofSum);
        }
    }

    private INDArray weights(Random random) {
        return Initialization.XAVIER.weights(width, width, random);
    }

    private INDArray standardNormal(Random random) {
        return Initialization.TOO_LARGE.weights(EXAMPLES, width, random); // deviation 1
    }

    private static double spread(INDArray array) {
        return array.stdNumber(false).doubleValue();
    }
}
