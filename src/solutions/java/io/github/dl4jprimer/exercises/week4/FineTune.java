package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.transformer.FineTuning;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * w4-fine-tune：接着预训练好的编码器练一个新任务。 / A new task is learned on top of a pre-trained encoder.
 *
 * <p>start 返回一个可以训练的分类网络：词嵌入和最下面 frozen 个块冻结，编码器的参数从 pretrained 抄来（它本身不变），分类头保持随机。用
 * FineTuning.frozen 和 FineTuning.copyEncoder。rates 给出各层的学习率 [blocks + 2]：词嵌入、第 0 块、…、最上面的块、分类头。分类头用
 * rate，每往下一层乘一次 decay。
 *
 * <p>start returns a classifier ready to train: the embedding and the lowest frozen blocks do not
 * learn, the encoder's parameters are copied from pretrained (which does not change), the head
 * stays random. Use FineTuning.frozen and FineTuning.copyEncoder. rates gives the learning rate of
 * each layer, [blocks + 2]: embedding, block 0, …, the top block, the head. The head learns at
 * rate, and each layer further down at decay times the rate of the one above.
 *
 * <pre>
 * rate of a layer = rate · decay^(layers above it)
 * rates(1, 0.5, 2) = {0.125, 0.25, 0.5, 1}
 * start(pretrained, classifier of 2 blocks, 1): embedding, block0 frozen; block1, output learn
 * </pre>
 */
public final class FineTune {
    private FineTune() {}

    /** 微调开始时的网络。 / The network at the start of fine-tuning. */
    public static ComputationGraph start(
            ComputationGraph pretrained, TransformerClassifier classifier, int frozen) {
        // answer
        var configuration = FineTuning.frozen(classifier.configuration(), frozen);
        var network = new ComputationGraph(configuration);
        network.init();
        FineTuning.copyEncoder(pretrained, network);
        return network;
        // end
    }

    /** 各层的学习率，从下到上。 / The layers' learning rates, from below. */
    public static double[] rates(double rate, double decay, int blocks) {
        // answer
        double[] rates = new double[blocks + 2];
        for (int layer = 0; layer < rates.length; layer++) {
            int above = rates.length - 1 - layer;
            rates[layer] = rate * Math.pow(decay, above);
        }
        return rates;
        // end
    }
}
