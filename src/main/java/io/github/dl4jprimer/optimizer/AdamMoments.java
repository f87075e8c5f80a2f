package io.github.dl4jprimer.optimizer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Bias correction of Adam and AMSGrad, folded into the arguments of ND4J's native ops.
 *
 * <p>PyTorch computes {@code lr * (m / c1) / (sqrt(v / c2) + eps)} with {@code c1 = 1 - beta1^t}
 * and {@code c2 = 1 - beta2^t}. ND4J adds eps before the correction: {@code lr * sqrt(c2) / c1 * m
 * / (sqrt(v) + eps)}. Both agree when ND4J is handed {@code eps * sqrt(c2)}.
 *
 * <p>The native op also computes c1 and c2 itself, in single precision for single-precision
 * parameters, where {@code 1 - 0.999} keeps four digits only. Told that it is far along ({@link
 * #LATE}) its own factors are 1, and the exact ones are put into the rate.
 *
 * @param rate learning rate with the correction
 * @param epsilon eps with the correction
 */
record AdamMoments(double rate, double epsilon) {
    /** An iteration at which {@code beta^t} is 0 in any precision. */
    static final int LATE = Integer.MAX_VALUE - 1;

    static AdamMoments corrected(double rate, double beta1, double beta2, double epsilon, int t) {
        double c1 = 1 - Math.pow(beta1, t);
        double c2 = Math.sqrt(1 - Math.pow(beta2, t));
        return new AdamMoments(rate * c2 / c1, epsilon * c2);
    }

    /** Makes the step zero at rate 0, which the native ops take for "no rate given". */
    static void stopAtRateZero(INDArray step, double rate) {
        if (rate == 0) {
            step.assign(0);
        }
    }
}
