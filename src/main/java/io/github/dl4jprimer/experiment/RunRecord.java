package io.github.dl4jprimer.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A run's {@code run.json}: what was run, on what, with which versions, and how it ended. Written
 * when the run starts, with the outcome "running", and again when it ends.
 */
final class RunRecord {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final RunDirectory run;
    private final JsonObject json;
    private final double secondsBefore;
    private final long startNanos = System.nanoTime();

    private RunRecord(RunDirectory run, JsonObject json, double secondsBefore) {
        this.run = run;
        this.json = json;
        this.secondsBefore = secondsBefore;
    }

    /** Writes what is known before training; a resumed run keeps the time it first started. */
    static RunRecord start(
            RunDirectory run, Experiment experiment, Network network, Checkpoint from) {
        var json = new JsonObject();
        json.addProperty("experiment", experiment.name());
        json.addProperty("task", experiment.task().name());
        json.addProperty("start", from.epoch() > 0 ? firstStart(run) : now());
        json.addProperty("resumedAfterEpoch", from.epoch());
        json.addProperty("seed", experiment.seed());
        json.addProperty("epochs", experiment.epochs());
        json.addProperty("batchSize", experiment.training().batch());
        json.addProperty("parameters", network.model().numParams());
        json.add("settings", GSON.toJsonTree(experiment.settings()));
        json.add("labels", GSON.toJsonTree(experiment.labels()));
        json.add("dataset", GSON.toJsonTree(experiment.dataset()));
        if (experiment.earlyStopping().isActive()) {
            json.add("earlyStopping", GSON.toJsonTree(experiment.earlyStopping()));
        }
        if (Double.isFinite(experiment.clipNorm())) {
            json.addProperty("clipNorm", experiment.clipNorm());
        }
        json.add("machine", GSON.toJsonTree(Provenance.machine()));
        json.add("versions", GSON.toJsonTree(Provenance.versions()));
        json.addProperty("commit", Provenance.commit());
        json.add(
                "configuration",
                JsonParser.parseString(experiment.model().json(experiment.seed())));
        var record = new RunRecord(run, json, from.seconds());
        record.write(Outcome.running());
        return record;
    }

    /** Writes what is known after training. */
    void end(Outcome outcome, Checkpoint last, EvaluationResult evaluation) {
        json.addProperty("steps", last.step());
        json.addProperty("bestEpoch", last.best().epoch());
        var measured = new JsonObject();
        number(measured, "loss", evaluation.loss());
        evaluation.scores().forEach((name, value) -> number(measured, name, value));
        json.add("final", measured);
        if (evaluation.confusion() != null) {
            json.add("confusion", GSON.toJsonTree(evaluation.confusion().counts()));
        }
        write(outcome);
    }

    /** Writes that the run failed. */
    void fail(Outcome outcome) {
        write(outcome);
    }

    private void write(Outcome outcome) {
        double seconds = secondsBefore + (System.nanoTime() - startNanos) / 1e9;
        json.addProperty("outcome", outcome.text());
        json.addProperty("outcomeKind", outcome.kind().name());
        json.addProperty("durationSeconds", seconds);
        AtomicWrite.file(run.json(), path -> Files.writeString(path, GSON.toJson(json) + "\n"));
    }

    private static String firstStart(RunDirectory run) {
        try {
            return JsonParser.parseString(Files.readString(run.json()))
                    .getAsJsonObject()
                    .get("start")
                    .getAsString();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return now(); // its run.json was lost; the checkpoint is what counts
        }
    }

    private static String now() {
        return OffsetDateTime.now(ZoneId.systemDefault()).toString();
    }

    private static void number(JsonObject json, String name, Double value) {
        json.addProperty(name, Double.isFinite(value) ? value : null);
    }
}
