package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A straight line through noisy points, found by walking down the slope of the squared error.
 *
 * <pre>
 * ŷ = Xw + b
 * L = (1/N) Σ_n (ŷ_n - y_n)²
 * ∂L/∂w = (2/N) Xᵀ(ŷ - y)     ∂L/∂b = (2/N) Σ_n (ŷ_n - y_n)
 * </pre>
 *
 * @param weights w, [D, 1]
 * @param bias b, [1]
 * @see <a href="https://d2l.ai/chapter_linear-regression/linear-regression.html">Dive into Deep
 *     Learning, 3.1</a>
 */
public record LinearRegression(INDArray weights, INDArray bias) {

    /** Checks that there is one column of weights and one bias. */
    public LinearRegression {
        Arguments.matrix("weights", weights, 1, "Give one weight a feature, as a column.");
        Arguments.shape("bias", bias, "There is one bias.", 1);
    }

    /** Returns the flat line at height zero, in double precision. */
    public static LinearRegression zeros(int features) {
        Arguments.count("features", features, "Count the columns of the inputs.");
        return new LinearRegression(
                Nd4j.zeros(DataType.DOUBLE, features, 1), Nd4j.zeros(DataType.DOUBLE, 1));
    }

    /** Returns the predictions, [N, 1], for inputs [N, D]. */
    public INDArray predict(INDArray inputs) {
        Arguments.inputs("inputs", inputs, weights);
        return inputs.mmul(weights).add(bias);
    }

    /** Returns the mean squared error for inputs [N, D] and targets [N, 1]. */
    public double loss(INDArray inputs, INDArray targets) {
        INDArray error = error(inputs, targets);
        return error.mul(error).meanNumber().doubleValue();
    }

    /**
     * Returns the line after one step of gradient descent over all examples.
     *
     * @param inputs X, [N, D]
     * @param targets y, [N, 1]
     * @param learningRate length of the step, above zero; too large and the error grows
     */
    public LinearRegression step(INDArray inputs, INDArray targets, double learningRate) {
        Arguments.positive("learningRate", learningRate, "Try 0.1.");
        INDArray slope = error(inputs, targets).mul(2.0 / inputs.size(0)); // ∂L/∂ŷ, [N, 1]
        INDArray weightGradient = inputs.transpose().mmul(slope); // [D, 1]
        INDArray biasGradient = slope.sum(0); // [1]
        return new LinearRegression(
                weights.sub(weightGradient.mul(learningRate)),
                bias.sub(biasGradient.mul(learningRate)));
    }

    /** Returns the line after the given number of {@link #step steps}. */
    public LinearRegression train(
            INDArray inputs, INDArray targets, double learningRate, int steps) {
        LinearRegression line = this;
        for (int i = 0; i < steps; i++) {
            line = line.step(inputs, targets, learningRate);
        }
        return line;
    }

    private INDArray error(INDArray inputs, INDArray targets) {
        Arguments.shape("targets", targets, "Give one target an input row.", inputs.size(0), 1);
        return predict(inputs).sub(targets);
    }
}
