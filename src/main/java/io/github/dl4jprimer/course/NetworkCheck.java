package io.github.dl4jprimer.course;

import io.github.dl4jprimer.gradientcheck.GradientReport;

/**
 * The gradients of one network of an experiment, checked before its training.
 *
 * @param training name of the first training that starts with this network
 * @param trainings how many trainings of the experiment differ from it in seed, learning rate,
 *     updater or regularisation at most, itself included
 * @param layers the layers in one line
 * @param planted whether a mistake was planted in it
 * @param report what was found, one entry a parameter
 */
public record NetworkCheck(
        String training, int trainings, String layers, boolean planted, GradientReport report) {

    /** Returns this check, standing for one more training. */
    NetworkCheck withOneMoreTraining() {
        return new NetworkCheck(training, trainings + 1, layers, planted, report);
    }
}
