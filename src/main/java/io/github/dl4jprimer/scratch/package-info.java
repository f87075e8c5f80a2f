/**
 * Weeks 1 to 3 and attention by hand, on ND4J alone: everything a small neural network does, with
 * no framework in the way.
 *
 * <p>Start with {@link io.github.dl4jprimer.scratch.Neuron}, one neuron casting weighted votes,
 * then read {@link io.github.dl4jprimer.scratch.TwoLayerNetwork}, the whole of forward pass,
 * backpropagation and training on one screen. From there, in the order of the course:
 *
 * <ul>
 *   <li>scores to probabilities: {@link io.github.dl4jprimer.scratch.Softmax}, {@link
 *       io.github.dl4jprimer.scratch.CrossEntropy}
 *   <li>the smallest models that learn: {@link io.github.dl4jprimer.scratch.LinearRegression},
 *       {@link io.github.dl4jprimer.scratch.SoftmaxRegression}
 *   <li>is the gradient right: {@link io.github.dl4jprimer.scratch.NumericalGradient}
 *   <li>which way is down: {@link io.github.dl4jprimer.scratch.Landscape}, {@link
 *       io.github.dl4jprimer.scratch.UpdateRule} and its rules from {@link
 *       io.github.dl4jprimer.scratch.Sgd} to {@link io.github.dl4jprimer.scratch.AdamW}
 *   <li>how to start: {@link io.github.dl4jprimer.scratch.Initialization}, {@link
 *       io.github.dl4jprimer.scratch.SignalPropagation}
 *   <li>regularisation and normalisation: {@link io.github.dl4jprimer.scratch.Dropout}, {@link
 *       io.github.dl4jprimer.scratch.BatchNorm}, {@link io.github.dl4jprimer.scratch.LayerNorm}
 *   <li>who looks at whom: {@link io.github.dl4jprimer.scratch.Attention}, {@link
 *       io.github.dl4jprimer.scratch.MultiHeadAttention}
 * </ul>
 *
 * <p>Letters used in shapes: N examples, D inputs, H hidden neurons, C classes. A row is an
 * example, weights are [inputs, outputs], biases [outputs]. Nothing here changes its arguments;
 * every result has the arguments' data type, so double precision in gives double precision out.
 *
 * @see <a href="https://d2l.ai">Dive into Deep Learning, chapters 2 to 5</a>
 */
package io.github.dl4jprimer.scratch;
