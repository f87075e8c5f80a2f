package io.github.dl4jprimer.loss;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy of logits: how surprised the softmax is by the right class.
 *
 * <pre>
 * l_i = -sum_c w_c * q_ic * log softmax(z_i)_c       q = (1 - s) * onehot(y) + s / C
 * L   = sum_i l_i / sum_i w_{y_i}
 * </pre>
 *
 * <p>This is {@code torch.nn.CrossEntropyLoss(weight=w, label_smoothing=s)}: with class weights the
 * mean is over their sum, so that doubling all of them changes nothing. DL4J's {@code LossMCXENT}
 * divides by the batch size instead.
 *
 * <p>Labels are [N, C], one-hot or probabilities, or class numbers [N, 1]. Rows of zeros, negative
 * class numbers and rows masked out are ignored and not counted. With probabilities for labels and
 * class weights, a row counts with its mean weight (PyTorch counts it as 1).
 *
 * <p>The perfect prediction has loss 0 (without smoothing), guessing among C classes ln C.
 *
 * @param classWeights weight of each class, at least 0; empty for none
 * @param labelSmoothing share s of the target spread evenly over all classes, 0 to below 1
 * @see <a href="https://arxiv.org/abs/1512.00567">Szegedy et al. 2016, section 7 (label
 *     smoothing)</a>
 */
public record CrossEntropy(
        @JsonProperty("classWeights") List<Double> classWeights,
        @JsonProperty("labelSmoothing") double labelSmoothing)
        implements RowLoss, LogitLoss {

    /**
     * @throws IllegalArgumentException if a weight is negative or the smoothing out of range
     */
    public CrossEntropy {
        classWeights = Shapes.checkedWeights(classWeights, "classWeights");
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "labelSmoothing must be at least 0 and below 1, got %s. 0.1 is usual."
                            .formatted(labelSmoothing));
        }
    }

    /** Returns the plain mean cross-entropy. */
    public static CrossEntropy plain() {
        return new CrossEntropy(List.of(), 0);
    }

    /** Returns this loss with weights, one a class. */
    public CrossEntropy withClassWeights(List<Double> weights) {
        return new CrossEntropy(weights, labelSmoothing);
    }

    /** Returns this loss with a share of the target spread over all classes. */
    public CrossEntropy withLabelSmoothing(double share) {
        return new CrossEntropy(classWeights, share);
    }

    @Override
    public Class<? extends IActivation> squashing() {
        return ActivationSoftmax.class;
    }

    @Override
    public INDArray losses(INDArray labels, INDArray logits) {
        return LogSoftmax.of(logits).muli(weightedTargets(labels, logits)).sum(true, 1).negi();
    }

    @Override
    public INDArray derivatives(INDArray labels, INDArray logits) {
        // d/dz of -sum_c t_c log p_c is p * sum(t) - t.
        var targets = weightedTargets(labels, logits);
        var probabilities = Transforms.exp(LogSoftmax.of(logits), false);
        return probabilities.muliColumnVector(targets.sum(true, 1)).subi(targets);
    }

    @Override
    public INDArray weights(INDArray labels, INDArray logits) {
        return weighted(dense(labels, logits), logits).sum(true, 1);
    }

    /** Returns w_c * q_ic, [N, C]. */
    private INDArray weightedTargets(INDArray labels, INDArray logits) {
        var targets = dense(labels, logits);
        if (labelSmoothing > 0) {
            var spread = targets.sum(true, 1).muli(labelSmoothing / logits.size(1));
            targets = targets.mul(1 - labelSmoothing).addiColumnVector(spread);
        }
        return weighted(targets, logits);
    }

    private INDArray weighted(INDArray targets, INDArray logits) {
        var weights = Shapes.columnWeights(classWeights, logits, "classWeights");
        return weights == null ? targets : targets.mulRowVector(weights);
    }

    /** Returns labels as [N, C], class numbers made one-hot. */
    private static INDArray dense(INDArray labels, INDArray logits) {
        long classes = logits.size(1);
        if (classes == 1 || labels.rank() != 2 || labels.size(1) != 1) {
            return Shapes.labels(
                    labels, logits, "Give one column a class, or class numbers [N, 1]");
        }
        var numbers = Shapes.labels(labels, logits, 1, "Give one class number a row");
        var dense = Nd4j.zeros(logits.dataType(), logits.size(0), classes);
        for (int i = 0; i < numbers.length(); i++) {
            int y = (int) numbers.getDouble(i);
            if (y >= classes) {
                throw new IllegalArgumentException(
                        "class number must be below %d, got %d in row %d. Count classes from 0."
                                .formatted(classes, y, i));
            }
            if (y >= 0) {
                dense.putScalar(i, y, 1);
            }
        }
        return dense;
    }
}
