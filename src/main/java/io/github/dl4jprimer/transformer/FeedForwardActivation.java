package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.ActivationKernel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The bend between the two products of a Transformer's feed-forward part.
 *
 * <p>ND4J has two operations named after GELU and neither is BERT's: {@code gelu} is x σ(1.702 x)
 * and overwrites its argument, {@code precise_gelu} gives 1.9211 at 2 where GELU is 1.9545.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel: Gaussian error linear
 *     units</a>
 */
public enum FeedForwardActivation {
    /**
     * x Φ(x) with the distribution function of the normal distribution, Φ(x) = (1 + erf(x / √2)) /
     * 2; BERT's.
     */
    GELU(ActivationKernel.GELU) {
        @Override
        public INDArray value(INDArray x) {
            return phi(x).muli(x);
        }

        @Override
        public INDArray slope(INDArray x) {
            INDArray density = Transforms.exp(x.mul(x).muli(-0.5)).muli(1 / Math.sqrt(2 * Math.PI));
            return phi(x).addi(density.muli(x));
        }

        private INDArray phi(INDArray x) {
            INDArray scaled = x.mul(Math.sqrt(0.5));
            return Nd4j.getExecutioner().exec(new Erf(scaled)).addi(1).muli(0.5);
        }
    },

    /** x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2; GPT-2's, {@code gelu_new} at HuggingFace. */
    GELU_TANH(ActivationKernel.GELU_TANH) {
        @Override
        public INDArray value(INDArray x) {
            return tanh(x).addi(1).muli(0.5).muli(x);
        }

        @Override
        public INDArray slope(INDArray x) {
            INDArray tanh = tanh(x);
            // d/dx of the argument of tanh: √(2/π) (1 + 3 * 0.044715 x²)
            INDArray inner = x.mul(x).muli(3 * CUBIC).addi(1).muli(SCALE);
            INDArray bend = tanh.mul(tanh).rsubi(1).muli(inner).muli(x);
            return tanh.addi(1).addi(bend).muli(0.5);
        }

        private INDArray tanh(INDArray x) {
            INDArray cube = x.mul(x).muli(x).muli(CUBIC);
            return Transforms.tanh(cube.addi(x).muli(SCALE), false);
        }
    },

    /** max(x, 0), with slope 0 at 0; the first Transformer's. */
    RELU(ActivationKernel.RELU) {
        @Override
        public INDArray value(INDArray x) {
            return Transforms.max(x, 0, true);
        }

        @Override
        public INDArray slope(INDArray x) {
            return x.gt(0).castTo(x.dataType());
        }
    };

    private static final double SCALE = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    private final ActivationKernel kernel;

    FeedForwardActivation(ActivationKernel kernel) {
        this.kernel = kernel;
    }

    /** Returns f(x), a new array of x's shape. */
    public abstract INDArray value(INDArray x);

    /** Returns f'(x), a new array of x's shape. */
    public abstract INDArray slope(INDArray x);

    /** The same function on float tiles. */
    ActivationKernel kernel() {
        return kernel;
    }
}
