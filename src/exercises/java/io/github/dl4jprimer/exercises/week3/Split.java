package io.github.dl4jprimer.exercises.week3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * w3-split：留出一部分数据当考卷，考卷不许偷看。 / Some data is kept back as the exam, and nobody may peek.
 *
 * <p>rows 按类别分层划分：类别 c 有 n_c 行，其中 round(n_c · share) 行进测试集，其余进训练集；每个类别先用 new Random(seed) 打乱再切。行号从
 * 0 起，返回 [训练行, 测试行]，各自内部的顺序不限。standardize 只用训练数据的均值和标准差（除以 n）；标准差为 0 时只减均值。
 *
 * <p>rows splits class by class (stratified): of the n_c rows of class c, round(n_c · share) go to
 * the test set and the rest to the training set; shuffle each class with new Random(seed) before
 * cutting it. Rows are numbered from 0; the result is [training rows, test rows], each in any
 * order. standardize uses mean and standard deviation (divided by n) of the training data only;
 * where the deviation is 0 it only subtracts the mean.
 *
 * <pre>
 * standardize(x, train) = (x - mean(train)) / deviation(train)
 *
 * rows([0, 0, 0, 0, 0, 1, 1, 1], 0.25, seed): test 1 row of class 0, 1 of class 1
 * standardize([10, 20], [0, 4]): mean 2, deviation 2 → [4, 9]
 * </pre>
 */
public final class Split {
    private Split() {}

    /** [训练行, 测试行]。 / [training rows, test rows]. */
    public static List<List<Integer>> rows(int[] labels, double share, long seed) {
        throw new UnsupportedOperationException("TODO w3-split");
    }

    /** 按训练数据标准化。 / Standardised by the training data. */
    public static double[] standardize(double[] values, double[] train) {
        throw new UnsupportedOperationException("TODO w3-split");
    }
}
