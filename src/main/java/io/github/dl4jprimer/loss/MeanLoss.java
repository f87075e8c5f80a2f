package io.github.dl4jprimer.loss;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss that is a mean, in spite of DL4J's own division.
 *
 * <p>DL4J expects a sum: it divides the score in the output layer, and every gradient in the
 * updater, by the number of examples B. PyTorch's losses are means over whatever they count: rows,
 * elements, kept tokens, pairs, class weights. So DL4J is given {@code B * mean} and {@code B *
 * gradient of the mean}. After DL4J's division {@code network.score()} is the mean and the step is
 * that of the mean, as in PyTorch.
 *
 * <p>An implementation writes {@link #rowLosses} and {@link #gradient}, both in terms of the
 * layer's output, and nothing of DL4J's conventions.
 */
public interface MeanLoss extends ILossFunction {

    /**
     * Returns each row's share of the loss: the mean over the rows is the loss.
     *
     * @param labels [N, ...], as the loss says
     * @param output [N, C], what the layer's activation gave, or logits for a {@link LogitLoss}
     * @param mask [N, 1] with 0 for rows to leave out, or null
     * @return [N, 1]
     * @throws IllegalArgumentException if a shape does not fit
     */
    INDArray rowLosses(INDArray labels, INDArray output, INDArray mask);

    /**
     * Returns the gradient of the loss with respect to the output; arguments as in {@link
     * #rowLosses}.
     *
     * @return [N, C]
     */
    INDArray gradient(INDArray labels, INDArray output, INDArray mask);

    /** Returns the loss, a mean; arguments as in {@link #rowLosses}. */
    default double mean(INDArray labels, INDArray output, INDArray mask) {
        return rowLosses(labels, output, mask).meanNumber().doubleValue();
    }

    /** The number by which DL4J will divide: the examples in the batch, here the rows. */
    default long examples(INDArray output) {
        return output.size(0);
    }

    /** What the loss is computed from: by default the activation of the layer's pre-output. */
    default INDArray output(INDArray preOutput, IActivation activation) {
        return activation.getActivation(preOutput.dup(), true);
    }

    /** Carries a gradient from {@link #output} back to the pre-output. */
    default INDArray backward(INDArray preOutput, INDArray gradient, IActivation activation) {
        return activation.backprop(preOutput.dup(), gradient).getFirst();
    }

    @Override
    default double computeScore(
            INDArray labels,
            INDArray preOutput,
            IActivation activation,
            INDArray mask,
            boolean average) {
        var output = output(preOutput, activation);
        return mean(labels, output, mask) * (average ? 1 : examples(output));
    }

    @Override
    default INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return rowLosses(labels, output(preOutput, activation), mask);
    }

    @Override
    default INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        var output = output(preOutput, activation);
        var gradient = gradient(labels, output, mask).muli(examples(output));
        return backward(preOutput, gradient, activation);
    }

    @Override
    default Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels,
            INDArray preOutput,
            IActivation activation,
            INDArray mask,
            boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    default String name() {
        return toString();
    }
}
