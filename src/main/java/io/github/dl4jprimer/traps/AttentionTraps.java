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

/** DL4J's attention layers: one trains with doubled gradients, the other cannot run at all. */
final class AttentionTraps {
    private static final double STEP = 1e-5;

    /** Two features of one sequence of three steps, [1, 2, 3]. */
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

    private static double gradient(MultiLayerNetwork network) {
        score(network);
        return network.gradient().getGradientFor("0_Wv").getDouble(0);
    }

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
