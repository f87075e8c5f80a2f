package io.github.dl4jprimer.traps;

import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Layers for sequences that mistake one axis for another, and masks that outlive their batch.
 *
 * <pre>
 * NCW   [batch, size, time]    DL4J's default
 * NWC   [batch, time, size]    everybody else's
 * </pre>
 *
 * <p>Where size and time differ, the mistakes throw; where they happen to agree, some pass. So no
 * two axes have the same length here. Masks are [batch, time], 1 for steps that count.
 */
final class SequenceTraps {
    private SequenceTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-output-layer-axis", SequenceTraps::outputLayerAxis),
                new Trap("t-masked-pooling", SequenceTraps::maskedPooling),
                new Trap("t-embedding-inputs", SequenceTraps::embeddingInputs),
                new Trap("t-kept-masks", SequenceTraps::keptMasks));
    }

    /** Two zero outputs for labels of 1, over four time steps: the loss is 4. */
    private static Evidence outputLayerAxis() {
        var layer =
                new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nIn(3)
                        .nOut(2)
                        .activation(Activation.IDENTITY);
        var unsaid = layer.build();
        var said = layer.dataFormat(RNNFormat.NCW).build();
        return Evidence.of(sequenceLoss(unsaid), Outcome.of(4)).withWorkaround(sequenceLoss(said));
    }

    /** The mean squared error over the outputs, added over the steps; or the exception. */
    private static Outcome sequenceLoss(RnnOutputLayer layer) {
        var network = new MultiLayerNetwork(OneWeight.configuration().list().layer(layer).build());
        network.init();
        network.setInput(Nd4j.zeros(DataType.DOUBLE, 1, 3, 4));
        network.setLabels(Nd4j.ones(DataType.DOUBLE, 1, 2, 4));
        return Outcome.number(
                () -> {
                    network.computeGradientAndScore();
                    return network.score();
                });
    }

    /** The mean of 1 and 3; the third step, 100, is masked out. */
    private static Evidence maskedPooling() {
        return Evidence.of(maskedMean(RNNFormat.NWC), Outcome.of(2))
                .withWorkaround(maskedMean(RNNFormat.NCW));
    }

    /** Returns the mean of the one feature over the steps that count, or the exception. */
    private static Outcome maskedMean(RNNFormat format) {
        var network =
                new MultiLayerNetwork(
                        OneWeight.configuration()
                                .list()
                                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                                .setInputType(InputType.recurrent(1, 3, format))
                                .build());
        network.init();
        var nwc = Nd4j.createFromArray(new double[][][] {{{1}, {3}, {100}}});
        var input = format == RNNFormat.NWC ? nwc : nwc.permute(0, 2, 1);
        var mask = Nd4j.createFromArray(new double[][] {{1, 1, 0}});
        return Outcome.number(() -> network.output(input, false, mask, null).getDouble(0));
    }

    /** The words of the vocabulary, ten, after DL4J was told that each step is one number. */
    private static Evidence embeddingInputs() {
        return Evidence.of(words(true), 10).withWorkaround(words(false));
    }

    /** Returns nIn in the finished configuration. */
    private static double words(boolean inputTypeGiven) {
        var list =
                OneWeight.configuration()
                        .list()
                        .layer(new EmbeddingSequenceLayer.Builder().nIn(10).nOut(2).build());
        if (inputTypeGiven) {
            list.setInputType(InputType.recurrent(1, 3));
        }
        return ((EmbeddingSequenceLayer) list.build().getConf(0).getLayer()).getNIn();
    }

    /** A mean of ones, two sequences without a mask after three with one were measured. */
    private static Evidence keptMasks() {
        return Evidence.of(afterMeasuring(false), Outcome.of(1))
                .withWorkaround(afterMeasuring(true));
    }

    /** Returns the first output, the mean of four ones times a weight of 1, or the exception. */
    private static Outcome afterMeasuring(boolean cleared) {
        var graph =
                new ComputationGraph(
                        OneWeight.configuration()
                                .graphBuilder()
                                .addInputs("sequence")
                                .addLayer("mean", new GlobalPoolingLayer(), "sequence")
                                .addLayer("output", OneWeight.layer().build(), "mean")
                                .setOutputs("output")
                                .build());
        graph.init();
        graph.params().assign(1);
        graph.score(
                new DataSet(
                        Nd4j.ones(DataType.DOUBLE, 3, 1, 4),
                        Nd4j.ones(DataType.DOUBLE, 3, 1),
                        Nd4j.ones(DataType.DOUBLE, 3, 4),
                        null));
        if (cleared) {
            graph.clearLayerMaskArrays();
        }
        var next = Nd4j.ones(DataType.DOUBLE, 2, 1, 4);
        return Outcome.number(() -> graph.output(next)[0].getDouble(0));
    }
}
