package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.optimizer.TorchAdam;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;

class MaskedBatchesTest {
    private static final Vocabulary VOCABULARY =
            Vocabulary.of(
                    List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "磁", "盘", "已", "满"));
    private static final TokenMasking MASKING = TokenMasking.of(VOCABULARY, 3);
    private static final List<int[]> TEXTS =
            List.of(new int[] {2, 5, 6, 7, 8, 3}, new int[] {2, 5, 3}, new int[] {2, 8, 7, 3});

    @TempDir Path runs;

    @Test
    void aBatchHasTheTextWithGapsAndTheTextItself() {
        var batch = MaskedBatches.inOrder(TEXTS, MASKING, 3).next();
        assertArrayEquals(new long[] {3, 6, 1}, batch.getLabels().shape());
        assertArrayEquals(
                new float[][] {{2, 5, 6, 7, 8, 3}, {2, 5, 3, 0, 0, 0}, {2, 8, 7, 3, 0, 0}},
                batch.getLabels().reshape(3, 6).toFloatMatrix());
        assertArrayEquals(
                new float[][] {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 0, 0, 0}, {1, 1, 1, 1, 0, 0}},
                batch.getFeaturesMaskArray().toFloatMatrix());
        for (int b = 0; b < 3; b++) {
            var masked = MASKING.mask(TEXTS.get(b), 1, b);
            for (int t = 0; t < 6; t++) {
                int at = t;
                boolean asked = IntStream.of(masked.predicted()).anyMatch(i -> i == at);
                assertEquals(asked ? 1 : 0, batch.getLabelsMaskArray().getInt(b, t));
                int id = t < TEXTS.get(b).length ? masked.ids()[t] : 0;
                assertEquals(id, batch.getFeatures().getInt(b, t));
            }
            assertEquals(1, batch.getLabelsMaskArray().getRow(b).sumNumber().intValue());
        }
    }

    @Test
    void shorterTextsAreFilledUpWithThePaddingOfTheVocabulary() {
        var other = Vocabulary.of(List.of("满", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "磁", "[PAD]"));
        var texts = List.of(new int[] {2, 5, 0, 5, 0, 3}, new int[] {2, 5, 3});
        var batch = MaskedBatches.inOrder(texts, TokenMasking.of(other, 1), 2).next();
        for (int t = 3; t < 6; t++) {
            assertEquals(6, batch.getFeatures().getInt(1, t));
            assertEquals(6, batch.getLabels().getInt(1, t, 0));
        }
    }

    @Test
    void trainingHasFreshMasksEachEpochThatCanBeHadAgain() {
        var batches = MaskedBatches.shuffled(many(), MASKING, 4, 9);
        var first = epoch(batches, 1);
        var second = epoch(batches, 2);
        assertFalse(first.equals(second));
        assertEquals(second, epoch(MaskedBatches.shuffled(many(), MASKING, 4, 9), 2));
        batches.reset();
        assertEquals(second, rest(batches), "a reset stays in the epoch");
        int seen = first.stream().mapToInt(DataSet::numExamples).sum();
        assertEquals(many().size(), seen);
    }

    @Test
    void validationHasTheSameMasksAlways() {
        var batches = MaskedBatches.inOrder(many(), MASKING, 4);
        assertEquals(epoch(batches, 1), epoch(batches, 5));
    }

    @Test
    void textsWithoutTokensAreRefused() {
        assertEquals(
                "texts must not be empty, got none. Pass one.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MaskedBatches.inOrder(List.of(), MASKING, 4))
                        .getMessage());
        assertEquals(
                "texts must have at least 1 tokens, got 0 (text 1). Leave out shorter ones.",
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        MaskedBatches.shuffled(
                                                List.of(new int[] {2}, new int[0]), MASKING, 4, 1))
                        .getMessage());
    }

    /** From here to the runner: it learns, and stopping in between changes nothing. */
    @Test
    void preTrainingThatIsResumedIsBitIdentical() {
        var through = runner().run(experiment(15));
        var stopped = runner().run(experiment(6));
        var resumed = runner().resume(experiment(15), stopped.directory());
        assertEquals(through.model().params(), resumed.model().params());
        assertEquals(through.evaluation(), resumed.evaluation());
        assertTrue(through.evaluation().loss() < stopped.evaluation().loss());
        assertTrue(through.evaluation().score("accuracy") > 0.9, through.evaluation().toString());
    }

    private ExperimentRunner runner() {
        return new ExperimentRunner(RunSettings.in(runs).withCheckpointEvery(3));
    }

    private static Experiment experiment(int epochs) {
        var encoder =
                EncoderSettings.of(16, 2, 32)
                        .withHiddenDropoutRate(0.05)
                        .withAttentionDropoutRate(0.05);
        var model =
                new MaskedLanguageModel(
                                EmbeddingSettings.of(VOCABULARY.size(), 16, 12),
                                encoder,
                                1,
                                TrainingSettings.of(1))
                        .withUpdater(TorchAdam.of(0.003));
        return Experiment.languageModel(
                        "gaps",
                        model.configuration(),
                        MaskedBatches.shuffled(many(), MASKING, 8, 5),
                        MaskedBatches.inOrder(many(), MASKING, 16))
                .withEpochs(epochs);
    }

    /** 64 texts of 5 to 10 tokens that repeat one token: [CLS] 磁 磁 磁 [SEP]. */
    private static List<int[]> many() {
        var texts = new ArrayList<int[]>();
        for (int i = 0; i < 64; i++) {
            int[] text = new int[5 + i % 6];
            for (int t = 1; t < text.length - 1; t++) {
                text[t] = 5 + i % 4;
            }
            text[0] = 2;
            text[text.length - 1] = 3;
            texts.add(text);
        }
        return texts;
    }

    private static List<DataSet> epoch(EpochIterator batches, int epoch) {
        batches.startEpoch(epoch);
        return rest(batches);
    }

    private static List<DataSet> rest(EpochIterator batches) {
        var all = new ArrayList<DataSet>();
        while (batches.hasNext()) {
            all.add(batches.next());
        }
        return all;
    }
}
