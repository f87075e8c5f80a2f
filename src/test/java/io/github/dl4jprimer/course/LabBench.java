package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs parts of experiments, and whole ones, for tests, and hands out what they found. */
public final class LabBench {
    private LabBench() {}

    /** What code that draws nothing leaves in a lab of seed 1. */
    public static Findings found(Settings settings, Language language, Consumer<Lab> code) {
        var lab = new Lab(Path.of("unused"), settings, 1, language, Progress.SILENT);
        code.accept(lab);
        return lab.findings("part");
    }

    /** What code that needs no settings and draws nothing leaves in English. */
    public static Findings found(Consumer<Lab> code) {
        return found(Settings.none(), Language.EN, code);
    }

    /** Whether each claim of the code holds; it must say the same in both languages. */
    public static List<Boolean> claims(Settings settings, Consumer<Lab> code) {
        var chinese = found(settings, Language.ZH, code);
        var english = found(settings, Language.EN, code);
        BothLanguages.assertSame(chinese, english);
        assertEquals(chinese.figures(), english.figures());
        return english.claims().stream().map(Claim::holds).toList();
    }

    /** Whether each claim of code that needs no settings holds. */
    public static List<Boolean> claims(Consumer<Lab> code) {
        return claims(Settings.none(), code);
    }

    /** Runs an experiment in a new folder. */
    public static Findings run(
            CourseExperiment experiment,
            Settings settings,
            Language language,
            long seed,
            Path folder) {
        try {
            var directory = Files.createTempDirectory(folder, experiment.id());
            return new LabRun(seed, language, Progress.SILENT).run(experiment, settings, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs an experiment in English from seed 1. */
    public static Findings run(CourseExperiment experiment, Settings settings, Path folder) {
        return run(experiment, settings, Language.EN, 1, folder);
    }

    /** The cells of a row as they are shown. */
    public static List<String> row(Findings findings, int table, int row) {
        return findings.tables().get(table).table().rows().get(row);
    }
}
