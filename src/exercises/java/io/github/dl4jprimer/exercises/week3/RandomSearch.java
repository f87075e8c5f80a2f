package io.github.dl4jprimer.exercises.week3;

import java.util.Comparator;
import java.util.List;

/**
 * w3-random-search：学习率按对数均匀地抽，按验证损失来选。 / Learning rates are drawn evenly in their logarithm and
 * chosen by the validation loss.
 *
 * <p>u 是 0 到 1 之间的均匀随机数，0 给出 low，1 给出 high（都大于 0），0.0001 到 0.001 与 0.1 到 1 机会相同。best
 * 返回验证损失最低的那次试验；NaN（练坏了）排在最后。测试损失只在最后报告一次，不参与挑选。trials 至少有一次试验。
 *
 * <p>u is uniform between 0 and 1: 0 gives low, 1 gives high (both above 0), and 0.0001 to 0.001 is
 * as likely as 0.1 to 1. best returns the trial of the lowest validation loss; NaN (training went
 * wrong) comes last. The test loss is reported once, at the end, and has no say. There is at least
 * one trial.
 *
 * <pre>
 * log(learningRate) = log(low) + u · (log(high) - log(low))
 * learningRate(0.0001, 1, 0.5)  = 0.01
 * learningRate(0.0001, 1, 0.25) = 0.001
 * </pre>
 */
public final class RandomSearch {
    private RandomSearch() {}

    /** 一次试验。 / One trial. */
    public record Trial(double learningRate, double validationLoss, double testLoss) {}

    /** low 到 high 之间的学习率。 / A learning rate between low and high. */
    public static double learningRate(double low, double high, double u) {
        throw new UnsupportedOperationException("TODO w3-random-search");
    }

    /** 选中的试验。 / The chosen trial. */
    public static Trial best(List<Trial> trials) {
        throw new UnsupportedOperationException("TODO w3-random-search");
    }
}
