package io.github.dl4jprimer.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.nio.file.Files;
import java.time.OffsetDateTime;

/**
 * A run's {@code run.json}: what was run, on what, with which versions, and how it ended. Written
 * when the run starts, with the outcome "running", and again when it ends.
 */
final class RunRecord {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final RunDirectory run;
    private final JsonObject json;

    private RunRecord(RunDirectory run, JsonObject json) {
        this.run = run;
        this.json = json;
    }

    /** Writes what is known before training. */
    static RunRecord start(
            RunDirectory run, Experiment experiment, Network network, OffsetDateTime start) {
        var json = new JsonObject();
        json.addProperty("experiment", experiment.name());
        json.addProperty("task", experiment.task().name());
        json.addProperty("start", start.toString());
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
        json.add("configuration", JsonParser.parseString(experiment.model().json()));
        var record = new RunRecord(run, json);
        record.write(Outcome.running(), 0);
        return record;
    }

    /** Writes what is known after training. */
    void end(Outcome outcome, double seconds, Checkpoint last, EvaluationResult evaluation) {
        json.addProperty("steps", last.step());
        json.addProperty("bestEpoch", last.best().epoch());
        var measured = new JsonObject();
        number(measured, "loss", evaluation.loss());
        evaluation.scores().forEach((name, value) -> number(measured, name, value));
        json.add("final", measured);
        if (evaluation.confusion() != null) {
            json.add("confusion", GSON.toJsonTree(evaluation.confusion().counts()));
        }
        write(outcome, seconds);
    }

    private void write(Outcome outcome, double seconds) {
        json.addProperty("outcome", outcome.text());
        json.addProperty("outcomeKind", outcome.kind().name());
        json.addProperty("durationSeconds", seconds);
        AtomicWrite.file(run.json(), path -> Files.writeString(path, GSON.toJson(json) + "\n"));
    }

    private static void number(JsonObject json, String name, Double value) {
        json.addProperty(name, Double.isFinite(value) ? value : null);
    }
}
