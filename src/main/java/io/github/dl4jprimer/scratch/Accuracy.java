package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The share of examples that are classified right: those whose highest score is at the target.
 *
 * <p>It moves in jumps, so it has no useful slope; that is why training lowers {@link CrossEntropy}
 * instead.
 */
public final class Accuracy {
    private Accuracy() {}

    /**
     * Returns the accuracy, in [0, 1].
     *
     * @param scores logits or probabilities, [N, C]
     * @param targets one-hot, [N, C]
     * @throws IllegalArgumentException if the shapes differ
     */
    public static double of(INDArray scores, INDArray targets) {
        Arguments.matrix("scores", scores, -1, "Reshape one example's scores to [1, C].");
        Arguments.shape("targets", targets, "Give one one-hot row an example.", scores.shape());
        return scores.argMax(1)
                .eq(targets.argMax(1))
                .castTo(scores.dataType())
                .meanNumber()
                .doubleValue();
    }
}
