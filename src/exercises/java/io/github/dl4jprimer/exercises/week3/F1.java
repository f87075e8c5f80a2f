package io.github.dl4jprimer.exercises.week3;

import java.util.stream.IntStream;

/**
 * w3-f1：精确率与召回率的调和平均，先按类算，再对类平均。 / The harmonic mean of precision and recall, of each class first,
 * then averaged over the classes.
 *
 * <p>counts 是混淆矩阵 [C, C]，行是真实类别，列是预测类别。TP 是对角线上的那一格，FP 是该列其余的和，FN 是该行其余的和；0/0 算 0。macro 是各类 F1
 * 的平均，每类一票，不论样本多少；既没有真实样本也没被预测过的类别不计入，一个类别也没有时为 0。
 *
 * <p>counts is the confusion matrix [C, C], row the actual class, column the predicted one. TP is
 * the entry on the diagonal, FP the rest of its column, FN the rest of its row; 0/0 counts as 0.
 * macro is the mean of the classes' F1, one vote a class however many its examples; a class that
 * neither occurs nor is predicted is left out, and without any class it is 0.
 *
 * <pre>
 * F1 = 2 P R / (P + R) = 2 TP / (2 TP + FP + FN)
 * of([[3, 1, 0], [2, 4, 0], [0, 0, 0]], 0)  = 6/9 = 0.6667
 * macro([[3, 1, 0], [2, 4, 0], [0, 0, 0]])  = (6/9 + 8/11) / 2 = 0.6970
 * </pre>
 */
public final class F1 {
    private F1() {}

    /** 类别 c 的 F1，0 到 1。 / F1 of class c, 0 to 1. */
    public static double of(int[][] counts, int c) {
        throw new UnsupportedOperationException("TODO w3-f1");
    }

    /** 各类 F1 的平均。 / The mean of the classes' F1. */
    public static double macro(int[][] counts) {
        throw new UnsupportedOperationException("TODO w3-f1");
    }
}
