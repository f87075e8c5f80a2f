package io.github.dl4jprimer.loss;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * The losses of the course by name, each with its usual settings and the activation it wants.
 *
 * <pre>{@code
 * new OutputLayer.Builder(Losses.CROSS_ENTROPY.function())
 *         .activation(Losses.CROSS_ENTROPY.activation())
 * }</pre>
 *
 * <p>All are means with PyTorch's numbers. For other settings make the loss itself, for example
 * {@code CrossEntropy.plain().withLabelSmoothing(0.1)}.
 */
public enum Losses {
    /** One class of several. */
    CROSS_ENTROPY(CrossEntropy::plain, Activation.SOFTMAX),
    /** Yes or no for each output. */
    BINARY_CROSS_ENTROPY(BinaryCrossEntropy::plain, Activation.SIGMOID),
    /** A distribution over classes. */
    KL_DIVERGENCE(KlDivergence::new, Activation.SOFTMAX),
    /** Squared error, mean over all elements, without 1/2; DL4J's own. */
    MSE(LossMSE::new, Activation.IDENTITY),
    /** Absolute error, mean over all elements; DL4J's own. */
    MAE(LossMAE::new, Activation.IDENTITY),
    /** Squared error that outliers pull gently. */
    HUBER(() -> new Huber(1), Activation.IDENTITY),
    /** Embeddings of labelled pairs. */
    CONTRASTIVE(() -> new Contrastive(1), Activation.IDENTITY),
    /** Embeddings of triplets. */
    TRIPLET(() -> TripletMargin.of(1), Activation.IDENTITY),
    /** Embeddings of two views. */
    INFO_NCE(() -> InfoNce.simCse(0.05), Activation.IDENTITY),
    /** Embeddings of classes. */
    SUPERVISED_CONTRASTIVE(() -> new SupervisedContrastive(0.1), Activation.IDENTITY);

    private final Supplier<ILossFunction> factory;
    private final Activation activation;

    Losses(Supplier<ILossFunction> factory, Activation activation) {
        this.factory = factory;
        this.activation = activation;
    }

    /** Returns the loss with its usual settings. */
    public ILossFunction function() {
        return factory.get();
    }

    /** The activation of the output layer that goes with it. */
    public Activation activation() {
        return activation;
    }

    /** The name to type, such as {@code cross_entropy}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the loss of a name, upper or lower case.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Losses named(String name) {
        return Arrays.stream(values())
                .filter(loss -> loss.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "loss must be one of %s, got %s. Choose one of them."
                                                .formatted(keys(), name)));
    }

    private static String keys() {
        return Arrays.stream(values()).map(Losses::key).collect(Collectors.joining(", "));
    }
}
