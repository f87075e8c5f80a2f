/**
 * Is the gradient right? Compares what backpropagation says with what the loss does.
 *
 * <p>Start with {@link io.github.dl4jprimer.gradientcheck.GradientChecker}. It takes any DL4J
 * network, layers and losses of one's own included, and names the worst entry of each parameter.
 * {@link io.github.dl4jprimer.gradientcheck.CheckableCopy} makes a training network fit for it.
 *
 * @see <a href="https://cs231n.github.io/neural-networks-3/#gradcheck">CS231n, gradient checks</a>
 */
package io.github.dl4jprimer.gradientcheck;
