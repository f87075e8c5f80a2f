package io.github.dl4jprimer.classifier;

import io.github.dl4jprimer.experiment.RunResult;

/**
 * A classifier fresh from training.
 *
 * @param <C> its kind
 * @param classifier ready to predict
 * @param run how training went, and where it is logged
 */
public record Trained<C extends SavedClassifier>(C classifier, RunResult run) {}
