package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.runtime.NativeRuntime;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderBlock;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TokenEmbedding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A Transformer classifier's training and inference step in three ways, in turn in one process: the
 * float kernels, the plain ND4J operations, and DL4J's own layers.
 *
 * @see Dl4jEncoder
 */
public final class TransformerBenchmark {
    private static final String READABLE = "dl4jprimer.transformer.face";

    private TransformerBenchmark() {}

    /** A model and its batch; 10 classes, feed-forward size 4 D. */
    private enum Size {
        SMALL(128, 4, 2, 32, 32, 21128, 9),
        BASE(768, 12, 4, 64, 8, 21128, 3);

        final int embeddingSize;
        final int heads;
        final int blocks;
        final int length;
        final int batch;
        final int vocabulary;
        final int rounds;

        Size(int d, int heads, int blocks, int length, int batch, int vocabulary, int rounds) {
            this.embeddingSize = d;
            this.heads = heads;
            this.blocks = blocks;
            this.length = length;
            this.batch = batch;
            this.vocabulary = vocabulary;
            this.rounds = rounds;
        }
    }

    /** Takes the sizes to measure, {@code SMALL} or {@code BASE}; without any, both. */
    public static void main(String[] arguments) {
        NativeRuntime.prepare();
        var sizes =
                arguments.length == 0
                        ? List.of(Size.values())
                        : List.of(arguments).stream().map(Size::valueOf).toList();
        System.out.printf(
                "%-6s %-9s %10s %10s %12s%n", "size", "way", "train ms", "infer ms", "train ratio");
        sizes.forEach(TransformerBenchmark::measure);
    }

    private static void measure(Size size) {
        var networks = new LinkedHashMap<String, ComputationGraph>();
        networks.put("fast", network(ours(size)));
        System.setProperty(READABLE, "readable");
        networks.put("readable", network(ours(size)));
        System.clearProperty(READABLE);
        networks.put("dl4j", dl4js(size));
        var batch = batch(size);
        Map<String, List<Double>> training = new LinkedHashMap<>();
        Map<String, List<Double>> inference = new LinkedHashMap<>();
        for (int round = -1; round < size.rounds; round++) { // the first one warms up
            boolean counts = round >= 0;
            networks.forEach(
                    (way, network) -> {
                        double train = StepClock.median(() -> network.fit(batch), 1);
                        double infer =
                                StepClock.median(() -> network.output(batch.getFeatures()), 1);
                        if (counts) {
                            training.computeIfAbsent(way, w -> new ArrayList<>()).add(train);
                            inference.computeIfAbsent(way, w -> new ArrayList<>()).add(infer);
                        }
                    });
        }
        double fast = Spread.of(training.get("fast")).median();
        training.forEach(
                (way, times) ->
                        System.out.printf(
                                "%-6s %-9s %10.1f %10.1f %12.2f%n",
                                size,
                                way,
                                Spread.of(times).median(),
                                Spread.of(inference.get(way)).median(),
                                Spread.of(times).median() / fast));
    }

    private static GraphBuilder ours(Size size) {
        int d = size.embeddingSize;
        var embedding = EmbeddingSettings.of(size.vocabulary, d, size.length);
        var settings = EncoderSettings.of(d, size.heads, 4 * d);
        var builder = builder().addLayer("embedding", TokenEmbedding.of(embedding), "ids");
        String last = "embedding";
        for (int i = 0; i < size.blocks; i++) {
            builder.addLayer("block" + i, EncoderBlock.of(settings), last);
            last = "block" + i;
        }
        return builder.addLayer("pooling", SequencePooling.mean(), last)
                .addLayer("output", output(d), "pooling");
    }

    private static ComputationGraph dl4js(Size size) {
        var encoder =
                new Dl4jEncoder(
                        size.vocabulary,
                        size.embeddingSize,
                        size.heads,
                        size.blocks,
                        size.length,
                        10);
        var network = new ComputationGraph(encoder.configuration(new Adam(1e-6), 0));
        network.init();
        return network;
    }

    private static OutputLayer output(int embeddingSize) {
        return new OutputLayer.Builder()
                .nIn(embeddingSize)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static GraphBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(1e-6))
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs("ids")
                .setOutputs("output");
    }

    private static ComputationGraph network(GraphBuilder builder) {
        var network = new ComputationGraph(builder.build());
        network.init();
        return network;
    }

    private static DataSet batch(Size size) {
        int[] ids =
                new Random(1).ints((long) size.batch * size.length, 0, size.vocabulary).toArray();
        INDArray features = Nd4j.createFromArray(ids).reshape(size.batch, 1, size.length);
        INDArray labels = Nd4j.zeros(size.batch, 10);
        for (int i = 0; i < size.batch; i++) {
            labels.putScalar(i, i % 10, 1);
        }
        return new DataSet(features.castTo(DataType.FLOAT), labels);
    }
}
