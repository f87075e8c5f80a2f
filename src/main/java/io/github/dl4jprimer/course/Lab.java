package io.github.dl4jprimer.course;

import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Chart;
import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where one run of a catalogued experiment works: it hands out settings, seed and language, trains
 * in the run's folder, and keeps what was found.
 */
public final class Lab {
    private final Path directory;
    private final Settings settings;
    private final long seed;
    private final Language language;
    private final Progress progress;
    private final Consumer<Experiment> watcher;
    private final long start = System.nanoTime();
    private final List<Findings.Table> tables = new ArrayList<>();
    private final List<Findings.Picture> charts = new ArrayList<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();

    /**
     * Opens a lab.
     *
     * @param directory the run's folder, which exists
     * @param settings the experiment's settings for this run
     * @param seed of everything random in it
     * @param language of captions, names and claims
     * @param progress who is told how far each training is
     */
    public Lab(Path directory, Settings settings, long seed, Language language, Progress progress) {
        this(directory, settings, seed, language, progress, experiment -> {});
    }

    private Lab(
            Path directory,
            Settings settings,
            long seed,
            Language language,
            Progress progress,
            Consumer<Experiment> watcher) {
        this.directory = directory;
        this.settings = settings;
        this.seed = seed;
        this.language = language;
        this.progress = progress;
        this.watcher = watcher;
    }

    /**
     * Opens a lab whose trainings somebody looks at, each before it starts.
     *
     * @param directory the run's folder, which exists
     * @param settings the experiment's settings for this run
     * @param seed of everything random in it
     * @param progress who is told how far each training is
     * @param watcher shown what will be trained; it may draw batches, which start anew with every
     *     epoch
     */
    public static Lab watched(
            Path directory,
            Settings settings,
            long seed,
            Progress progress,
            Consumer<Experiment> watcher) {
        return new Lab(directory, settings, seed, Language.current(), progress, watcher);
    }

    /** Returns the settings of this run. */
    public Settings settings() {
        return settings;
    }

    /** Returns the seed of this run; a comparison over several seeds counts up from it. */
    public long seed() {
        return seed;
    }

    /** Returns the run's folder. */
    public Path directory() {
        return directory;
    }

    /** Returns the learner's language. */
    public Language language() {
        return language;
    }

    /** Returns the text in the learner's language. */
    public String say(String chinese, String english) {
        return language.choose(chinese, english);
    }

    /** Trains in the folder {@code <run>/<experiment's name>}; names within a run differ. */
    public RunResult train(Experiment experiment) {
        watcher.accept(experiment);
        return runner().run(experiment);
    }

    /** Returns who trains in the run's folder, for classes that set up the training themselves. */
    public ExperimentRunner runner() {
        return new ExperimentRunner(RunSettings.inGroup(directory).withProgress(progress));
    }

    /** Trains as {@link #train}, and saves the model in the run's folder. */
    public RunResult trainAndSave(Experiment experiment) {
        watcher.accept(experiment);
        var kept = RunSettings.inGroup(directory).withProgress(progress).withSaveModel(true);
        return new ExperimentRunner(kept).run(experiment);
    }

    /** Keeps a table. */
    public void table(String caption, TextTable table) {
        tables.add(new Findings.Table(caption, table));
    }

    /** Draws a chart to {@code <run>/charts/<name>.png}. */
    public void chart(String name, String caption, Chart chart) {
        var file = directory.resolve("charts").resolve(name + ".png");
        chart.save(file);
        charts.add(new Findings.Picture(caption, file));
    }

    /** Keeps a measured number under a name of letters, digits, dots and dashes. */
    public void figure(String name, double value) {
        figures.put(name, value);
    }

    /** States what this run shows, with its numbers in the text, and whether it is so. */
    public void claim(String text, boolean holds) {
        claims.add(new Claim(text, holds));
    }

    /** Returns what was found so far. */
    public Findings findings(String experiment) {
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Findings(experiment, directory, tables, charts, figures, claims, seconds);
    }
}
