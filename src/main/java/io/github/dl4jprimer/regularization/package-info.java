/**
 * Against learning by heart: penalties on weights, dropout, augmentation, and how to tell.
 *
 * <p>Start with {@link io.github.dl4jprimer.regularization.FitDiagnosis}, which says from two loss
 * curves whether there is anything to cure, then {@link
 * io.github.dl4jprimer.regularization.WeightPenalty} and {@link
 * io.github.dl4jprimer.regularization.DropoutRate}. Augmentation makes more data of what there is:
 * {@link io.github.dl4jprimer.regularization.TextAugmentation} for texts, {@link
 * io.github.dl4jprimer.regularization.NoiseAugmentation} for numbers. {@link
 * io.github.dl4jprimer.regularization.RandomSearch} looks for how much of each. Early stopping is
 * part of the experiment runner.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/regularization.html">Goodfellow, Bengio
 *     and Courville, chapter 7</a>
 */
package io.github.dl4jprimer.regularization;
