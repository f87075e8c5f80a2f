package io.github.dl4jprimer.course.week3;

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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Week3Test {
    @TempDir Path folder;

    static List<CourseExperiment> experiments() {
        return Week3.week().experiments();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void lessonsAndExperimentsStandInTheOrderOfTheTexts(Language language) throws IOException {
        var ids = new ArrayList<String>();
        for (var lesson : Week3.week().lessons()) {
            ids.add(lesson.id());
            lesson.experiments().forEach(experiment -> ids.add(experiment.id()));
        }
        assertEquals(headings(language), ids);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void leavesATableAChartAndFiniteFiguresInChinese(CourseExperiment experiment) {
        check(run(experiment, experiment.quick(), Language.ZH, "zh"));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void leavesNoChineseBehindInEnglish(CourseExperiment experiment) {
        var findings = run(experiment, experiment.quick(), Language.EN, "en");
        check(findings);
        var said = new ArrayList<String>();
        findings.claims().forEach(claim -> said.add(claim.text()));
        findings.charts().forEach(chart -> said.add(chart.caption()));
        findings.tables().forEach(table -> said.add(table.caption()));
        findings.tables().forEach(table -> said.addAll(table.table().head()));
        said.forEach(text -> assertFalse(text.matches(".*\\p{IsHan}.*"), text));
    }

    @Test
    void theSameSeedGivesTheSameFiguresAndAnotherSeedOthers() {
        for (var experiment : List.of(new DropoutRates(), new Search())) {
            var first = run(experiment, experiment.quick(), Language.EN, "first");
            var again = run(experiment, experiment.quick(), Language.EN, "again");
            var other = run(experiment, experiment.quick(), Language.EN, "other", 2);
            assertEquals(first.figures(), again.figures());
            assertFalse(first.figures().equals(other.figures()), experiment.id());
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    @Tag("slow")
    void everyClaimHoldsAtTheSizeOfTheLesson(CourseExperiment experiment) {
        var findings = run(experiment, experiment.settings(), Language.EN, "full");
        var failed = findings.claims().stream().filter(claim -> !claim.holds()).map(Claim::line);
        assertEquals(List.of(), failed.toList());
    }

    private static void check(Findings findings) {
        assertFalse(findings.tables().isEmpty());
        assertFalse(findings.claims().isEmpty());
        assertFalse(findings.charts().isEmpty());
        findings.charts().forEach(chart -> assertTrue(Files.isRegularFile(chart.file())));
        assertFalse(findings.figures().isEmpty());
        findings.figures().forEach((name, value) -> assertTrue(Double.isFinite(value), name));
    }

    private Findings run(
            CourseExperiment experiment, Settings settings, Language language, String name) {
        return run(experiment, settings, language, name, 1);
    }

    private Findings run(
            CourseExperiment experiment,
            Settings settings,
            Language language,
            String name,
            long seed) {
        try {
            var directory = Files.createDirectories(folder.resolve(experiment.id() + "-" + name));
            return new LabRun(seed, language, Progress.SILENT).run(experiment, settings, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of lessons and experiments in the order of the file, without the next step. */
    private static List<String> headings(Language language) throws IOException {
        var name = "week3." + language.code() + ".md";
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                LessonTexts.class.getResourceAsStream(name),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> line.startsWith("##"))
                    .map(line -> line.replaceFirst("^#+ ", "").replaceFirst(" \\|.*", ""))
                    .filter(id -> !id.equals(LessonTexts.NEXT))
                    .toList();
        }
    }
}
