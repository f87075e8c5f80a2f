package io.github.dl4jprimer.exercises.week3;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * w3-augmentation：换一种问法，答案不变。 / The question is put another way, the answer stays.
 *
 * <p>noisy：训练集 [N, D] 后面接上 N 行带噪声的副本，共 [2N, D]。noise [N, D] 是标准正态随机数，乘以
 * amount，再乘以该特征在训练集上的标准差（总体的，除以 N）。drop：删去 line 中第 at 个字符（从 0 数起）；如果它落在 kept 的某个词里，删了会改变标签，就原样返回
 * line。只增强训练集，验证集和测试集不动。
 *
 * <p>noisy: the training set [N, D] followed by N noisy copies of its rows, [2N, D] in all. noise
 * [N, D] are standard normal numbers; multiply them by amount and by the feature's standard
 * deviation in the training set (of the population, divided by N). drop: the line without its
 * character at (counted from 0); if that is part of one of the words in kept, dropping it would
 * change the label: return the line as it is. Only the training set is augmented, never validation
 * or test.
 *
 * <pre>
 * x' = x + amount · std · noise
 * noisy([[0, 10], [4, 30]], [[1, -1], [0.5, 2]], 0.1) = [[0, 10], [4, 30], [0.2, 9], [4.1, 32]]
 * drop("磁盘告警已恢复", 2, ["恢复"]) = "磁盘警已恢复"
 * drop("磁盘告警已恢复", 5, ["恢复"]) = "磁盘告警已恢复"
 * </pre>
 */
public final class Augmentation {
    private Augmentation() {}

    /** 原来的行和带噪声的副本 [2N, D]。 / The rows and their noisy copies, [2N, D]. */
    public static INDArray noisy(INDArray train, INDArray noise, double amount) {
        throw new UnsupportedOperationException("TODO w3-augmentation");
    }

    /** 少一个字符的 line，或原样。 / The line with a character less, or as it was. */
    public static String drop(String line, int at, List<String> kept) {
        throw new UnsupportedOperationException("TODO w3-augmentation");
    }
}
