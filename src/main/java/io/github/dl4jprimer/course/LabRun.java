package io.github.dl4jprimer.course;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.experiment.Provenance;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Runs a catalogued experiment in a folder and writes what it found: {@code run.json} (from what
 * the numbers were made), {@code summary.json}, {@code tableN.csv}, {@code charts/}, and the
 * folders of the models it trained.
 *
 * @param seed of the run
 * @param language of captions and claims
 * @param progress who is told how far each training is
 */
public record LabRun(long seed, Language language, Progress progress) {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * Runs the experiment.
     *
     * @param directory an existing, empty folder
     */
    public Findings run(CourseExperiment experiment, Settings settings, Path directory) {
        var start = OffsetDateTime.now(ZoneId.systemDefault());
        var lab = new Lab(directory, settings, seed, language, progress);
        experiment.run(lab);
        var findings = lab.findings(experiment.id());
        write(directory.resolve("run.json"), provenance(findings, settings, start));
        write(directory.resolve("summary.json"), summary(findings));
        var number = 1;
        for (var table : findings.tables()) {
            write(directory.resolve("table" + number++ + ".csv"), table.table().csv());
        }
        return findings;
    }

    private JsonObject provenance(Findings findings, Settings settings, OffsetDateTime start) {
        var json = new JsonObject();
        json.addProperty("experiment", findings.experiment());
        json.addProperty("start", start.toString());
        json.addProperty("seed", seed);
        json.add("settings", GSON.toJsonTree(settings.values()));
        json.add("madeWith", GSON.toJsonTree(Provenance.facts()));
        json.addProperty("outcome", "completed");
        json.addProperty("outcomeKind", Outcome.Kind.COMPLETED.name());
        json.addProperty("durationSeconds", findings.seconds());
        return json;
    }

    /** The findings as they stand in {@code summary.json}; NaN becomes null. */
    static JsonObject summary(Findings findings) {
        var json = new JsonObject();
        json.addProperty("experiment", findings.experiment());
        json.addProperty("seconds", findings.seconds());
        json.addProperty("hold", findings.hold());
        json.add("claims", GSON.toJsonTree(findings.claims()));
        var figures = new JsonObject();
        findings.figures()
                .forEach(
                        (name, value) ->
                                figures.addProperty(name, Double.isFinite(value) ? value : null));
        json.add("figures", figures);
        return json;
    }

    /** Writes JSON for people to read. */
    static void write(Path file, JsonElement json) {
        write(file, GSON.toJson(json) + "\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
