package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Allowed.Kind;
import io.github.dl4jprimer.data.BadInput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --set} does with each setting of each experiment. */
class SettingsOfExperimentsTest {
    /** A setting of an experiment. */
    record Setting(CourseExperiment experiment, String name) {
        Allowed allowed() {
            return experiment.settings().allowed().get(name);
        }

        Settings set(String text) {
            return experiment.settings().changed(name, text);
        }

        @Override
        public String toString() {
            return experiment.id() + " " + name;
        }
    }

    static Stream<Setting> settings() {
        return Course.experiments().stream()
                .flatMap(
                        experiment ->
                                experiment.settings().values().keySet().stream()
                                        .map(name -> new Setting(experiment, name)));
    }

    static Stream<Setting> numbers() {
        return settings().filter(setting -> setting.allowed().kind() != Kind.TEXT);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theLessonsOwnValueIsAccepted(Setting setting) {
        var value = setting.experiment().settings().values().get(setting.name());
        assertEquals(value, setting.set(value.toString()).values().get(setting.name()));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theBoundsAreAcceptedAndWhatLiesBeyondIsRefusedInOneLine(Setting setting) {
        var allowed = setting.allowed();
        assertTrue(Double.isFinite(allowed.least()) && Double.isFinite(allowed.greatest()));
        setting.set(text(setting, allowed.least()));
        setting.set(text(setting, allowed.greatest()));
        for (double beyond : new double[] {allowed.least() - 1, allowed.greatest() + 1}) {
            var text = text(setting, beyond);
            var message = assertThrows(BadInput.class, () -> setting.set(text)).getMessage();
            assertTrue(message.startsWith(setting.name() + " must be "), message);
            assertTrue(message.contains(", got " + text + ". Its default is "), message);
            assertEquals(1, message.lines().count(), message);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aWordWhereANumberBelongsIsRefused(Setting setting) {
        for (var text : List.of("many", "NaN", "", "1 2")) {
            assertThrows(BadInput.class, () -> setting.set(text), text);
        }
    }

    @Test
    void theOnlyTextsAreActivationsSentencesAndNamesOfFiles() {
        var texts =
                settings()
                        .filter(setting -> setting.allowed().kind() == Kind.TEXT)
                        .map(Setting::name)
                        .distinct()
                        .sorted();
        assertEquals(List.of("activation", "checkpoint", "corpus", "sentence"), texts.toList());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theQuickSizeHasTheSameSettings(CourseExperiment experiment) {
        assertEquals(experiment.settings().values().keySet(), experiment.quick().values().keySet());
        assertEquals(experiment.settings().allowed(), experiment.quick().allowed());
    }

    static List<CourseExperiment> experiments() {
        return Course.experiments();
    }

    private static String text(Setting setting, double value) {
        var kind = setting.allowed().kind();
        return kind == Kind.WHOLE || kind == Kind.WHOLES
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
