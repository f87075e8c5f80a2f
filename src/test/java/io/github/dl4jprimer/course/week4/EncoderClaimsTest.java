package io.github.dl4jprimer.course.week4;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EncoderClaimsTest {
    @TempDir private Path folder;

    private static List<Boolean> encoder(double rules, double bag, double encoder) {
        return claims(lab -> EncoderOnAlarms.conclude(lab, rules, bag, encoder));
    }

    @Test
    void theEncoderMustBeTenPointsAboveTheRulesAndLevelWithTheBag() {
        assertEquals(List.of(true, true), encoder(0.5, 0.6, 0.61));
        assertEquals(List.of(false, true), encoder(0.52, 0.6, 0.61));
        assertEquals(List.of(true, false), encoder(0.5, 0.65, 0.61));
        assertEquals(List.of(true, false), encoder(0.5, 0.6, 0.64));
    }

    @Test
    void sizesMustNotBeTenPointsApart() {
        var near = List.of(Summary.of(0.5), Summary.of(0.55));
        var far = List.of(Summary.of(0.5), Summary.of(0.61));
        assertEquals(List.of(true), claims(lab -> EncoderAblation.conclude(lab, near)));
        assertEquals(List.of(false), claims(lab -> EncoderAblation.conclude(lab, far)));
    }

    @Test
    void weightsOfASentenceAreTheMeanOverHeadsAndSumToOne() {
        var tokens = AlarmTokens.of(List.of("磁盘写满失败"), 1, 5);
        var model = TransformerClassifier.of(tokens.size(), 5, 2, 1);
        var graph = new ComputationGraph(model.configuration());
        graph.init();
        var attended = new AttendedSentence(graph, tokens, "磁盘写满失败");
        for (int block = 0; block < 2; block++) {
            var weights = attended.weights(block);
            assertEquals(List.of(5L, 5L), List.of(weights.size(0), weights.size(1)));
            assertEquals(0, AttentionHeatMap.offOne(weights), 1e-5);
        }
    }

    /** DL4J keeps the masks of the last batch, which may have had another shape. */
    @Test
    void theBatchMeasuredBeforeDoesNotMatter() {
        var tokens = AlarmTokens.of(List.of("磁盘写满失败"), 1, 5);
        var graph =
                new ComputationGraph(
                        TransformerClassifier.of(tokens.size(), 5, 2, 1).configuration());
        graph.init();
        var attended = new AttendedSentence(graph, tokens, "磁盘写");
        var fresh = attended.weights(1);
        graph.setLayerMaskArrays(new INDArray[] {Nd4j.ones(7, 2)}, null);
        assertEquals(fresh, attended.weights(1));
    }

    @Test
    void aSentenceOfTwoTokensIsRefused() {
        var experiment = new EncoderOnAlarms();
        var settings = experiment.quick().changed("sentence", "盘 95");
        var error = assertThrows(BadInput.class, () -> LabBench.run(experiment, settings, folder));
        assertEquals(
                "sentence must be at least 3 tokens, got \"盘 95\". Write an alarm.",
                error.getMessage());
    }
}
