package io.github.dl4jprimer.exercises.week3;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * w3-batch-norm：每个特征沿一批样本归一，预测时改用滑动平均。 / Each feature is normalised over the batch; to predict,
 * running averages take the batch's place.
 *
 * <p>x [N, D]，其余都是 [D]。方差是总体的（除以 N），ε = 1e-5 加在根号里面。average 把一批的统计量并进滑动平均，新的一批占 0.1。传入的数组不许改动。
 *
 * <p>x is [N, D], all else is [D]. The variance is that of the population (divided by N), and ε =
 * 1e-5 stands under the root. average takes a batch's statistic into the running average, of which
 * the new batch is 0.1. The arrays given must not change.
 *
 * <pre>
 * y = γ (x - mean) / √(variance + ε) + β
 * train([[1, 10], [2, 20], [6, 30]], [1, 2], [0, 1])
 *     = [[-0.9258, -1.4495], [-0.4629, 1], [1.3887, 3.4495]]
 * average([0, 10], [1, 20])                       = [0.1, 11]
 * predict([[3, 2]], [1, 2], [0, 1], [1, 1], [4, 1]) = [[1, 3]]
 * </pre>
 */
public final class BatchNorm {
    private static final double EPSILON = 1e-5;

    private BatchNorm() {}

    /** 训练时，用这一批的均值和方差。 / While training, with the batch's mean and variance. */
    public static INDArray train(INDArray x, INDArray gain, INDArray bias) {
        // answer
        INDArray mean = x.mean(0);
        INDArray variance = x.var(false, 0);
        return predict(x, gain, bias, mean, variance);
        // end
    }

    /** 新的滑动平均 [D]。 / The new running average, [D]. */
    public static INDArray average(INDArray running, INDArray batch) {
        // answer
        return running.mul(0.9).add(batch.mul(0.1));
        // end
    }

    /** 预测时，用滑动平均。 / When predicting, with the running averages. */
    public static INDArray predict(
            INDArray x, INDArray gain, INDArray bias, INDArray mean, INDArray variance) {
        // answer
        INDArray deviation = Transforms.sqrt(variance.add(EPSILON));
        INDArray normal = x.subRowVector(mean).divRowVector(deviation);
        return normal.mulRowVector(gain).addRowVector(bias);
        // end
    }
}
