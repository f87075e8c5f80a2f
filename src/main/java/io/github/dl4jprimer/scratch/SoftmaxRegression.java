package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The smallest classifier that learns: one neuron a class, and the classes share out the
 * probability.
 *
 * <pre>
 * Z = XW + b,   P = softmax(Z),   L = cross-entropy(Z, Q)
 * ∂L/∂Z = (P - Q) / N     ∂L/∂W = Xᵀ ∂L/∂Z     ∂L/∂b = Σ_n ∂L/∂Z_n
 * </pre>
 *
 * <p>It draws straight borders only; {@link TwoLayerNetwork} bends them.
 *
 * @param weights W, [D, C]
 * @param bias b, [C]
 * @see <a href="https://d2l.ai/chapter_linear-classification/softmax-regression.html">Dive into
 *     Deep Learning, 4.1</a>
 */
public record SoftmaxRegression(INDArray weights, INDArray bias) {

    /** Checks that there is one bias a class. */
    public SoftmaxRegression {
        Arguments.matrix("weights", weights, -1, "Weights are [inputs, classes].");
        Arguments.shape("bias", bias, "Give one bias a class.", weights.size(1));
    }

    /** Returns the model that finds all classes equally likely, in double precision. */
    public static SoftmaxRegression zeros(int features, int classes) {
        Arguments.count("features", features, "Count the columns of the inputs.");
        Arguments.count("classes", classes, "Count the columns of the targets.");
        return new SoftmaxRegression(
                Nd4j.zeros(DataType.DOUBLE, features, classes),
                Nd4j.zeros(DataType.DOUBLE, classes));
    }

    /** Returns the scores before the softmax, [N, C], for inputs [N, D]. */
    public INDArray logits(INDArray inputs) {
        Arguments.inputs("inputs", inputs, weights);
        return inputs.mmul(weights).add(bias);
    }

    /** Returns the probability of each class, [N, C], for inputs [N, D]. */
    public INDArray probabilities(INDArray inputs) {
        return Softmax.of(logits(inputs));
    }

    /** Returns the mean cross-entropy for inputs [N, D] and one-hot targets [N, C]. */
    public double loss(INDArray inputs, INDArray targets) {
        return CrossEntropy.value(logits(inputs), targets);
    }

    /** Returns the share of examples whose likeliest class is the target, in [0, 1]. */
    public double accuracy(INDArray inputs, INDArray targets) {
        return Accuracy.of(logits(inputs), targets);
    }

    /**
     * Returns the model after one step of gradient descent over all examples.
     *
     * @param inputs X, [N, D]
     * @param targets Q, one-hot, [N, C]
     * @param learningRate length of the step, above zero
     */
    public SoftmaxRegression step(INDArray inputs, INDArray targets, double learningRate) {
        Arguments.positive("learningRate", learningRate, "Try 0.1.");
        INDArray dLogits = CrossEntropy.gradient(logits(inputs), targets); // [N, C]
        INDArray dWeights = inputs.transpose().mmul(dLogits); // [D, C]
        INDArray dBias = dLogits.sum(0); // [C]
        return new SoftmaxRegression(
                weights.sub(dWeights.mul(learningRate)), bias.sub(dBias.mul(learningRate)));
    }

    /** Returns the model after the given number of {@link #step steps}. */
    public SoftmaxRegression train(
            INDArray inputs, INDArray targets, double learningRate, int steps) {
        SoftmaxRegression model = this;
        for (int i = 0; i < steps; i++) {
            model = model.step(inputs, targets, learningRate);
        }
        return model;
    }
}
