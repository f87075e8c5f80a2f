/**
 * Classifiers for a user's own data: train, evaluate, predict, save and load.
 *
 * <p>Start with {@link io.github.dl4jprimer.classifier.TextClassifier} for lines of text and {@link
 * io.github.dl4jprimer.classifier.TableClassifier} for tables of numbers. A saved classifier is a
 * model folder with what its inputs need beside the model; {@link
 * io.github.dl4jprimer.classifier.SavedClassifier} tells which of the two a folder holds.
 */
package io.github.dl4jprimer.classifier;
