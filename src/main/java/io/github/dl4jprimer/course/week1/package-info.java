/**
 * Week 1: a neuron, softmax, two layers and backpropagation by hand, then the same in DL4J.
 *
 * <p>Start with {@link io.github.dl4jprimer.course.week1.Week1}, the order of the lessons, and read
 * one experiment from its {@code run} downwards, for example {@code NeuronVotes}: settings, tables,
 * charts, and claims that the run must make good. What several experiments share has a class of its
 * own: {@code KeywordRules}, the opponent of the learned classifier; {@code PlantedMistake}, wrong
 * versions of backpropagation; {@code Overlay}, two curves that should be one.
 *
 * @see <a href="https://d2l.ai/chapter_multilayer-perceptrons/backprop.html">Dive into Deep
 *     Learning, 5.3</a>
 */
package io.github.dl4jprimer.course.week1;
