package io.github.dl4jprimer.traps;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * DL4J's attention layers: one trains with doubled gradients, the other cannot run at all.
 *
 * <pre>
 * SelfAttentionLayer          y = softmax(Q K' / sqrt(d)) V     as many outputs as steps
 * LearnedSelfAttentionLayer   the same, but Q is a parameter    one output a query
 * </pre>
 *
 * <p>Both are SameDiff layers with the axes [batch, size, time]. What the first one's gradient
 * should be is measured by a central difference, which knows nothing of how it is computed:
 *
 * <pre>
 * dL/dw = (L(w + h) - L(w - h)) / 2h        right up to h^2
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, section 3.2</a>
 */
final class AttentionTraps {
    /** h: small for the square, large against the rounding of L in double precision. */
    private static final double STEP = 1e-5;

    /** [batch, size, time]: two features in three steps of one sequence. */
    private static final INDArray SEQUENCE =
            Nd4j.createFromArray(new double[][][] {{{1, 2, 3}, {0, 1, -1}}});

    private AttentionTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-doubled-attention", AttentionTraps::doubled),
                new Trap("t-learned-attention", AttentionTraps::learned));
    }

    /** Divides the gradient of one value weight by the slope that two scores show. */
    private static Evidence doubled() {
        var network = network();
        double gradient = gradient(network);
        var weights = network.getParam("0_Wv");
        double weight = weights.getDouble(0);
        weights.putScalar(0, weight + STEP);
        double above = score(network);
        weights.putScalar(0, weight - STEP);
        double below = score(network);
        return Evidence.of(gradient / ((above - below) / (2 * STEP)), 1);
    }

    /** One head of self-attention below an output of one number a step. */
    private static MultiLayerNetwork network() {
        var network =
                new MultiLayerNetwork(
                        OneWeight.configuration()
                                .list()
                                .layer(
                                        new SelfAttentionLayer.Builder()
                                                .nIn(2)
                                                .nOut(2)
                                                .nHeads(1)
                                                .projectInput(true)
                                                .build())
                                .layer(
                                        new RnnOutputLayer.Builder(LossFunction.MSE)
                                                .nIn(2)
                                                .nOut(1)
                                                .dataFormat(RNNFormat.NCW)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .build());
        network.init();
        return network;
    }

    /** Returns what DL4J takes for the slope of the score. */
    private static double gradient(MultiLayerNetwork network) {
        score(network);
        return network.gradient().getGradientFor("0_Wv").getDouble(0);
    }

    /** Returns the mean squared output: the labels are 0. */
    private static double score(MultiLayerNetwork network) {
        network.setInput(SEQUENCE);
        network.setLabels(Nd4j.zeros(DataType.DOUBLE, 1, 1, 3));
        network.computeGradientAndScore();
        return network.score();
    }

    /** Two learned queries must make three steps two: [batch 1, size 2, queries 2]. */
    private static Evidence learned() {
        var network =
                new MultiLayerNetwork(
                        OneWeight.configuration()
                                .list()
                                .layer(
                                        new LearnedSelfAttentionLayer.Builder()
                                                .nIn(2)
                                                .nOut(2)
                                                .nHeads(1)
                                                .nQueries(2)
                                                .projectInput(true)
                                                .build())
                                .build());
        network.init();
        return Evidence.of(
                Outcome.text(() -> Arrays.toString(network.output(SEQUENCE).shape())),
                Outcome.of("[1, 2, 2]"));
    }
}
