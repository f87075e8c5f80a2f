package io.github.dl4jprimer.mlp;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A stack of dense layers: each bends weighted sums of the one before, the last one answers.
 *
 * <pre>A₀ = X [N, inputs],   A_l = f(A_(l-1) W_l + b_l) [N, neurons of layer l]</pre>
 *
 * <p>Every setting that matters is written down, so that none of DL4J's defaults (sigmoid, plain
 * gradient descent, a seed from the clock) is chosen by accident.
 *
 * @param layerSizes inputs, hidden neurons layer by layer, outputs
 * @param hidden what the hidden layers have in common
 * @param output what the last layer answers, and its loss
 * @param updater optimizer with its learning rate
 * @param regularization what keeps the network from learning by heart
 * @param seed source of the initial weights and of dropout
 */
public record MultilayerPerceptron(
        List<Integer> layerSizes,
        Hidden hidden,
        Output output,
        IUpdater updater,
        Regularization regularization,
        long seed) {

    /** Checks the layer sizes. */
    public MultilayerPerceptron {
        layerSizes = List.copyOf(layerSizes);
        if (layerSizes.size() < 2 || layerSizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "layerSizes must be inputs, hidden neurons and outputs, each at least 1, got "
                            + layerSizes
                            + ". Count the columns of the features and of the targets.");
        }
    }

    /** Returns a network for one of several classes: ReLU, softmax, and Adam at 0.001. */
    public static MultilayerPerceptron classifier(
            int inputSize, List<Integer> hiddenSizes, int classes, long seed) {
        return of(inputSize, hiddenSizes, classes, Output.classifier(), seed);
    }

    /** Returns a network for numbers: ReLU, squared error, and Adam at 0.001. */
    public static MultilayerPerceptron regressor(
            int inputSize, List<Integer> hiddenSizes, int outputs, long seed) {
        return of(inputSize, hiddenSizes, outputs, Output.regressor(), seed);
    }

    /** Returns a network for yes or no: ReLU, one sigmoid output, and Adam at 0.001. */
    public static MultilayerPerceptron binary(int inputSize, List<Integer> hiddenSizes, long seed) {
        return of(inputSize, hiddenSizes, 1, Output.binary(), seed);
    }

    private static MultilayerPerceptron of(
            int inputSize, List<Integer> hiddenSizes, int outputs, Output output, long seed) {
        var sizes =
                Stream.of(List.of(inputSize), hiddenSizes, List.of(outputs))
                        .flatMap(List::stream)
                        .toList();
        return new MultilayerPerceptron(
                sizes, Hidden.relu(), output, new Adam(1e-3), Regularization.none(), seed);
    }

    /** Returns the DL4J configuration, for {@code new MultiLayerNetwork(configuration)}. */
    public MultiLayerConfiguration configuration() {
        var layers =
                new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .updater(updater)
                        .weightInit(hidden.weightInit())
                        .list();
        int last = layerSizes.size() - 1;
        for (int i = 1; i < last; i++) {
            addHiddenLayer(layers, i);
        }
        var answer = new OutputLayer.Builder(output.loss()).activation(output.activation());
        answer.nIn(layerSizes.get(last - 1)).nOut(layerSizes.get(last));
        return layers.layer(regularization.applyTo(answer, last > 1).build()).build();
    }

    private void addHiddenLayer(ListBuilder layers, int i) {
        var dense = new HiddenLayer.Builder().nIn(layerSizes.get(i - 1)).nOut(layerSizes.get(i));
        dense.inputGradient(i > 1);
        regularization.applyTo(dense, i > 1);
        if (!hidden.batchNorm()) {
            layers.layer(dense.activation(hidden.activation()).build());
            return;
        }
        layers.layer(dense.activation(Activation.IDENTITY).build());
        layers.layer(new BatchNormalization.Builder().nOut(layerSizes.get(i)).build());
        layers.layer(new ActivationLayer(hidden.activation()));
    }

    /** Returns a copy with other hidden layers. */
    public MultilayerPerceptron withHidden(Hidden hidden) {
        return new MultilayerPerceptron(layerSizes, hidden, output, updater, regularization, seed);
    }

    /** Returns a copy with another answer or loss. */
    public MultilayerPerceptron withOutput(Output output) {
        return new MultilayerPerceptron(layerSizes, hidden, output, updater, regularization, seed);
    }

    /** Returns a copy with another optimizer. */
    public MultilayerPerceptron withUpdater(IUpdater updater) {
        return new MultilayerPerceptron(layerSizes, hidden, output, updater, regularization, seed);
    }

    /** Returns a copy with another regularisation. */
    public MultilayerPerceptron withRegularization(Regularization regularization) {
        return new MultilayerPerceptron(layerSizes, hidden, output, updater, regularization, seed);
    }
}
