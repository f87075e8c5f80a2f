package io.github.dl4jprimer.exercises.week3;

import java.util.Arrays;

/**
 * w3-diagnose-fit：从两条曲线看出欠拟合与过拟合。 / Under-fit or over-fit, told from two curves.
 *
 * <p>training 和 validation 是每轮结束时的损失，一样长，至少一轮。chance 是瞎猜的损失，例如 C 类交叉熵的 ln C。三条规则依次判断，先符合的为准。
 * bestEpoch 从 1 数起，并列时取最早的一轮。
 *
 * <p>training and validation are the losses after each epoch, equally many and at least one. chance
 * is the loss of guessing, such as ln C for the cross-entropy of C classes. Of the three rules the
 * first that applies decides. bestEpoch counts from 1 and of equal epochs takes the earliest.
 *
 * <pre>
 * 1. "under-fit": min(training) > chance / 2
 * 2. "over-fit":  last(validation) - min(validation) > chance / 10
 *             or  last(validation) - last(training)  > chance / 4
 * 3. "good"
 *
 * chance = 1:
 * training [0.9, 0.8, 0.7]   validation [0.9, 0.85, 0.8]   under-fit: 0.7 > 0.5
 * training [0.6, 0.3, 0.1]   validation [0.6, 0.4, 0.6]    over-fit:  0.6 - 0.4 > 0.1
 * training [0.6, 0.3, 0.2]   validation [0.6, 0.4, 0.3]    good
 * bestEpoch([0.6, 0.4, 0.6]) = 2
 * </pre>
 */
public final class DiagnoseFit {
    private DiagnoseFit() {}

    /** "under-fit"、"over-fit" 或 "good"。 / "under-fit", "over-fit" or "good". */
    public static String verdict(double[] training, double[] validation, double chance) {
        // answer
        int last = training.length - 1;
        double learned = Arrays.stream(training).min().getAsDouble();
        if (learned > chance / 2) {
            return "under-fit";
        }
        double rise = validation[last] - Arrays.stream(validation).min().getAsDouble();
        double gap = validation[last] - training[last];
        return rise > chance / 10 || gap > chance / 4 ? "over-fit" : "good";
        // end
    }

    /** 验证损失最低的一轮，从 1 数起。 / The epoch of the lowest validation loss, from 1. */
    public static int bestEpoch(double[] validation) {
        // answer
        int best = 0;
        for (int epoch = 1; epoch < validation.length; epoch++) {
            if (validation[epoch] < validation[best]) {
                best = epoch;
            }
        }
        return best + 1;
        // end
    }
}
