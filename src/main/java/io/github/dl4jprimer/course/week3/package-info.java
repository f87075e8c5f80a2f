/**
 * Week 3: understood or learned by heart, and what helps against the latter.
 *
 * <p>Start with {@link io.github.dl4jprimer.course.week3.Week3}, the order of the lessons. {@code
 * CancerNetwork} is the patient of weight penalties, dropout and early stopping; {@code Sweep}
 * tries one setting at several values, {@code SeedRuns} each from several seeds; {@code TableSplit}
 * and {@code AlarmBags} cut data so that nothing of the unseen parts leaks into training.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/regularization.html">Deep Learning,
 *     chapter 7</a>
 */
package io.github.dl4jprimer.course.week3;
