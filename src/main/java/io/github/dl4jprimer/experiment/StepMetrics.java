package io.github.dl4jprimer.experiment;

/**
 * What was measured in one training step, before its update.
 *
 * @param epoch epoch, from 1
 * @param step number of the step since the start of the run, from 1
 * @param dataLoss mean loss of the batch without the regularisation term; per token where the
 *     labels are sequences
 * @param regularization the term that L1, L2 and weight decay add to the loss
 * @param learningRate learning rate of this update; NaN if the updater has none
 * @param gradientNorm global norm of the data loss's mean gradient, before clipping; NaN if the
 *     step was not measured
 * @param samplesPerSecond examples per second since the last logged step
 */
public record StepMetrics(
        int epoch,
        long step,
        double dataLoss,
        double regularization,
        double learningRate,
        double gradientNorm,
        double samplesPerSecond) {}
