package io.github.dl4jprimer.exercises.week3;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/**
 * w3-early-stopping：验证损失不再变好就停，取回最好那一轮的模型。 / Stop when the validation loss gets no better, and take
 * back the model of the best epoch.
 *
 * <p>连续 patience 轮没有低于此前的最低值就停（NaN 不算变好，打平也不算）。stop 按一串验证损失说出练完第几轮停下，从 1 数起，一直没停就是最后一轮。train 每轮调用一次
 * network.fit(training)，用 network.score(validation) 得到验证损失，停下后返回最好那一轮的网络。
 *
 * <p>Stop after patience epochs in a row whose loss was not below the lowest so far (NaN is no
 * improvement, nor is a tie). stop tells from validation losses after which epoch, counted from 1,
 * training stops; the last one if it never does. train calls network.fit(training) once an epoch,
 * gets the loss from network.score(validation), and returns the network as it was after the best
 * epoch.
 *
 * <pre>
 * stop({0.9, 0.7, 0.8, 0.6, 0.65, 0.7, 0.75, 0.5}, 2) = 6，最好的是第 4 轮 / the best epoch is the 4th
 * </pre>
 */
public final class EarlyStopping {
    private EarlyStopping() {}

    /** 练完第几轮停下。 / The epoch after which training stops. */
    public static int stop(double[] validationLosses, int patience) {
        throw new UnsupportedOperationException("TODO w3-early-stopping");
    }

    /** 最多练 maxEpochs 轮，返回最好的网络。 / Trains for maxEpochs at most; returns the best network. */
    public static MultiLayerNetwork train(
            MultiLayerNetwork network,
            DataSet training,
            DataSet validation,
            int maxEpochs,
            int patience) {
        throw new UnsupportedOperationException("TODO w3-early-stopping");
    }
}
