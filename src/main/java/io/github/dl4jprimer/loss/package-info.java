/**
 * Losses with PyTorch's numbers, as DL4J {@code ILossFunction}s with hand-written gradients.
 *
 * <p>Start with {@link io.github.dl4jprimer.loss.Losses}, the catalogue, then read {@link
 * io.github.dl4jprimer.loss.CrossEntropy}; {@link io.github.dl4jprimer.loss.MeanLoss} says how a
 * mean gets past DL4J's own division by the batch size.
 *
 * <p>DL4J's {@code LossMSE} and {@code LossMAE} are right as they are (a mean over all elements, if
 * no mask is used) and are used directly, though {@code LossMAE} sums over outputs in {@code
 * scoreExamples}. Its {@code LossL2} and {@code LossL1} sum over outputs. {@code LossMCXENT} with
 * class weights divides by the batch size where PyTorch divides by the sum of the weights, and cuts
 * probabilities at 1e-10.
 *
 * @see <a href="https://pytorch.org/docs/stable/nn.functional.html#loss-functions">PyTorch, loss
 *     functions</a>
 */
package io.github.dl4jprimer.loss;
