package io.github.dl4jprimer.loss;

import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Language-model loss: cross-entropy of the next token, averaged over the tokens that count.
 *
 * <pre>
 * L = sum over kept (b, t) of -log softmax(z_bt)[x_b(t+1)] / number of kept (b, t)
 * perplexity = exp(L)
 * </pre>
 *
 * <p>For an {@code RnnOutputLayer}, whose labels are the inputs moved by one token, one-hot [B, V,
 * T] or token numbers [B, 1, T], with a labels mask [B, T] for padding. The layer hands over rows,
 * N = B * T, and DL4J then divides by B only, so its own losses are sums over time: twice the
 * sequence length, twice the loss and the gradient. To undo that the loss must know T: use {@link
 * #ofLength}. For batches of changing length use {@link #ofAnyLength} and switch DL4J's division
 * off with {@code .miniBatch(false)} on the configuration.
 *
 * @param timeSteps T, the tokens a sequence; 0 for any, without DL4J's division
 * @see <a href="https://d2l.ai/chapter_recurrent-neural-networks/language-model.html">Dive into
 *     Deep Learning, 9.3</a>
 */
public record NextTokenCrossEntropy(@JsonProperty("timeSteps") int timeSteps)
        implements RowLoss, LogitLoss {

    /**
     * @throws IllegalArgumentException if the length is negative
     */
    public NextTokenCrossEntropy {
        if (timeSteps < 0) {
            throw new IllegalArgumentException(
                    "timeSteps must be at least 0, got %d. It is the length of the sequences."
                            .formatted(timeSteps));
        }
    }

    /** Returns the loss for sequences of exactly {@code timeSteps} tokens, padding included. */
    public static NextTokenCrossEntropy ofLength(int timeSteps) {
        return new NextTokenCrossEntropy(timeSteps);
    }

    /** Returns the loss for any length, for a configuration with {@code .miniBatch(false)}. */
    public static NextTokenCrossEntropy ofAnyLength() {
        return new NextTokenCrossEntropy(0);
    }

    /** Returns the perplexity of a mean loss: as unsure as among so many equally likely tokens. */
    public static double perplexity(double meanLoss) {
        return Math.exp(meanLoss);
    }

    @Override
    public Class<? extends IActivation> squashing() {
        return ActivationSoftmax.class;
    }

    @Override
    public long examples(INDArray logits) {
        if (timeSteps == 0) {
            return 1;
        }
        if (logits.size(0) % timeSteps != 0) {
            throw new IllegalArgumentException(
                    ("output must be [B * %d, V], got %s."
                                    + " Give NextTokenCrossEntropy the length of the sequences.")
                            .formatted(timeSteps, Arrays.toString(logits.shape())));
        }
        return logits.size(0) / timeSteps;
    }

    @Override
    public INDArray losses(INDArray labels, INDArray logits) {
        return CrossEntropy.plain().losses(labels, logits);
    }

    @Override
    public INDArray derivatives(INDArray labels, INDArray logits) {
        return CrossEntropy.plain().derivatives(labels, logits);
    }

    @Override
    public INDArray weights(INDArray labels, INDArray logits) {
        return CrossEntropy.plain().weights(labels, logits);
    }
}
