package io.github.dl4jprimer.classifier;

import java.util.List;
import java.util.Map;

/**
 * How a perceptron is trained, on a bag of n-grams or on numbers.
 *
 * @param epochs passes over the training data, at least 1
 * @param learningRate of Adam, above 0
 * @param batchSize examples a step, at least 1
 * @param hiddenSizes neurons of the hidden layers; empty for a linear classifier
 * @param dropoutRate probability to drop, in [0, 1)
 * @param weightDecay decoupled, 0 or more
 * @param seed of the first weights, the order of the examples and dropout
 */
public record TrainingPlan(
        int epochs,
        double learningRate,
        int batchSize,
        List<Integer> hiddenSizes,
        double dropoutRate,
        double weightDecay,
        long seed) {
    /** Checks the ranges. */
    public TrainingPlan {
        hiddenSizes = List.copyOf(hiddenSizes);
        Require.epochs(epochs);
        Require.learningRate(learningRate);
        Require.batchSize(batchSize);
        Require.holds(
                hiddenSizes.stream().allMatch(size -> size >= 1),
                "hiddenSizes",
                "numbers from 1",
                hiddenSizes,
                "64 is a start, no number means no hidden layer");
        Require.holds(
                dropoutRate >= 0 && dropoutRate < 1,
                "dropoutRate",
                "in [0, 1)",
                dropoutRate,
                "0 drops nothing");
        Require.weightDecay(weightDecay);
    }

    /** Returns what suits a bag of n-grams: a linear classifier. */
    public static TrainingPlan forText() {
        return new TrainingPlan(8, 0.005, 64, List.of(), 0, 0, 1);
    }

    /** Returns what suits a table of numbers: one hidden layer. */
    public static TrainingPlan forTable() {
        return new TrainingPlan(60, 0.005, 32, List.of(64), 0, 0, 1);
    }

    /** Returns a copy with another number of epochs. */
    public TrainingPlan withEpochs(int newEpochs) {
        return new TrainingPlan(
                newEpochs, learningRate, batchSize, hiddenSizes, dropoutRate, weightDecay, seed);
    }

    /** Returns a copy with another learning rate. */
    public TrainingPlan withLearningRate(double newLearningRate) {
        return new TrainingPlan(
                epochs, newLearningRate, batchSize, hiddenSizes, dropoutRate, weightDecay, seed);
    }

    /** Returns a copy with another batch size. */
    public TrainingPlan withBatchSize(int newBatchSize) {
        return new TrainingPlan(
                epochs, learningRate, newBatchSize, hiddenSizes, dropoutRate, weightDecay, seed);
    }

    /** Returns a copy with other hidden layers. */
    public TrainingPlan withHiddenSizes(List<Integer> newHiddenSizes) {
        return new TrainingPlan(
                epochs, learningRate, batchSize, newHiddenSizes, dropoutRate, weightDecay, seed);
    }

    /** Returns a copy with other regularisation. */
    public TrainingPlan withRegularization(double newDropoutRate, double newWeightDecay) {
        return new TrainingPlan(
                epochs, learningRate, batchSize, hiddenSizes, newDropoutRate, newWeightDecay, seed);
    }

    /** Returns a copy with another seed. */
    public TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(
                epochs, learningRate, batchSize, hiddenSizes, dropoutRate, weightDecay, newSeed);
    }

    /** The plan as {@code run.json} holds it. */
    Map<String, Object> settings() {
        return Map.of(
                "learningRate", learningRate,
                "hiddenSizes", hiddenSizes,
                "dropoutRate", dropoutRate,
                "weightDecay", weightDecay);
    }
}
