/**
 * Week 2: how to go down a loss, and which loss to go down.
 *
 * <p>Start with {@link io.github.dl4jprimer.course.week2.Week2}, the order of the lessons. Two
 * classifiers serve several experiments, {@code DigitsClassifier} for optimizers and schedules and
 * {@code AlarmClassifier} for losses; {@code SeedRuns} holds trainings that differ in nothing but
 * the seed, and {@code LearningRateSweep} chooses each optimizer's own rate.
 *
 * @see <a href="https://d2l.ai/chapter_optimization/index.html">Dive into Deep Learning, 12</a>
 */
package io.github.dl4jprimer.course.week2;
