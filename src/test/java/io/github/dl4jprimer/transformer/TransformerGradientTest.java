package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.gradientcheck.GradientChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients of whole networks against differences of the loss, dropout included. */
class TransformerGradientTest {
    static List<EncoderSettings> settings() {
        var all = new ArrayList<EncoderSettings>();
        for (var activation : FeedForwardActivation.values()) {
            for (int choice = 0; choice < 8; choice++) {
                double rate = (choice & 4) == 0 ? 0 : 0.3;
                all.add(
                        EncoderSettings.of(6, 2, 10)
                                .withActivation(activation)
                                .withPreNorm((choice & 1) != 0)
                                .withCausal((choice & 2) != 0)
                                .withAttentionDropoutRate(rate)
                                .withHiddenDropoutRate(rate));
            }
        }
        return all;
    }

    /** Along a random direction, so that two losses check all parameters at once. */
    @ParameterizedTest
    @MethodSource("settings")
    void theLossMovesAsTheGradientSays(EncoderSettings settings) {
        double rate = settings.hiddenDropoutRate();
        var embedding = Classifiers.of(DataType.DOUBLE).embedding().withDropoutRate(rate);
        var classifiers = Classifiers.of(DataType.DOUBLE).with(settings).with(embedding);
        var graph = classifiers.graph();
        Classifiers.scatter(graph.params(), 2);
        for (boolean masked : new boolean[] {false, true}) {
            check(graph, classifiers.batch(3, 4, masked, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyEntryOfEveryParameterIsRight(boolean preNorm) {
        var base = Classifiers.of(DataType.DOUBLE);
        var classifiers =
                base.with(EncoderSettings.of(4, 2, 5).withPreNorm(preNorm).withCausal(true))
                        .with(EmbeddingSettings.of(Classifiers.VOCABULARY, 4, 3));
        var network = classifiers.stack();
        Classifiers.scatter(network.params(), 4);
        var report = GradientChecker.ofSome(4, 1).check(network, classifiers.batch(2, 3, true, 5));
        assertTrue(report.passed(), report.table());
    }

    @Test
    void segmentsAndTheFirstPositionHaveTheRightGradient() {
        var base = Classifiers.of(DataType.DOUBLE);
        var classifiers =
                base.with(base.embedding().withSegments(2).withNormalization(false))
                        .with(SequencePooling.first());
        var graph = classifiers.graph();
        Classifiers.scatter(graph.params(), 6);
        var batch = classifiers.batch(3, 4, true, 7);
        INDArray segments =
                Nd4j.createFromArray(new double[][] {{0, 0, 1, 1}, {0, 1, 1, 0}, {1, 1, 1, 1}});
        INDArray ids = batch.getFeatures().reshape('c', 3, 1, 4);
        batch.setFeatures(Nd4j.concat(1, ids, segments.reshape('c', 3, 1, 4)));
        check(graph, batch);
        assertTrue(graph.getLayer("embedding").paramTable().containsKey("Wsegment"));
    }

    @Test
    void withoutPositionsTheGradientIsRightToo() {
        var base = Classifiers.of(DataType.DOUBLE);
        var classifiers = base.with(base.embedding().withPositions(false));
        var graph = classifiers.graph();
        Classifiers.scatter(graph.params(), 6);
        check(graph, classifiers.batch(3, 4, true, 7));
        assertFalse(graph.getLayer("embedding").paramTable().containsKey("Wposition"));
    }

    @Test
    void aPositionThatIsNotInUseHasGradientZero() {
        var classifiers = Classifiers.of(DataType.DOUBLE);
        var graph = classifiers.graph();
        Classifiers.scatter(graph.params(), 8);
        INDArray gradient = gradient(graph, classifiers.batch(2, 3, false, 9));
        var view = graph.gradient().gradientForVariable().get("embedding_Wposition");
        for (int position = 0; position < 8; position++) {
            double size = view.getRow(position).norm1Number().doubleValue();
            assertEquals(position < 3, size > 1e-9, "position " + position);
        }
        assertTrue(gradient.norm2Number().doubleValue() > 0);
    }

    private static void check(ComputationGraph graph, DataSet batch) {
        INDArray gradient = gradient(graph, batch);
        INDArray start = graph.params().dup();
        double step = 1e-6;
        double[] numbers = new Random(1).doubles(start.length(), -1, 1).toArray();
        INDArray along = Nd4j.createFromArray(numbers).reshape(1, -1);
        graph.params().assign(start.add(along.mul(step)));
        double above = graph.score(batch, true);
        graph.params().assign(start.sub(along.mul(step)));
        double below = graph.score(batch, true);
        graph.params().assign(start);
        double wanted = (above - below) / (2 * step);
        double found = gradient.mul(along).sumNumber().doubleValue();
        assertEquals(wanted, found, 1e-6 * Math.max(1, Math.abs(wanted)));
    }

    /** The gradient of the mean loss as a row, in the order of the parameters. */
    private static INDArray gradient(ComputationGraph graph, DataSet batch) {
        graph.setInputs(batch.getFeatures());
        graph.setLabels(batch.getLabels());
        if (batch.getFeaturesMaskArray() != null) {
            graph.setLayerMaskArrays(new INDArray[] {batch.getFeaturesMaskArray()}, null);
        }
        graph.computeGradientAndScore();
        graph.clearLayerMaskArrays();
        return graph.getFlattenedGradients().div(batch.numExamples()).reshape(1, -1);
    }
}
