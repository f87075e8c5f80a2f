package io.github.dl4jprimer.course.week4;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.bert.BertCheckpoint;
import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreTrainingTest {
    @TempDir private Path folder;

    @Test
    void theContextMustLeaveAThirdOfTheDoubt() {
        assertEquals(List.of(true), claims(lab -> PreTraining.conclude(lab, 300, 100)));
        assertEquals(List.of(false), claims(lab -> PreTraining.conclude(lab, 300, 101)));
    }

    @Test
    void theCheckpointOfARunCanBeOpened() {
        var experiment = new PreTraining();
        var found = LabBench.run(experiment, experiment.quick(), folder);
        var name = found.directory().resolve("checkpoint").toString();
        try (var checkpoint = BertCheckpoint.open(Path.of(name))) {
            assertEquals(List.of(), checkpoint.problems());
        }
        var encoder = PretrainedEncoder.open(name);
        assertTrue(found.figures().get("vocabulary") < 1000, "made of few lines, for few");
        assertEquals(
                found.figures().get("vocabulary"), encoder.tokenizer().vocabulary().size(), name);
    }

    @Test
    void heldOutLinesAreNotTrainedOn() {
        var lines = List.of("磁磁磁", "内内内", "网网网", "证证证", "任任任");
        var text = UnlabelledText.of(lines, 100, 100, 9, 1);
        assertEquals(2, text.heldOut().size());
        assertEquals(3, text.training().size());
        var all = new ArrayList<>(text.training());
        all.addAll(text.heldOut());
        assertEquals(5, all.stream().map(Arrays::toString).distinct().count());
        assertEquals(1, UnlabelledText.of(lines, 100, 1, 9, 1).training().size());
    }

    @Test
    void theVocabularyIsMadeOfTheFirstLines() {
        var lines = List.of("磁磁磁", "内内内", "网网网");
        assertEquals(5 + 2, UnlabelledText.of(lines, 2, 9, 9, 1).tokenizer().vocabulary().size());
        assertEquals(5 + 3, UnlabelledText.of(lines, 9, 9, 9, 1).tokenizer().vocabulary().size());
        int all = new PreTraining().settings().integer("vocabularyLines");
        assertTrue(all >= UnlabelledText.lines(UnlabelledText.SHIPPED).size());
    }

    @Test
    void aLineIsCutAtTheLength() {
        var text = UnlabelledText.of(List.of("磁磁磁磁", "磁磁磁磁"), 2, 1, 4, 1);
        assertArrayEquals(new int[] {2, 5, 5, 3}, text.training().get(0));
    }

    @Test
    void theShippedTextIsTheCorpusAndTheTrainingLinesAndNoOthers() {
        var lines = UnlabelledText.lines(UnlabelledText.SHIPPED);
        assertEquals(64_800 + 15_800, lines.size());
        assertTrue(lines.containsAll(Datasets.alarms().train().texts()));
        assertTrue(Datasets.alarms().test().texts().stream().noneMatch(lines::contains));
    }

    @Test
    void aCorpusOfYourOwnIsRead() throws IOException {
        var file = Files.writeString(folder.resolve("own.txt"), "磁盘\n\n内存\n");
        assertEquals(List.of("磁盘", "内存"), UnlabelledText.lines(file.toString()));
    }

    @Test
    void aCorpusThatCannotBeReadIsRefused() throws IOException {
        var binary = Files.write(folder.resolve("gbk.txt"), "磁盘".getBytes("GBK"));
        var one = Files.writeString(folder.resolve("one.txt"), "磁盘\n", StandardCharsets.UTF_8);
        var refused =
                Map.of(
                        "nowhere.txt",
                        "corpus must be a text file in UTF-8, got none that can be read"
                                + " (nowhere.txt). Name a file with one text a line.",
                        binary.toString(),
                        "corpus must be a text file in UTF-8, got none that can be read (%s). Name a file with one text a line."
                                .formatted(binary),
                        one.toString(),
                        "corpus must have at least 2 lines, got 1 (%s). Write one text a line."
                                .formatted(one));
        refused.forEach(
                (name, message) ->
                        assertEquals(
                                message,
                                assertThrows(BadInput.class, () -> UnlabelledText.lines(name))
                                        .getMessage()));
    }
}
