package io.github.dl4jprimer.exercises.week1;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * w1-dl4j-mlp：用 DL4J 搭出与手写的一样的两层网络。 / The two-layer network of the lessons before, in DL4J.
 *
 * <p>隐藏层 tanh，输出层 softmax 加交叉熵（MCXENT），更新用普通的梯度下降 Sgd，学习率和种子由参数给出。 没写明的设置 DL4J 会自己选：隐藏层是
 * sigmoid，学习率 0.001，种子取当前时间。返回的网络要能直接使用。
 *
 * <p>A hidden layer with tanh, an output layer with softmax and cross-entropy (MCXENT), plain
 * gradient descent (Sgd) with the learning rate and the seed given. What is not stated DL4J
 * chooses: sigmoid for the hidden layer, a learning rate of 0.001, a seed from the clock. The
 * network returned must be ready for use.
 *
 * <pre>
 * network(4, 8, 3, 0.1, 42).numParams() = 4·8 + 8 + 8·3 + 3 = 67
 * P = softmax(tanh(X W₁ + b₁) W₂ + b₂)      W₁ [inputs, hidden]   W₂ [hidden, classes]
 * </pre>
 */
public final class Dl4jMlp {
    private Dl4jMlp() {}

    /** 可以直接训练的网络。 / A network ready to be trained. */
    public static MultiLayerNetwork network(
            int inputs, int hidden, int classes, double rate, long seed) {
        throw new UnsupportedOperationException("TODO w1-dl4j-mlp");
    }
}
