/**
 * Week 4: attention by hand, and the mask that hides the future.
 *
 * <p>Start with {@link io.github.dl4jprimer.course.week4.Week4}, the order of the lessons. A {@code
 * Sentence} gives each character random numbers, so that the two experiments can compute attention
 * step by step without any training.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, Attention is all you
 *     need</a>
 */
package io.github.dl4jprimer.course.week4;
