/**
 * The multilayer perceptron as Deeplearning4j configurations.
 *
 * <p>Start with {@link io.github.dl4jprimer.mlp.MultilayerPerceptron}: layer sizes and a seed in, a
 * {@code MultiLayerConfiguration} out. {@link io.github.dl4jprimer.mlp.Output} says what the last
 * layer answers and how it is judged, {@link io.github.dl4jprimer.mlp.HiddenLayer} is DL4J's dense
 * layer without a second forward pass, {@link io.github.dl4jprimer.mlp.Regularization} what holds
 * the weights back, and {@link io.github.dl4jprimer.mlp.InitialWeights} starts a network from given
 * weights, for example those of the network written by hand.
 *
 * @see <a href="https://d2l.ai/chapter_multilayer-perceptrons/">Dive into Deep Learning, chapter
 *     5</a>
 */
package io.github.dl4jprimer.mlp;
