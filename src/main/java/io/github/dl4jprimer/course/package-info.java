/**
 * The four weeks: lists of lessons, each a concept, its experiments and what to see in them.
 *
 * <p>Start with {@link io.github.dl4jprimer.course.Course}, the catalogue, and with one experiment,
 * for example {@code week1.NeuronVotes}. An experiment is a {@link
 * io.github.dl4jprimer.course.CourseExperiment}: settings with defaults, and code that works in a
 * {@link io.github.dl4jprimer.course.Lab}, where it trains, draws, tabulates and claims. The texts
 * of the lessons are resources of this package, {@code weekN.zh.md} and {@code weekN.en.md}.
 */
package io.github.dl4jprimer.course;
