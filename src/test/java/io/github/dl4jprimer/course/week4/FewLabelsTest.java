package io.github.dl4jprimer.course.week4;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week4.FewLabels.Amount;
import io.github.dl4jprimer.course.week4.FewLabels.Kind;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FewLabelsTest {
    @TempDir private Path folder;

    private static Kind kind(double... accuracies) {
        return new Kind(new SeedRuns(List.of()), accuracies);
    }

    private static Amount gaining(int labels, double gain) {
        return new Amount(labels, kind(0.3, 0.4), kind(0.3 + gain, 0.4 + gain));
    }

    @Test
    void upToTwentyLabelsEightPointsAreAskedFor() {
        var enough = List.of(gaining(10, 0.081), gaining(20, 0.081), gaining(50, 0));
        assertEquals(List.of(true, true), claims(lab -> FewLabels.conclude(lab, enough)));
        var tooFew = List.of(gaining(10, 0.079), gaining(20, 0.1));
        assertEquals(List.of(false, true), claims(lab -> FewLabels.conclude(lab, tooFew)));
    }

    @Test
    void theGainIsTheDifferenceSeedBySeed() {
        var amount = new Amount(10, kind(0.3, 0.4), kind(0.5, 0.5));
        assertEquals(0.15, amount.gain().mean(), 1e-12);
        assertEquals(Math.sqrt(0.005), amount.gain().standardDeviation(), 1e-12);
    }

    @Test
    void theSeedDecidesWhichLinesAreLabelled() {
        var train = Datasets.alarms().train();
        var few = FewLabels.sample(train, 3, 1);
        assertEquals(36, few.size());
        assertArrayEquals(few.classes(), FewLabels.sample(train, 3, 1).classes());
        assertNotEquals(few.texts(), FewLabels.sample(train, 3, 2).texts());
    }

    @Test
    void bothKindsAreExaminedForEachNumberOfLabels() {
        var experiment = new FewLabels();
        var found = LabBench.run(experiment, experiment.quick(), folder);
        for (var kind : List.of("scratch", "pretrained")) {
            for (int labels : new int[] {1, 2}) {
                double accuracy = found.figures().get("accuracy." + kind + "." + labels);
                assertTrue(accuracy >= 0 && accuracy <= 1, kind + labels);
            }
        }
        assertEquals(2, found.charts().size());
    }

    @Test
    void aCheckpointThatIsNoneIsRefused() {
        var experiment = new FewLabels();
        var settings = experiment.quick().changed("checkpoint", folder.toString());
        var refused =
                assertThrows(BadInput.class, () -> LabBench.run(experiment, settings, folder));
        assertTrue(refused.getMessage().contains("config.json"), refused.getMessage());
    }

    @Test
    void bertIsTrainedSavedAndTheSameWhenLoaded() {
        var experiment = new BertOnAlarms();
        var found = LabBench.run(experiment, experiment.quick(), folder);
        assertEquals(0, found.figures().get("problems"));
        assertTrue(found.figures().get("bert.f1") > 0, found.figures().toString());
        assertTrue(found.claims().get(1).holds(), found.claims().toString());
        assertTrue(Files.exists(found.directory().resolve("alarm-bert/model.safetensors")));
        assertEquals(4, found.tables().get(1).table().rows().size());
    }

    @Test
    void bertMustBeTenPointsAboveTheRulesAndTheSameWhenLoaded() {
        assertEquals(
                List.of(true, false), claims(lab -> BertOnAlarms.conclude(lab, 0.49, 0.60, false)));
        assertEquals(
                List.of(false, true), claims(lab -> BertOnAlarms.conclude(lab, 0.49, 0.58, true)));
    }
}
