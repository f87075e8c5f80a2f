package io.github.dl4jprimer.course.week3;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * A deep stack of sigmoid layers whose sums are normalised before the bend, over the batch, over
 * each example's own sums, or not at all.
 *
 * <p>DL4J has no layer-normalisation layer: a dense layer does it itself, with {@code
 * hasLayerNorm}.
 *
 * <p>Under batch normalisation the order is sums, normalisation, bend: DL4J's layer is put between
 * a dense layer that bends nothing and an activation layer, so that both kinds normalise the same
 * numbers.
 *
 * @param inputs columns of the features
 * @param depth hidden layers
 * @param hiddenSize neurons of each
 * @param classes columns of the targets
 * @param learningRate of plain gradient descent
 */
record NormalizedNetwork(int inputs, int depth, int hiddenSize, int classes, double learningRate) {
    /** What the sums of a layer are normalised over. */
    enum Over {
        /** Not at all. */
        NOTHING,
        /** Each feature over the examples of the batch. */
        BATCH,
        /** Each example over its own features. */
        LAYER
    }

    /** Returns the DL4J configuration. */
    MultiLayerConfiguration configuration(Over over, long seed) {
        var layers =
                new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .updater(new Sgd(learningRate))
                        .weightInit(WeightInit.XAVIER)
                        .list();
        for (int i = 0; i < depth; i++) {
            layers.layer(
                    new DenseLayer.Builder()
                            .nIn(i == 0 ? inputs : hiddenSize)
                            .nOut(hiddenSize)
                            .hasLayerNorm(over == Over.LAYER)
                            .activation(
                                    over == Over.BATCH ? Activation.IDENTITY : Activation.SIGMOID)
                            .build());
            if (over == Over.BATCH) {
                layers.layer(new BatchNormalization.Builder().nOut(hiddenSize).build());
                layers.layer(new ActivationLayer(Activation.SIGMOID));
            }
        }
        return layers.layer(
                        new OutputLayer.Builder(new LossMCXENT())
                                .nIn(hiddenSize)
                                .nOut(classes)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build();
    }
}
