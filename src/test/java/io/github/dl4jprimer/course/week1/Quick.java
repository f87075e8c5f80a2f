package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Findings;
import io.github.dl4jprimer.course.LabRun;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs experiments in a folder of a test. */
final class Quick {
    private Quick() {}

    /** Runs an experiment at its quick size. */
    static Findings run(CourseExperiment experiment, Language language, long seed, Path folder) {
        return run(experiment, experiment.quick(), language, seed, folder);
    }

    /** Runs an experiment with the given settings. */
    static Findings run(
            CourseExperiment experiment,
            Settings settings,
            Language language,
            long seed,
            Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LabRun(seed, language, Progress.SILENT).run(experiment, settings, folder);
    }
}
