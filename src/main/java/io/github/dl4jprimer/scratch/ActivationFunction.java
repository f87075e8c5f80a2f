package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The bend in a neuron, f in y = f(Wx + b), with the derivative that backpropagation needs.
 *
 * <p>Without it a stack of layers would be one linear map. Both methods work element by element on
 * an array of any shape and return a new array of that shape.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel: Gaussian error linear
 *     units</a>
 */
public enum ActivationFunction {
    /** σ(z) = 1 / (1 + e⁻ᶻ), in (0, 1); σ′ = σ (1 - σ), at most 1/4, so deep stacks lose signal. */
    SIGMOID {
        @Override
        public INDArray value(INDArray z) {
            return Transforms.sigmoid(z);
        }

        @Override
        public INDArray derivative(INDArray z) {
            INDArray y = value(z);
            return y.mul(y.rsub(1));
        }
    },

    /** tanh(z) = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ), in (-1, 1); tanh′ = 1 - tanh². */
    TANH {
        @Override
        public INDArray value(INDArray z) {
            return Transforms.tanh(z);
        }

        @Override
        public INDArray derivative(INDArray z) {
            INDArray y = value(z);
            return y.mul(y).rsub(1);
        }
    },

    /** max(0, z); the derivative is 1 above zero and 0 below, and taken as 0 at zero itself. */
    RELU {
        @Override
        public INDArray value(INDArray z) {
            return Transforms.relu(z);
        }

        @Override
        public INDArray derivative(INDArray z) {
            return z.gt(0).castTo(z.dataType());
        }
    },

    /**
     * z Φ(z) with Φ(z) = (1 + erf(z/√2)) / 2, the exact form that BERT uses; the derivative is Φ(z)
     * + z φ(z) with φ(z) = e^(-z²/2) / √(2π).
     *
     * <p>ND4J's {@code gelu} and {@code precise_gelu} are approximations and give other numbers.
     */
    GELU {
        @Override
        public INDArray value(INDArray z) {
            return z.mul(normalDistribution(z));
        }

        @Override
        public INDArray derivative(INDArray z) {
            INDArray density = Transforms.exp(z.mul(z).muli(-0.5)).divi(Math.sqrt(2 * Math.PI));
            return normalDistribution(z).addi(z.mul(density));
        }

        private INDArray normalDistribution(INDArray z) {
            return Nd4j.math().erf(z.div(Math.sqrt(2))).addi(1).muli(0.5);
        }
    };

    /** Returns f(z). */
    public abstract INDArray value(INDArray z);

    /** Returns f′(z), given the same z as {@link #value}, not the activation. */
    public abstract INDArray derivative(INDArray z);
}
