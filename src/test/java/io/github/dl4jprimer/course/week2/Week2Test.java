package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Claim;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabRun;
import io.github.dl4jprimer.course.LessonTexts;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Week2Test {
    @TempDir Path folder;

    static Stream<CourseExperiment> experiments() {
        return Week2.week().experiments().stream();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void lessonsAndExperimentsStandInTheOrderOfTheTexts(Language language) {
        var ids = new ArrayList<String>(List.of(LessonTexts.WEEK));
        for (var lesson : Week2.week().lessons()) {
            ids.add(lesson.id());
            lesson.experiments().forEach(experiment -> ids.add(experiment.id()));
        }
        ids.add(LessonTexts.NEXT);
        assertEquals(LessonTexts.of(2, language).ids(), ids);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyExperimentLeavesATableAChartAndFiguresInChinese(CourseExperiment experiment) {
        assertComplete(run(experiment, experiment.quick(), 1, Language.ZH));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyExperimentSpeaksEnglish(CourseExperiment experiment) {
        var findings = run(experiment, experiment.quick(), 2, Language.EN);
        assertComplete(findings);
        for (var claim : findings.claims()) {
            assertFalse(claim.text().codePoints().anyMatch(Character::isIdeographic), claim.text());
        }
        findings.tables()
                .forEach(
                        table ->
                                assertFalse(
                                        table.caption()
                                                .codePoints()
                                                .anyMatch(Character::isIdeographic),
                                        table.caption()));
    }

    @Test
    void theSameSeedGivesTheSameFiguresTwice() {
        for (var experiment :
                List.of(
                        new CrossEntropyOrMse(),
                        new CharacterModel(),
                        new ContrastiveEmbeddings())) {
            var first = run(experiment, experiment.quick(), 3, Language.EN);
            var second = run(experiment, experiment.quick(), 3, Language.ZH);
            assertEquals(first.figures(), second.figures(), experiment.id());
        }
    }

    /** At full size, as {@code make week2} runs them. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("experiments")
    void everyClaimHoldsAtTheSizeOfTheLesson(CourseExperiment experiment) {
        var findings = run(experiment, experiment.settings(), 1, Language.EN);
        var broken = findings.claims().stream().filter(claim -> !claim.holds()).map(Claim::line);
        assertEquals(List.of(), broken.toList());
    }

    private Findings run(
            CourseExperiment experiment, Settings settings, long seed, Language language) {
        try {
            var directory = Files.createTempDirectory(folder, experiment.id());
            return new LabRun(seed, language, Progress.SILENT).run(experiment, settings, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertComplete(Findings findings) {
        assertFalse(findings.tables().isEmpty(), "tables");
        assertFalse(findings.charts().isEmpty(), "charts");
        assertFalse(findings.claims().isEmpty(), "claims");
        assertTrue(findings.figures().values().stream().anyMatch(Double::isFinite), "figures");
        findings.charts().forEach(chart -> assertTrue(Files.exists(chart.file()), chart.caption()));
    }
}
