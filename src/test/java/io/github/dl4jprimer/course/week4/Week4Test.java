package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabRun;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Week4Test {
    @TempDir private Path folder;

    /** Those that train nothing, at their full size; trained ones take minutes. */
    static List<CourseExperiment> experiments() {
        return List.of(new AttentionByHand(), new CausalMask(), new ResidualStack());
    }

    private Findings run(CourseExperiment experiment, Settings settings, Language language) {
        return new LabRun(1, language, Progress.SILENT).run(experiment, settings, folder);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyClaimHoldsInBothLanguages(CourseExperiment experiment) {
        var chinese = run(experiment, experiment.settings(), Language.ZH);
        var english = run(experiment, experiment.settings(), Language.EN);
        for (var found : List.of(chinese, english)) {
            assertFalse(found.tables().isEmpty());
            assertTrue(found.charts().stream().allMatch(chart -> Files.exists(chart.file())));
            assertTrue(found.hold(), found.claims().toString());
        }
        assertEquals(chinese.figures(), english.figures());
        assertEquals(chinese.charts().size(), english.charts().size());
    }

    @Test
    void thereIsAHeatMapForEachHead() {
        var experiment = new AttentionByHand();
        var found = run(experiment, experiment.settings().changed("heads", "4"), Language.EN);
        var maps = found.charts().stream().map(chart -> chart.file().getFileName().toString());
        assertEquals(
                List.of("head-1.png", "head-2.png", "head-3.png", "head-4.png"), maps.toList());
    }

    @Test
    void theStepByStepTableEndsInTheWeights() {
        var experiment = new AttentionByHand();
        var rows =
                run(experiment, experiment.settings(), Language.EN).tables().get(0).table().rows();
        double exponentials =
                rows.stream().mapToDouble(row -> Double.parseDouble(row.get(3))).sum();
        for (var row : rows) {
            double share = Double.parseDouble(row.get(3)) / exponentials;
            assertEquals(share, Double.parseDouble(row.get(4)), 1e-3);
        }
    }

    @Test
    void anotherSentenceIsAttendedToCharacterByCharacter() {
        var experiment = new CausalMask();
        var settings = experiment.settings().changed("sentence", "CPU告警");
        var rows = run(experiment, settings, Language.EN).tables().get(0).table().rows();
        assertEquals(
                List.of("1 C", "2 P", "3 U", "4 告", "5 警"),
                rows.stream().map(row -> row.get(0)).toList());
    }

    @Test
    void aSentenceOfTwoCharactersIsRefused() {
        var experiment = new CausalMask();
        var settings = experiment.settings().changed("sentence", "盘满");
        var error = assertThrows(BadInput.class, () -> run(experiment, settings, Language.EN));
        assertEquals(
                "sentence must be at least 3 characters, got \"盘满\". Write an alarm.",
                error.getMessage());
    }
}
