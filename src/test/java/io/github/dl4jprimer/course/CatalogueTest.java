package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every experiment of every week, at its quick size. */
class CatalogueTest {
    /** Nothing in these is drawn at random: any seed gives the same. */
    private static final Set<String> WITHOUT_CHANCE =
            Set.of(
                    "w1-tensors",
                    "w1-neuron-votes",
                    "w1-activations",
                    "w1-softmax",
                    "w2-gradient-descent",
                    "w2-update-rules");

    @TempDir private Path folder;

    static List<CourseExperiment> experiments() {
        return Course.experiments();
    }

    @Test
    void idsAreUniqueAndNameTheirWeek() {
        var ids = new HashSet<String>();
        for (var week : Course.weeks()) {
            for (var experiment : week.experiments()) {
                assertTrue(ids.add(experiment.id()), experiment.id());
                assertTrue(experiment.id().matches("w" + week.number() + "-[a-z0-9-]+"));
                assertEquals(week, Course.weekOf(Course.experiment(experiment.id())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void lessonsAndExperimentsStandInTheOrderOfTheTexts(Language language) {
        for (var week : Course.weeks()) {
            var ids = new ArrayList<String>(List.of(LessonTexts.WEEK));
            for (var lesson : week.lessons()) {
                ids.add(lesson.id());
                lesson.experiments().forEach(experiment -> ids.add(experiment.id()));
            }
            ids.add(LessonTexts.NEXT);
            assertEquals(LessonTexts.of(week.number(), language).ids(), ids);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void aSeedDecidesAllThatIsFoundAndBothLanguagesSayIt(CourseExperiment experiment) {
        var chinese = LabBench.run(experiment, experiment.quick(), Language.ZH, 3, folder);
        var english = LabBench.run(experiment, experiment.quick(), Language.EN, 3, folder);
        assertComplete(chinese);
        assertComplete(english);
        assertEquals(untimed(chinese), untimed(english));
        BothLanguages.assertSame(chinese, english);
        if (!WITHOUT_CHANCE.contains(experiment.id())) {
            var other = LabBench.run(experiment, experiment.quick(), Language.EN, 4, folder);
            assertNotEquals(untimed(english), untimed(other));
            assertEquals(heads(english).size(), heads(other).size());
        }
    }

    @ParameterizedTest
    @MethodSource("withoutChance")
    void whereNothingIsDrawnTheSeedDecidesNothing(CourseExperiment experiment) {
        var one = LabBench.run(experiment, experiment.quick(), Language.EN, 3, folder);
        var other = LabBench.run(experiment, experiment.quick(), Language.EN, 4, folder);
        assertEquals(untimed(one), untimed(other));
        for (int i = 0; i < one.tables().size(); i++) {
            assertEquals(one.tables().get(i).table().rows(), other.tables().get(i).table().rows());
        }
    }

    static List<CourseExperiment> withoutChance() {
        return WITHOUT_CHANCE.stream().map(Course::experiment).toList();
    }

    private static void assertComplete(Findings found) {
        assertFalse(found.tables().isEmpty(), "tables");
        assertFalse(found.charts().isEmpty(), "charts");
        assertFalse(found.claims().isEmpty(), "claims");
        assertFalse(found.figures().isEmpty(), "figures");
        found.charts().forEach(chart -> assertTrue(Files.exists(chart.file()), chart.caption()));
        found.tables().forEach(table -> assertFalse(table.caption().isBlank()));
        found.figures().keySet().forEach(name -> assertTrue(name.matches("[A-Za-z0-9._-]+"), name));
        assertTrue(
                found.figures().values().stream().filter(Double::isFinite).count()
                        >= found.figures().size() - 1,
                found.figures().toString());
    }

    /** All figures but those that a clock measured. */
    private static Map<String, Double> untimed(Findings found) {
        return found.figures().entrySet().stream()
                .filter(figure -> !figure.getKey().contains("milliseconds"))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static List<String> heads(Findings found) {
        return found.tables().stream().flatMap(table -> table.table().head().stream()).toList();
    }
}
