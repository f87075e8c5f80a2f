package io.github.dl4jprimer.exercises.week2;

/**
 * w2-class-weights：少见的告警说话更大声。 / A rare alarm speaks louder.
 *
 * <p>labels 有 N 个数，每个是类别编号，0 到 classes-1。n_c 是类别 c 的样本数；一个样本都没有的类别，权重为 0。 losses 是 N
 * 个样本各自的损失；加权平均除以这些样本的权重之和（PyTorch 如此，DL4J 却除以 N）。
 *
 * <p>labels are N class numbers, 0 to classes-1. n_c is the number of samples of class c; a class
 * without a sample has weight 0. losses are those of the N samples; the weighted mean divides by
 * the sum of these samples' weights (as PyTorch does; DL4J divides by N).
 *
 * <pre>
 * w_c = N / (classes · n_c)
 * L   = Σ_n w_label(n) · loss_n / Σ_n w_label(n)
 *
 * weights([0, 0, 0, 1], 2) = [4 / (2·3), 4 / (2·1)] = [0.6667, 2]
 * loss([0.3, 0.3, 0.9], [0, 0, 1], [2/3, 2]) = (0.2 + 0.2 + 1.8) / (2/3 + 2/3 + 2) = 0.66
 * </pre>
 */
public final class ClassWeights {
    private ClassWeights() {}

    /** 每个类别的权重。 / The weight of each class. */
    public static double[] weights(int[] labels, int classes) {
        throw new UnsupportedOperationException("TODO w2-class-weights");
    }

    /** 加权平均损失。 / The weighted mean loss. */
    public static double loss(double[] losses, int[] labels, double[] weights) {
        throw new UnsupportedOperationException("TODO w2-class-weights");
    }
}
