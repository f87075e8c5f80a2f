/**
 * Week 4: attention by hand, what a Transformer is built of, and what it does to alarm lines.
 *
 * <p>Start with {@link io.github.dl4jprimer.course.week4.Week4}, the order of the lessons. A {@code
 * Sentence} gives each character random numbers, so that attention can be computed step by step
 * without any training; {@code AlarmTokens} turns real lines into ids, and {@code AlarmModels} has
 * the encoder and the LSTM that are trained on them.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, Attention is all you
 *     need</a>
 */
package io.github.dl4jprimer.course.week4;
