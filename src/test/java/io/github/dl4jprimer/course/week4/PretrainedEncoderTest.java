package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.bert.BertConfig;
import io.github.dl4jprimer.bert.TokenizerSettings;
import io.github.dl4jprimer.bert.VocabularyBuilder;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class PretrainedEncoderTest {
    private static PretrainedEncoder encoder() {
        var tokenizer =
                new VocabularyBuilder(TokenizerSettings.uncased(), 1).tokenizer(List.of("磁盘写满"));
        int vocabulary = tokenizer.vocabulary().size();
        var config =
                BertConfig.of(
                        EmbeddingSettings.of(vocabulary, 4, 6).withSegments(2),
                        EncoderSettings.of(4, 2, 8),
                        1,
                        List.of());
        var model =
                new MaskedLanguageModel(
                        config.embedding(), config.encoder(), 1, TrainingSettings.of(5));
        var network = new ComputationGraph(model.configuration());
        network.init();
        return new PretrainedEncoder(tokenizer, config, network);
    }

    @Test
    void whatWasLearnedIsTakenOverExceptForTheHead() {
        var encoder = encoder();
        var learned = encoder.network().paramTable();
        var tuned = (ComputationGraph) encoder.classifier(3, new Sgd(), true, 0, 9).create(9);
        var fresh = (ComputationGraph) encoder.classifier(3, new Sgd(), false, 0, 9).create(9);
        for (var name : List.of("embedding_Wtoken", "block0_Wqkv", "block0_W2")) {
            assertEquals(learned.get(name), tuned.getParam(name), name);
            assertNotEquals(learned.get(name), fresh.getParam(name), name);
        }
        assertEquals(fresh.getParam("output_W"), tuned.getParam("output_W"));
    }

    @Test
    void aLineBeginsWithClsAndEndsWithSepAndIsCut() {
        assertArrayEquals(new int[] {2, 1, 3}, encoder().ids("囧"));
        assertEquals(6, encoder().ids("磁盘写满磁盘写满").length);
    }

    @Test
    void guessesAreTheLikeliestTokensOfTheFirstGap() {
        var encoder = encoder();
        int all = encoder.tokenizer().vocabulary().size();
        var guesses = GapFilling.guesses(encoder, "磁[MASK]写[MASK]", all);
        assertEquals(1, guesses.stream().mapToDouble(GapFilling.Guess::probability).sum(), 1e-5);
        for (int i = 1; i < all; i++) {
            assertTrue(guesses.get(i - 1).probability() >= guesses.get(i).probability());
        }
        assertNotEquals(guesses, GapFilling.guesses(encoder, "磁盘写[MASK]", all));
        assertEquals(guesses.subList(0, 2), GapFilling.guesses(encoder, "磁[MASK]写[MASK]", 2));
    }

    @Test
    void theShippedModelFillsGaps() {
        var shipped = PretrainedEncoder.open(PretrainedEncoder.SHIPPED);
        assertEquals("盘", GapFilling.guesses(shipped, "磁[MASK]写满，清理日志", 1).get(0).token());
    }

    @Test
    void aSentenceWithoutAGapIsRefusedBeforeTheTraining() {
        assertEquals("磁[MASK]", GapFilling.check("磁[MASK]"));
        assertThrows(BadInput.class, () -> GapFilling.check("磁盘"));
    }

    @Test
    void aLineWithoutAGapIsRefused() {
        var encoder = encoder();
        for (var line : List.of("磁盘", "", "磁盘写满满[MASK]")) {
            var refused = assertThrows(BadInput.class, () -> GapFilling.guesses(encoder, line, 1));
            assertEquals(
                    "sentence must have [MASK] in its first part, got \"%s\". Write it where a token is to be guessed."
                            .formatted(line),
                    refused.getMessage());
        }
    }
}
