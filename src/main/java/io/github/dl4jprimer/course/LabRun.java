package io.github.dl4jprimer.course;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a catalogued experiment in a folder and writes what it found: {@code summary.json}, {@code
 * tableN.csv}, {@code charts/} and the folders of the models it trained.
 *
 * @param seed of the run
 * @param language of captions and claims
 * @param progress who is told how far each training is
 */
public record LabRun(long seed, Language language, Progress progress) {
    /**
     * Runs the experiment.
     *
     * @param directory an existing, empty folder
     */
    public Findings run(CourseExperiment experiment, Settings settings, Path directory) {
        var lab = new Lab(directory, settings, seed, language, progress);
        experiment.run(lab);
        var findings = lab.findings(experiment.id());
        try {
            write(findings, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private void write(Findings findings, Settings settings) throws IOException {
        var json = summary(findings);
        json.addProperty("seed", seed);
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        json.add("settings", gson.toJsonTree(settings.values()));
        var directory = findings.directory();
        Files.writeString(directory.resolve("summary.json"), gson.toJson(json) + "\n");
        var number = 1;
        for (var table : findings.tables()) {
            var file = directory.resolve("table" + number++ + ".csv");
            Files.writeString(file, table.table().csv());
        }
    }

    /** The findings as they stand in {@code summary.json}; NaN becomes null. */
    static JsonObject summary(Findings findings) {
        var gson = new GsonBuilder().create();
        var json = new JsonObject();
        json.addProperty("experiment", findings.experiment());
        json.addProperty("seconds", findings.seconds());
        json.addProperty("hold", findings.hold());
        json.add("claims", gson.toJsonTree(findings.claims()));
        var figures = new JsonObject();
        findings.figures()
                .forEach(
                        (name, value) ->
                                figures.addProperty(name, Double.isFinite(value) ? value : null));
        json.add("figures", figures);
        return json;
    }
}
