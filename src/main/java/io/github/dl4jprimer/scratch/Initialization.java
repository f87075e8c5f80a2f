package io.github.dl4jprimer.scratch;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How large the random weights are at the start, as a standard deviation of a normal distribution.
 *
 * <p>A layer multiplies the size of its signal by about √fanIn times this number (and a rectifier
 * halves the variance), so the right size depends on the layer; {@link SignalPropagation} shows
 * what the wrong one does after 20 layers.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio: Understanding
 *     the difficulty of training deep feedforward neural networks</a>
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al.: Delving deep into rectifiers</a>
 */
public enum Initialization {
    /** All zero: every neuron of a layer is the same neuron and stays so. */
    ZERO {
        @Override
        public double standardDeviation(int fanIn, int fanOut) {
            return 0;
        }
    },
    /** 0.01 whatever the width: the signal dies out. */
    TOO_SMALL {
        @Override
        public double standardDeviation(int fanIn, int fanOut) {
            return 0.01;
        }
    },
    /** √(2 / (fanIn + fanOut)): keeps the variance of tanh layers, forward and backward. */
    XAVIER {
        @Override
        public double standardDeviation(int fanIn, int fanOut) {
            return Math.sqrt(2.0 / (fanIn + fanOut));
        }
    },
    /** √(2 / fanIn): makes up for the half of the variance that ReLU removes. */
    HE {
        @Override
        public double standardDeviation(int fanIn, int fanOut) {
            return Math.sqrt(2.0 / fanIn);
        }
    },
    /** 1 whatever the width: ReLU explodes, sigmoid and tanh saturate. */
    TOO_LARGE {
        @Override
        public double standardDeviation(int fanIn, int fanOut) {
            return 1;
        }
    };

    /** Returns the standard deviation for a layer with the given numbers of inputs and outputs. */
    public abstract double standardDeviation(int fanIn, int fanOut);

    /** Returns the start that suits an activation: He for the rectifiers, Xavier otherwise. */
    public static Initialization suiting(ActivationFunction activation) {
        return switch (activation) {
            case RELU, GELU -> HE;
            case SIGMOID, TANH -> XAVIER;
        };
    }

    /**
     * Returns random weights in double precision.
     *
     * @param fanIn number of inputs, at least 1
     * @param fanOut number of outputs, at least 1
     * @param random source of the numbers; the same seed gives the same weights
     * @return weights, [fanIn, fanOut]
     */
    public INDArray weights(int fanIn, int fanOut, Random random) {
        Arguments.count("fanIn", fanIn, "A layer needs an input.");
        Arguments.count("fanOut", fanOut, "A layer needs an output.");
        double[] normal =
                DoubleStream.generate(random::nextGaussian).limit((long) fanIn * fanOut).toArray();
        return Nd4j.create(normal, new long[] {fanIn, fanOut}, DataType.DOUBLE)
                .muli(standardDeviation(fanIn, fanOut));
    }
}
