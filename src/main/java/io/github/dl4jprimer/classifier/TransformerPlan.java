package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.optimizer.WarmupLinear;
import java.util.Map;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * How a Transformer is trained: Adam with decoupled weight decay, under a learning rate that climbs
 * for a while and then falls to 0 in a straight line.
 *
 * @param epochs passes over the training data, at least 1
 * @param learningRate the highest, above 0
 * @param warmup share of all steps in which it climbs, in [0, 1)
 * @param batchSize examples a step, at least 1
 * @param maxLength tokens after which a text is cut, [CLS] and [SEP] included, at least 3
 * @param weightDecay of matrices and tables, 0 or more
 * @param seed of the first weights, the order of the examples and dropout
 */
public record TransformerPlan(
        int epochs,
        double learningRate,
        double warmup,
        int batchSize,
        int maxLength,
        double weightDecay,
        long seed) {
    /** Checks the ranges. */
    public TransformerPlan {
        Require.epochs(epochs);
        Require.learningRate(learningRate);
        Require.holds(warmup >= 0 && warmup < 1, "warmup", "in [0, 1)", warmup, "0.1 is usual");
        Require.batchSize(batchSize);
        Require.holds(maxLength >= 3, "maxLength", "at least 3", maxLength, "128 is usual");
        Require.weightDecay(weightDecay);
    }

    /** Returns what suits a small encoder that starts at random weights. */
    public static TransformerPlan fromScratch() {
        return new TransformerPlan(4, 0.001, 0.1, 64, 128, 0, 1);
    }

    /** Returns what suits a pre-trained BERT; smaller ones bear a higher learning rate. */
    public static TransformerPlan fineTuning() {
        return new TransformerPlan(3, 5e-5, 0.1, 32, 128, 0.01, 1);
    }

    /** Returns a copy with another number of epochs. */
    public TransformerPlan withEpochs(int newEpochs) {
        return copy(newEpochs, learningRate, warmup, batchSize, maxLength, weightDecay, seed);
    }

    /** Returns a copy with another learning rate. */
    public TransformerPlan withLearningRate(double newRate) {
        return copy(epochs, newRate, warmup, batchSize, maxLength, weightDecay, seed);
    }

    /** Returns a copy with another share of steps in which the learning rate climbs. */
    public TransformerPlan withWarmup(double newWarmup) {
        return copy(epochs, learningRate, newWarmup, batchSize, maxLength, weightDecay, seed);
    }

    /** Returns a copy with another batch size. */
    public TransformerPlan withBatchSize(int newSize) {
        return copy(epochs, learningRate, warmup, newSize, maxLength, weightDecay, seed);
    }

    /** Returns a copy with another longest text. */
    public TransformerPlan withMaxLength(int newLength) {
        return copy(epochs, learningRate, warmup, batchSize, newLength, weightDecay, seed);
    }

    /** Returns a copy with another weight decay. */
    public TransformerPlan withWeightDecay(double newDecay) {
        return copy(epochs, learningRate, warmup, batchSize, maxLength, newDecay, seed);
    }

    /** Returns a copy with another seed. */
    public TransformerPlan withSeed(long newSeed) {
        return copy(epochs, learningRate, warmup, batchSize, maxLength, weightDecay, newSeed);
    }

    private static TransformerPlan copy(
            int epochs, double rate, double warmup, int batch, int length, double decay, long s) {
        return new TransformerPlan(epochs, rate, warmup, batch, length, decay, s);
    }

    /** The optimizer, for so many training examples. */
    IUpdater updater(int examples) {
        int batches = (examples + batchSize - 1) / batchSize;
        int steps = Math.multiplyExact(epochs, batches);
        return Optimizers.ADAM.following(
                new WarmupLinear(learningRate, (int) (warmup * steps), steps));
    }

    /** The plan as {@code run.json} holds it. */
    Map<String, Object> settings() {
        return Map.of(
                "learningRate", learningRate,
                "warmup", warmup,
                "batchSize", batchSize,
                "maxLength", maxLength,
                "weightDecay", weightDecay);
    }
}
