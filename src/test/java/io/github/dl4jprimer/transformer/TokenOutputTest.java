package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.GapTexts.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The output on its own: what counts, what is refused, what it is to DL4J. */
class TokenOutputTest {
    private static final int V = GapTexts.VOCABULARY;

    private static ComputationGraph network() {
        return GapTexts.scattered(GapTexts.model(), DataType.DOUBLE);
    }

    @Test
    void probabilitiesAreTheSoftmaxOfTheLogitsAtAllPositions() {
        var network = network();
        var batch = batch(2, 5);
        INDArray output = network.outputSingle(batch.getFeatures()).dup();
        assertEquals(10, output.sumNumber().doubleValue(), 1e-9);
        INDArray hidden = network.feedForward(batch.getFeatures(), false).get("tie");
        INDArray logits = ((TokenOutputLayer) network.getLayer("output")).logits(hidden);
        INDArray flat = logits.dup('c').reshape('c', 10, V);
        INDArray softmax = Nd4j.nn().softmax(flat, 1).reshape('c', 2, 5, V);
        Close.assertClose(softmax, output, 1e-12, 0, "softmax");
        assertTrue(Transforms.abs(logits).maxNumber().doubleValue() > 1.1, "no probabilities");
    }

    @Test
    void onlyPredictedPositionsCountWhateverStandsElsewhere() {
        var network = network();
        var batch = batch(3, 4);
        double loss = network.score(batch);
        INDArray gradient = GapTexts.gradient(network, batch).dup();
        INDArray mask = batch.getLabelsMaskArray().castTo(DataType.INT32).reshape(3, 4, 1);
        INDArray unasked = mask.rsub(1).muli(-100);
        batch.setLabels(batch.getLabels().mul(mask).addi(unasked));
        assertEquals(loss, network.score(batch));
        assertEquals(gradient, GapTexts.gradient(network, batch));
    }

    @Test
    void withoutAMaskAllThatIsNoPaddingIsPredicted() {
        var network = network();
        var batch = batch(2, 4);
        INDArray tokens = Nd4j.createFromArray(new float[][] {{1, 1, 1, 1}, {1, 1, 0, 0}});
        batch.setFeaturesMaskArray(tokens);
        batch.setLabelsMaskArray(null);
        var said = new DataSet(batch.getFeatures(), batch.getLabels(), tokens, tokens);
        assertEquals(network.score(said), network.score(batch));
        INDArray gradient = GapTexts.gradient(network, said).dup();
        assertEquals(gradient, GapTexts.gradient(network, batch));
        assertEquals(network.score(said), network.score(), 1e-12, "the score after a gradient");
        batch.setFeaturesMaskArray(null);
        assertTrue(Math.abs(network.score(said) - network.score(batch)) > 1e-3, "all positions");
    }

    @Test
    void aBatchWithNothingToPredictHasLossAndGradientZero() {
        var network = network();
        var batch = batch(2, 4);
        GapTexts.gradient(network, batch); // leaves its numbers behind
        batch.setLabelsMaskArray(Nd4j.zeros(DataType.FLOAT, 2, 4));
        assertEquals(0, network.score(batch));
        assertEquals(0, GapTexts.gradient(network, batch).norm1Number().doubleValue());
        assertEquals(0, network.score());
    }

    @Test
    void theScoreThatComesWithAGradientIsTheScore() {
        var network = network();
        var batch = batch(3, 5);
        double loss = network.score(batch);
        GapTexts.gradient(network, batch);
        assertEquals(loss, network.score(), 1e-12);
        network.getLayer("output").getParam("bdecoder").addi(Nd4j.rand(DataType.DOUBLE, V).mul(5));
        assertTrue(Math.abs(loss - network.score(batch)) > 1e-3, "nothing old is kept");
    }

    @Test
    void eachExampleHasTheMeanOfItsOwnTokens() {
        var network = network();
        var batch = batch(3, 5);
        batch.getLabelsMaskArray().getRow(1).assign(0);
        INDArray each = network.scoreExamples(batch, false);
        for (int b = 0; b < 3; b++) {
            var one = batch.get(b);
            var alone =
                    new DataSet(
                            one.getFeatures().reshape(1, 5),
                            one.getLabels().reshape(1, 5),
                            null,
                            one.getLabelsMaskArray().reshape(1, 5));
            assertEquals(network.score(alone), each.getDouble(b), 1e-9);
        }
        assertEquals(0, each.getDouble(1));
    }

