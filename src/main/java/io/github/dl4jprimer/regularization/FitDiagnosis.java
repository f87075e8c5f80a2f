package io.github.dl4jprimer.regularization;

import java.util.List;
import java.util.Locale;

/**
 * Under-fit, right or over-fit, told from the loss curves of training and validation.
 *
 * <p>Three rules, the first that applies decides. All losses are data losses, without penalties.
 *
 * <ol>
 *   <li><b>Under-fit</b>: the lowest training loss is above half of {@code chance}, the loss of
 *       guessing (ln C for cross-entropy among C classes, the variance for squared error). The
 *       question was not understood.
 *   <li><b>Over-fit</b>: the validation loss has risen from its lowest point by more than a tenth
 *       of {@code chance} while the training loss fell on, or ends more than a quarter of {@code
 *       chance} above the training loss. The answers were learned by heart.
 *   <li><b>Good</b> otherwise.
 * </ol>
 *
 * @param verdict which of the three
 * @param partedAt the epoch, from 1, after which the curves go apart; 0 unless over-fit
 * @param chinese the finding in Chinese, with its numbers
 * @param english the same in English
 * @see <a href="https://d2l.ai/chapter_linear-regression/generalization.html">Dive into Deep
 *     Learning, 3.6</a>
 */
public record FitDiagnosis(Verdict verdict, int partedAt, String chinese, String english) {
    private static final double LEARNED = 0.5;
    private static final double RISE = 0.1;
    private static final double GAP = 0.25;

    /** What a pair of curves shows. */
    public enum Verdict {
        /** The model is too small, or was trained too little or too cautiously. */
        UNDER_FIT,
        /** What was learned holds for unseen data too. */
        GOOD,
        /** What was learned holds for the training data only. */
        OVER_FIT
    }

    /**
     * Judges two curves.
     *
     * @param training loss after each epoch, at least one
     * @param validation loss after each epoch, as many
     * @param chance loss of guessing, above 0
     * @throws IllegalArgumentException if the curves are empty, differ in length, are not finite,
     *     or chance is not positive
     */
    public static FitDiagnosis of(List<Double> training, List<Double> validation, double chance) {
        check(training, validation, chance);
        int last = training.size() - 1;
        double lowestTraining = training.stream().min(Double::compare).orElseThrow();
        if (lowestTraining > LEARNED * chance) {
            return new FitDiagnosis(
                    Verdict.UNDER_FIT,
                    0,
                    say("训练损失从未低于 %.3f，高于随机猜的损失 %.3f 的一半", lowestTraining, chance),
                    say(
                            "training loss never fell below %.3f, more than half of %.3f for"
                                    + " guessing",
                            lowestTraining, chance));
        }
        int best = indexOfLowest(validation);
        double rise = validation.get(last) - validation.get(best);
        if (rise > RISE * chance && training.get(last) < training.get(best)) {
            return risen(training, validation, best);
        }
        double gap = validation.get(last) - training.get(last);
        if (gap > GAP * chance) {
            return apart(training, validation, firstGap(training, validation, GAP * chance));
        }
        return new FitDiagnosis(
                Verdict.GOOD,
                0,
                say("训练损失 %.3f 与验证损失 %.3f 都低，而且相近", training.get(last), validation.get(last)),
                say(
                        "training loss %.3f and validation loss %.3f are low and close together",
                        training.get(last), validation.get(last)));
    }

    /** Over-fit because the validation loss rose after its lowest point, {@code best} from 0. */
    private static FitDiagnosis risen(List<Double> training, List<Double> validation, int best) {
        int last = training.size() - 1;
        Object[] numbers = {
            validation.get(best), best + 1, validation.get(last), training.get(last)
        };
        return new FitDiagnosis(
                Verdict.OVER_FIT,
                best + 1,
                say("验证损失从 %.3f（第 %d 轮）升到 %.3f，训练损失却降到 %.3f", numbers),
                say(
                        "validation loss rose from %.3f in epoch %d to %.3f while training loss"
                                + " fell to %.3f",
                        numbers));
    }

    /** Over-fit because the two have been apart since an epoch, from 1. */
    private static FitDiagnosis apart(List<Double> training, List<Double> validation, int epoch) {
        int last = training.size() - 1;
        double above = validation.get(last) - training.get(last);
        Object[] numbers = {validation.get(last), above, training.get(last), epoch};
        return new FitDiagnosis(
                Verdict.OVER_FIT,
                epoch,
                say("验证损失 %.3f 一直比训练损失高 %.3f（训练损失 %.3f），从第 %d 轮起", numbers),
                say(
                        "validation loss %.3f stays %.3f above training loss %.3f, since epoch"
                                + " %d",
                        numbers));
    }

    private static void check(List<Double> training, List<Double> validation, double chance) {
        if (training.isEmpty() || training.size() != validation.size()) {
            throw new IllegalArgumentException(
                    "curves must be of one length and not empty, got %d and %d. Give one loss an"
                                    .formatted(training.size(), validation.size())
                            + " epoch each.");
        }
        training.forEach(loss -> Require.finite("training loss", loss));
        validation.forEach(loss -> Require.finite("validation loss", loss));
        if (!(chance > 0)) {
            throw new IllegalArgumentException(
                    "chance must be above 0, got %s. It is ln C for C classes.".formatted(chance));
        }
    }

    private static int indexOfLowest(List<Double> curve) {
        return curve.indexOf(curve.stream().min(Double::compare).orElseThrow());
    }

    /** The epoch, from 1, at which the last stretch of large gaps begins. */
    private static int firstGap(List<Double> training, List<Double> validation, double gap) {
        int epoch = training.size();
        while (epoch > 1 && validation.get(epoch - 2) - training.get(epoch - 2) > gap) {
            epoch--;
        }
        return epoch;
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
