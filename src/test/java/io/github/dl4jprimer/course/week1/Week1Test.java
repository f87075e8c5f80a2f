package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LessonTexts;
import io.github.dl4jprimer.course.Week;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Week1Test {
    private static final Week WEEK = Week1.week();

    @TempDir private Path folder;

    static List<CourseExperiment> experiments() {
        return WEEK.experiments();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void lessonsAndExperimentsStandInTheOrderOfTheText(Language language) {
        var ids =
                WEEK.lessons().stream()
                        .flatMap(
                                lesson ->
                                        Stream.concat(
                                                Stream.of(lesson.id()),
                                                lesson.experiments().stream()
                                                        .map(CourseExperiment::id)))
                        .toList();
        var texts = LessonTexts.of(1, language).ids();
        assertEquals(texts.subList(1, texts.size() - 1), ids);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theSameSeedGivesTheSameFiguresInEitherLanguage(CourseExperiment experiment) {
        var chinese = Quick.run(experiment, Language.ZH, 3, folder.resolve("zh"));
        var english = Quick.run(experiment, Language.EN, 3, folder.resolve("en"));
        assertComplete(chinese);
        assertComplete(english);
        assertEquals(chinese.figures(), english.figures());
        assertNoChinese(english);
    }

    private static void assertComplete(Findings found) {
        assertFalse(found.tables().isEmpty());
        assertFalse(found.charts().isEmpty());
        assertFalse(found.claims().isEmpty());
        assertTrue(found.charts().stream().allMatch(chart -> Files.exists(chart.file())));
        assertTrue(found.figures().values().stream().anyMatch(Double::isFinite));
    }

    private static void assertNoChinese(Findings found) {
        found.claims().forEach(claim -> assertNoChinese(claim.text()));
        found.charts().forEach(chart -> assertNoChinese(chart.caption()));
        for (var table : found.tables()) {
            assertNoChinese(table.caption());
            table.table().head().forEach(Week1Test::assertNoChinese);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("experiments")
    void everyClaimHoldsAtTheSizeOfTheLesson(CourseExperiment experiment) {
        var found = Quick.run(experiment, experiment.settings(), Language.EN, 1, folder);
        assertEquals(List.of(), found.claims().stream().filter(claim -> !claim.holds()).toList());
    }

    private static void assertNoChinese(String text) {
        assertTrue(text.codePoints().noneMatch(c -> c >= 0x4e00 && c <= 0x9fff), text);
    }
}
