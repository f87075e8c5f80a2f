package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.golden.Golden;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

@Tag("golden")
class TokenEmbeddingTest {
    private static final LayerWorkspaceMgr NONE = LayerWorkspaceMgr.noWorkspaces();
    private static final EmbeddingSettings PLAIN =
            EmbeddingSettings.of(3, 2, 4).withNormalization(false);

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void rowsOfTheTableAndTheirSummedGradientsAreThoseOfPyTorch(
            DataType type, TestReporter reporter) {
        var golden = GoldenCases.of("embedding").get(0);
        var comparison = GoldenCases.comparison("embedding", golden, type);
        INDArray table = Golden.tensor(golden.getAsJsonObject("inputs").get("table"), type);
        var settings =
                EmbeddingSettings.of((int) table.size(0), (int) table.size(1), 9)
                        .withNormalization(false);
        var layer = layer(settings, type);
        layer.getParam("Wtoken").assign(table);
        layer.getParam("Wposition").assign(0);
        INDArray output = layer.activate(Golden.tensor(golden.get("ids"), type), true, NONE);
        INDArray wanted = Golden.tensor(golden.getAsJsonObject("outputs").get("output"));
        comparison.close(wanted, output, 1e-6, 0);
        layer.setBackpropGradientsViewArray(
                Nd4j.valueArrayOf(new long[] {layer.numParams()}, 7, type));
        INDArray dy = Golden.tensor(golden.get("grad_output"), type);
        var gradient = layer.backpropGradient(dy, NONE).getFirst();
        INDArray wantedGradient = Golden.tensor(golden.getAsJsonObject("gradients").get("table"));
        comparison.close(wantedGradient, gradient.getGradientFor("Wtoken"), 1e-5, 0);
        comparison.report(reporter);
    }

    @Test
    void noUseOfATokenIsLostAmongMany() {
        var layer = layer(EmbeddingSettings.of(3, 16, 64).withNormalization(false), DataType.FLOAT);
        INDArray ids = Nd4j.zeros(DataType.FLOAT, 64, 64); // 4096 times token 0
        ids.get(NDArrayIndex.point(5), NDArrayIndex.all()).assign(2);
        for (int i = 0; i < 20; i++) {
            layer.activate(ids, true, NONE);
            layer.setBackpropGradientsViewArray(Nd4j.zeros(1, layer.numParams()));
            var gradient = layer.backpropGradient(Nd4j.ones(64, 64, 16), NONE).getFirst();
            INDArray ofTokens = gradient.getGradientFor("Wtoken");
            assertEquals(Nd4j.valueArrayOf(16, 4032f), ofTokens.getRow(0));
            assertEquals(Nd4j.valueArrayOf(16, 0f), ofTokens.getRow(1));
            assertEquals(Nd4j.valueArrayOf(16, 64f), ofTokens.getRow(2));
        }
    }

    @Test
    void tokenPositionAndSegmentAreAddedUp() {
        var layer = layer(PLAIN.withSegments(2), DataType.FLOAT);
        layer.getParam("Wtoken").assign(rows(1, 2, 3, 4, 5, 6));
        layer.getParam("Wposition").assign(rows(10, 20, 30, 40, 50, 60, 70, 80));
        layer.getParam("Wsegment").assign(rows(100, 200, 300, 400));
        INDArray ids = Nd4j.createFromArray(new float[][][] {{{2, 0}, {0, 1}}});
        INDArray wanted = Nd4j.createFromArray(new float[][][] {{{115, 226}, {331, 442}}});
        assertEquals(wanted, layer.activate(ids, false, NONE));
        // Without a second row all is segment 0, whatever the shape and type of the ids.
        INDArray first = Nd4j.createFromArray(new float[][][] {{{115, 226}, {131, 242}}});
        INDArray long64 = Nd4j.createFromArray(new long[][] {{2, 0}});
        assertEquals(first, layer.activate(long64, false, NONE));
        assertEquals(first, layer.activate(long64.reshape('c', 1, 1, 2), false, NONE));
        INDArray columnMajor = Nd4j.createFromArray(new float[][] {{2, 0}, {2, 0}}).dup('f');
        assertEquals(first.slice(0), layer.activate(columnMajor, false, NONE).slice(1));
    }

    @Test
    void withoutPositionsATokenLooksAlikeWhereverItStands() {
        var layer = layer(PLAIN.withPositions(false), DataType.FLOAT);
        layer.getParam("Wtoken").assign(rows(1, 2, 3, 4, 5, 6));
        INDArray ids = Nd4j.createFromArray(new float[][] {{2, 0, 2}});
        INDArray wanted = Nd4j.createFromArray(new float[][][] {{{5, 6}, {1, 2}, {5, 6}}});
        assertEquals(wanted, layer.activate(ids, true, NONE));
        layer.setBackpropGradientsViewArray(Nd4j.ones(1, layer.numParams()));
        var gradient = layer.backpropGradient(Nd4j.ones(1, 3, 2), NONE).getFirst();
        assertEquals(rows(1, 1, 0, 0, 2, 2), gradient.getGradientFor("Wtoken"));
    }

