package io.github.dl4jprimer.exercises.week3;

import java.util.List;

/**
 * w3-confusion-matrix：谁被错认成了谁。 / Who was taken for whom.
 *
 * <p>类别从 0 数到 C-1。of 数出矩阵 [C, C]：行是真实类别，列是预测类别，没出现的类别也占一行一列。worst 找出对角线以外最大的格子，返回 [真实,
 * 预测]；一样大时取按行读先遇到的；没有认错的，返回空列表。
 *
 * <p>Classes are numbered 0 to C-1. of counts the matrix [C, C]: row the actual class, column the
 * predicted one, with a row and a column for classes that do not occur, too. worst finds the
 * largest entry off the diagonal and returns [actual, predicted]; of equal ones the first, read row
 * by row; an empty list if nothing was mistaken.
 *
 * <pre>
 * m[i][j] = how many of class i were predicted as j
 * of([0, 0, 1, 1, 1], [0, 1, 1, 1, 0], 3)      = [[1, 1, 0], [1, 2, 0], [0, 0, 0]]
 * worst([[5, 1, 0], [3, 9, 0], [0, 2, 4]])     = [1, 0]
 * </pre>
 */
public final class ConfusionMatrix {
    private ConfusionMatrix() {}

    /** 矩阵 [C, C]。 / The matrix, [C, C]. */
    public static int[][] of(int[] actual, int[] predicted, int classes) {
        // answer
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return counts;
        // end
    }

    /** 最常见的错认。 / The most frequent mistake. */
    public static List<Integer> worst(int[][] counts) {
        // answer
        List<Integer> worst = List.of();
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                if (i != j && counts[i][j] > most) {
                    most = counts[i][j];
                    worst = List.of(i, j);
                }
            }
        }
        return worst;
        // end
    }
}
