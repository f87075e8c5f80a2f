package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * w1-train-loop：训练循环：一轮又一轮，一批又一批，每批走一步。 / The training loop: epoch by epoch, batch by batch, one
 * step a batch.
 *
 * <p>x [N, D] 和 y [N, C] 的行一一对应，按原来的顺序每 batchSize 行切成一批，最后一批可以不满。一轮（epoch）把所有行用一遍。 每一步的梯度都在当前的 w
 * 上计算。返回最后的 w，传入的数组不许改动。
 *
 * <p>The rows of x [N, D] and y [N, C] belong together; cut both, in their order, into batches of
 * batchSize rows, of which the last may be smaller. One epoch uses every row once. Each gradient is
 * computed at the current w. Return the last w; the arrays given must not change.
 *
 * <pre>
 * w ← w - rate · gradient(batch of x, batch of y, w)
 *
 * gradient = w - mean(y)，y = [[1], [3], [8]]，w = 0，rate = 0.5，batchSize = 2
 * batch [[1], [3]]: w = 0 - 0.5·(0 - 2) = 1
 * batch [[8]]:      w = 1 - 0.5·(1 - 8) = 4.5     一轮之后 / after one epoch
 * </pre>
 */
public final class TrainLoop {
    private TrainLoop() {}

    /** 一批样本在 w 处的梯度，形状与 w 相同。 / The gradient of a batch at w, of the shape of w. */
    public interface Gradient {
        INDArray of(INDArray x, INDArray y, INDArray w);
    }

    /** 训练的设置。 / The settings of the training. */
    public record Settings(double rate, int batchSize, int epochs) {}

    /** 训练之后的 w。 / w after the training. */
    public static INDArray train(
            INDArray x, INDArray y, INDArray w, Settings settings, Gradient gradient) {
        throw new UnsupportedOperationException("TODO w1-train-loop");
    }
}
