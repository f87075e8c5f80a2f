package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a gradient becomes a step: the one thing in which optimizers differ.
 *
 * <p>All rules are in PyTorch's form and agree with its numbers. A rule that remembers earlier
 * gradients belongs to one parameter array: make a new one for each array and each run.
 *
 * <p>In the formulas p is a parameter, g its gradient, η the learning rate and t = 1, 2, … the
 * step.
 *
 * @see <a href="https://arxiv.org/abs/1609.04747">Ruder: An overview of gradient descent
 *     optimization algorithms</a>
 */
@FunctionalInterface
public interface UpdateRule {

    /**
     * Takes one step.
     *
     * @param parameter p, any shape; not changed
     * @param gradient g, of the same shape
     * @return the parameter after the step
     */
    INDArray step(INDArray parameter, INDArray gradient);

    /**
     * Returns this rule with L2 regularisation in the gradient: g + λp takes the place of g.
     *
     * <p>Under plain {@link Sgd} this shrinks every parameter by the factor 1 - ηλ. A rule that
     * divides by the gradient's size divides the penalty as well, which is why {@link AdamW}
     * exists.
     *
     * @param weightDecay λ, zero or above
     */
    default UpdateRule withL2(double weightDecay) {
        Arguments.notNegative("weightDecay", weightDecay, "Try 0.01.");
        return (parameter, gradient) -> step(parameter, gradient.add(parameter.mul(weightDecay)));
    }
}
