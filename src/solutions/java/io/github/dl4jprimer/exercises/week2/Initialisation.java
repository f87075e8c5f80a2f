package io.github.dl4jprimer.exercises.week2;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * w2-initialisation：权重起步时该有多大。 / How large the weights should be at the start.
 *
 * <p>fanIn 是一层的输入个数，fanOut 是输出个数，deviation 是标准差。权重服从均值为 0 的正态分布，形状 [fanIn, fanOut]，随机数都从传入的 random
 * 里取。
 *
 * <p>fanIn is a layer's number of inputs, fanOut that of its outputs, deviation a standard
 * deviation. The weights are normally distributed around 0, of shape [fanIn, fanOut]; all random
 * numbers come from the random that is given.
 *
 * <pre>
 * Xavier (tanh): var(W) = 2 / (fanIn + fanOut)
 * He (ReLU):     var(W) = 2 / fanIn
 *
 * xavier(300, 100) = √(2 / 400) = 0.0707
 * he(200)          = √(2 / 200) = 0.1
 * weights(200, 100, 0.1, random): [200, 100], mean ≈ 0, deviation ≈ 0.1
 * </pre>
 */
public final class Initialisation {
    private Initialisation() {}

    /** Xavier 的标准差。 / The standard deviation of Xavier. */
    public static double xavier(int fanIn, int fanOut) {
        // answer
        return Math.sqrt(2.0 / (fanIn + fanOut));
        // end
    }

    /** He 的标准差。 / The standard deviation of He. */
    public static double he(int fanIn) {
        // answer
        return Math.sqrt(2.0 / fanIn);
        // end
    }

    /** 随机权重 [fanIn, fanOut]。 / Random weights, [fanIn, fanOut]. */
    public static INDArray weights(int fanIn, int fanOut, double deviation, Random random) {
        // answer
        double[][] weights = new double[fanIn][fanOut];
        for (double[] row : weights) {
            for (int out = 0; out < fanOut; out++) {
                row[out] = deviation * random.nextGaussian();
            }
        }
        return Nd4j.createFromArray(weights);
        // end
    }
}
