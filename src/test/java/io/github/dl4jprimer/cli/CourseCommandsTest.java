package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Course;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the course: {@code experiments}, {@code run}, {@code week} and {@code doctor}.
 */
class CourseCommandsTest {
    @TempDir private Path folder;

    private CliSession cli;

    @BeforeEach
    void open() {
        cli = new CliSession(folder);
    }

    @Test
    void everyExperimentIsListedWithItsSettings() {
        var rows = cli.done("experiments").lines().skip(2).toList();
        assertEquals(Course.experiments().size(), rows.size());
        for (var index = 0; index < rows.size(); index++) {
            var experiment = Course.experiments().get(index);
            assertTrue(rows.get(index).startsWith(experiment.id() + " "), rows.get(index));
            for (var setting : experiment.settings().values().entrySet()) {
                assertTrue(
                        rows.get(index).contains(setting.getKey() + "=" + setting.getValue()),
                        rows.get(index));
            }
        }
    }

    @Test
    void theListSpeaksBothLanguages() {
        cli.run(Language.ZH, "experiments");
        var chinese = cli.out();
        cli.run(Language.EN, "experiments");
        assertTrue(chinese.startsWith("实验 ") && cli.out().startsWith("experiment "));
        assertEquals(chinese.lines().count(), cli.out().lines().count());
        assertFalse(cli.out().contains("十分钟认识 ND4J"), "a title that was not translated");
        assertTrue(chinese.contains("十分钟认识 ND4J"));
    }

    @Test
    void anExperimentIsRunWithASettingOfOnesOwn() {
        var out =
                cli.done(
                        "run",
                        "w1-tensors",
                        "--set",
                        "rows=3",
                        "--set",
                        "columns=5",
                        "--runs",
                        cli.path("runs"));
        var line =
                out.lines().filter(l -> l.startsWith("run directory: ")).findFirst().orElseThrow();
        var directory = Path.of(line.substring("run directory: ".length()));
        assertTrue(directory.startsWith(folder.resolve("runs").resolve("w1-tensors")), line);
        assertTrue(Files.exists(directory.resolve("run.json")), line);
        assertTrue(out.contains("[3, 5]") || out.contains("3 × 5"), out);
    }

    @Test
    void anUnknownExperimentOrSettingIsRefusedAndMakesNoFolder() {
        var runs = cli.path("runs");
        cli.refused(
                "experiment must be one of those that 'primer experiments' lists, got w9-magic.",
                "run",
                "w9-magic",
                "--runs",
                runs);
        cli.refused(
                "setting must be one of [rows, columns, added], got colour. 'primer experiments'"
                        + " lists them.",
                "run",
                "w1-tensors",
                "--runs",
                runs,
                "--set",
                "colour=red");
        cli.refused(
                "rows must be a whole number from 2 to 10, got few. Its default is 2.",
                "run",
                "w1-tensors",
                "--runs",
                runs,
                "--set",
                "rows=few");
        for (var change : new String[] {"rows", "=3", ""}) {
            cli.refused(
                    "--set must be name=value, got %s. The names: primer experiments"
                            .formatted(change),
                    "run",
                    "w1-tensors",
                    "--runs",
                    runs,
                    "--set",
                    change);
        }
        assertEquals(List.of(), cli.names());
    }

    @Test
    void runsAreNotWrittenOverAFile() {
        var file = cli.write("runs", "a file");
        for (var command : new String[] {"run w1-tensors", "week 1"}) {
            var words = command.split(" ");
            cli.run(words[0], words[1], "--runs", file);
            assertEquals(
                    "--runs must be a folder, got the file " + file + ". Choose another name.",
                    cli.error().strip());
        }
        assertEquals(List.of("runs"), cli.names());
    }

    @Test
    void thereAreFourWeeks() {
        cli.refused("week must be 1 to 4, got 0.", "week", "0");
        cli.refused("week must be 1 to 4, got 5.", "week", "5");
        assertEquals(2, cli.run("week", "5", "--debug"));
        assertTrue(cli.error().contains("\tat io.github.dl4jprimer.course.Course.week"));
    }

    @Test
    void theDoctorNamesTheSettingsInBothLanguages() {
        cli.run(Language.ZH, "doctor");
        assertTrue(cli.out().contains("本地库设置："), cli.out());
        cli.run(Language.EN, "doctor");
        var full = cli.out();
        assertTrue(full.contains("native settings:"), full);
        cli.run(Language.EN, "doctor", "--brief");
        assertFalse(cli.out().contains("native settings:"), cli.out());
        assertTrue(cli.out().lines().count() < full.lines().count());
    }
}