    /** Where DL4J divides by the batch size, too, the step is the same. */
    @Test
    void theStepIsThatOfTheMeanUnderBothOfDl4jsHabits() {
        var batch = batch(3, 5);
        var whole = GapTexts.scattered(GapTexts.model().withUpdater(new Sgd(0.1)), DataType.DOUBLE);
        var divided = whole.getConfiguration().clone();
        divided.getDefaultConfiguration().setMiniBatch(true);
        for (var vertex : divided.getVertices().values()) {
            if (vertex instanceof LayerVertex layer) {
                layer.getLayerConf().setMiniBatch(true);
            }
        }
        var other = new ComputationGraph(divided);
        other.init(whole.params().dup(), false);
        whole.fit(batch);
        other.fit(batch);
        Close.assertClose(whole.params(), other.params(), 1e-12, 0, "parameters");
    }

    @Test
    void wrongLabelsAreRefused() {
        var network = network();
        refused(
                "labels must be token ids [2, 4, 1] or [2, 4], got [2, 4, 5]. Give one id a"
                        + " position, not one-hot rows.",
                network,
                Nd4j.zeros(2, 4, 5),
                null);
        refused(
                "labels must be whole numbers from 0 to 4, got 5.0 (example 1, position 2). Mask"
                        + " what is not to be predicted.",
                network,
                Nd4j.createFromArray(new int[][] {{1, 2, 3, 4}, {1, 2, 5, 6}}),
                null);
        refused(
                "labels' mask must be 0 or 1, got 0.5. A position is predicted or it is not.",
                network,
                Nd4j.ones(2, 4),
                Nd4j.ones(2, 4).mul(0.5));
        refused(
                "mask must be [2, 4], got [2, 3]. Give one number a position: 1 for a token, 0 for"
                        + " padding.",
                network,
                Nd4j.ones(2, 4),
                Nd4j.ones(2, 3));
    }

    @Test
    void anOutputWithoutATableIsRefused() {
        var graph = builder().addLayer("output", output(), "embedding").setOutputs("output");
        var network = new ComputationGraph(graph.build());
        network.init();
        assertEquals(
                "output must be tied to an embedding, got no table. Put a TiedTable in front of it"
                        + " and pass something through the network.",
                assertThrows(
                                IllegalStateException.class,
                                () -> network.outputSingle(batch(1, 2).getFeatures()))
                        .getMessage());
    }

    @Test
    void aTieBetweenTheWrongLayersIsRefused() {
        var unknown =
                builder()
                        .addVertex("tie", TiedTable.to("words"), "embedding")
                        .addLayer("output", output(), "tie");
        tieRefused(
                "embedding words must be a TokenEmbedding of this graph, got nothing. Name the"
                        + " layer whose table decodes.",
                new ComputationGraph(unknown.setOutputs("output").build()));
        var dense = new DenseLayer.Builder().nIn(6).nOut(2).build();
        var apart =
                builder()
                        .addVertex("tie", TiedTable.to("embedding"), "embedding")
                        .addLayer("output", dense, "tie");
        tieRefused(
                "what follows tie must be one TokenOutput, got DenseLayer. Put a tie right before"
                        + " the output.",
                new ComputationGraph(apart.setOutputs("output").build()));
    }

    private static GraphBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("ids")
                .addLayer("embedding", TokenEmbedding.of(EmbeddingSettings.of(V, 6, 8)), "ids");
    }

    private static TokenOutput output() {
        return TokenOutput.of(DecoderSettings.gpt2(V, 6));
    }

    private static void tieRefused(String message, ComputationGraph network) {
        network.init();
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> network.outputSingle(batch(1, 2).getFeatures()))
                        .getMessage());
    }

    private static void refused(
            String message, ComputationGraph network, INDArray labels, INDArray mask) {
        var data = new DataSet(batch(2, 4).getFeatures(), labels, null, mask);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> network.score(data))
                        .getMessage());
    }
}