    @Test
    void thereAreTablesForWhatIsAskedFor() {
        assertEquals(List.of("Wtoken", "Wposition"), names(PLAIN));
        assertEquals(List.of("Wtoken"), names(PLAIN.withPositions(false)));
        assertEquals(
                List.of("Wtoken", "Wposition", "Wsegment", "gain", "bias"),
                names(PLAIN.withSegments(2).withNormalization(true)));
    }

    @Test
    void idsOutsideTheVocabularyAreRefused() {
        var layer = layer(PLAIN.withSegments(2), DataType.FLOAT);
        refused(
                "token ids must be whole numbers from 0 to 2, got 3.0 (example 1, position 0). Use"
                        + " the vocabulary that the embedding was built for.",
                () ->
                        layer.activate(
                                Nd4j.createFromArray(new float[][] {{0, 1}, {3, 1}}), false, NONE));
        refused(
                "token ids must be whole numbers from 0 to 2, got -1.0 (example 0, position 1). Use"
                        + " the vocabulary that the embedding was built for.",
                () -> layer.activate(Nd4j.createFromArray(new float[][] {{0, -1}}), false, NONE));
        refused(
                "token ids must be whole numbers from 0 to 2, got 0.5 (example 0, position 0). Use"
                        + " the vocabulary that the embedding was built for.",
                () -> layer.activate(Nd4j.createFromArray(new float[][] {{0.5f, 1}}), false, NONE));
        refused(
                "token ids must be whole numbers from 0 to 2, got NaN (example 0, position 0). Use"
                        + " the vocabulary that the embedding was built for.",
                () ->
                        layer.activate(
                                Nd4j.createFromArray(new float[][] {{Float.NaN}}), false, NONE));
        refused(
                "segments must be whole numbers from 0 to 1, got 2.0 (example 0, position 1). Use"
                        + " the vocabulary that the embedding was built for.",
                () ->
                        layer.activate(
                                Nd4j.createFromArray(new float[][][] {{{0, 1}, {0, 2}}}),
                                false,
                                NONE));
    }

    @Test
    void sequencesThatDoNotFitAreRefused() {
        var layer = layer(PLAIN, DataType.FLOAT);
        refused(
                "sequence length must be at most maxLength 4, got 5. Cut the texts, or build the"
                        + " embedding with a larger maxLength.",
                () -> layer.activate(Nd4j.zeros(2, 5), false, NONE));
        refused(
                "input must be [B, T] or [B, 1, T], got [2, 2, 3]. Give one id a position, the"
                        + " segments in a second row.",
                () -> layer.activate(Nd4j.zeros(2, 2, 3), false, NONE));
        refused(
                "input must be [B, T] or [B, 1, T], got [3]. Give one id a position, the segments"
                        + " in a second row.",
                () -> layer.activate(Nd4j.zeros(3), false, NONE));
        refused(
                "input must be not empty, got no ids. Give one id at least.",
                () -> layer.activate(Nd4j.empty(DataType.FLOAT), false, NONE));
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        refused(
                "vocabularySize must be at least 1, got 0. Count the tokens.",
                () -> EmbeddingSettings.of(0, 2, 4));
        refused(
                "embeddingSize must be at least 1, got -1. 128 is a small model's.",
                () -> EmbeddingSettings.of(3, -1, 4));
        refused(
                "maxLength must be at least 1, got 0. It is the longest sequence.",
                () -> EmbeddingSettings.of(3, 2, 0));
        refused(
                "numSegments must be at least 0, got -1. BERT has 2.",
                () -> PLAIN.withSegments(-1));
        refused("epsilon must be above 0, got -1.0. 1e-5 is usual.", () -> PLAIN.withEpsilon(-1));
        refused(
                "dropoutRate must be at least 0 and below 1, got -0.1. It is the share to drop; 0.1"
                        + " is usual.",
                () -> PLAIN.withDropoutRate(-0.1));
    }

    private static void refused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }

    private static INDArray rows(float... numbers) {
        return Nd4j.createFromArray(numbers).reshape('c', numbers.length / 2, 2);
    }

    private static List<String> names(EmbeddingSettings settings) {
        return List.copyOf(layer(settings, DataType.FLOAT).paramTable().keySet());
    }

    private static Layer layer(EmbeddingSettings settings, DataType type) {
        var conf =
                new NeuralNetConfiguration.Builder()
                        .seed(1)
                        .layer(TokenEmbedding.of(settings))
                        .build();
        long count = conf.getLayer().initializer().numParams(conf);
        return conf.getLayer()
                .instantiate(conf, List.of(), 0, Nd4j.create(type, 1, count), true, type);
    }
}
