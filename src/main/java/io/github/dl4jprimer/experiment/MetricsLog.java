package io.github.dl4jprimer.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a run as a file of one JSON object a line, written as the run goes.
 *
 * <pre>
 * {"kind":"step","epoch":1,"step":12,"dataLoss":0.7,"regularization":0.0,"learningRate":0.1,...}
 * {"kind":"epoch","epoch":1,"step":100,"trainLoss":0.5,"validationLoss":0.6,"accuracy":0.9,...}
 * </pre>
 *
 * <p>Numbers keep all their digits; what is not finite is written as null and read as NaN.
 */
public final class MetricsLog implements AutoCloseable {
    private static final int BUFFER_CHARACTERS = 1 << 16;
    private static final Set<String> EPOCH_FIELDS =
            Set.of("kind", "epoch", "step", "trainLoss", "validationLoss");

    private final FileChannel file;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARACTERS + 1024);
    private final List<StepMetrics> steps;
    private final List<EpochMetrics> epochs;

    private MetricsLog(FileChannel file, RunHistory before) {
        this.file = file;
        steps = new ArrayList<>(before.steps());
        epochs = new ArrayList<>(before.epochs());
    }

    /**
     * Opens a run's log behind its first {@code keep} bytes and cuts the rest off.
     *
     * @throws BadInput if the log is shorter than that
     */
    static MetricsLog open(RunDirectory run, long keep) {
        try {
            var file =
                    FileChannel.open(
                            run.metrics(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.size() < keep) {
                file.close();
                throw new BadInput(
                        "metrics log must have at least the checkpoint's %d bytes, got %d (%s). Start the run anew."
                                .formatted(keep, Files.size(run.metrics()), run.metrics()));
            }
            file.truncate(keep);
            file.position(keep);
            return new MetricsLog(file, read(run.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a step. */
    void write(StepMetrics metrics) {
        steps.add(metrics);
        start("step", metrics.epoch(), metrics.step());
        number("dataLoss", metrics.dataLoss());
        number("regularization", metrics.regularization());
        number("learningRate", metrics.learningRate());
        number("gradientNorm", metrics.gradientNorm());
        number("samplesPerSecond", metrics.samplesPerSecond());
        end();
    }

    /** Appends an epoch, and brings all lines so far to the file. */
    void write(EpochMetrics metrics) {
        epochs.add(metrics);
        start("epoch", metrics.epoch(), metrics.step());
        number("trainLoss", metrics.trainLoss());
        number("validationLoss", metrics.validationLoss());
        metrics.scores().forEach(this::number);
        end();
        flush();
    }

    /** Brings all lines to the disk and returns the file's length. */
    long sync() {
        flush();
        try {
            file.force(false);
            return file.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what was logged, in this process and before. */
    RunHistory history() {
        return new RunHistory(steps, epochs);
    }

    @Override
    public void close() {
        flush();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the epochs as a table with a header; what was not measured is empty. */
    static String csv(List<EpochMetrics> epochs) {
        var names = epochs.isEmpty() ? Set.<String>of() : epochs.get(0).scores().keySet();
        var table = new StringBuilder("epoch,step,trainLoss,validationLoss");
        names.forEach(name -> table.append(',').append(name));
        for (var epoch : epochs) {
            table.append('\n').append(epoch.epoch()).append(',').append(epoch.step());
            cell(table, epoch.trainLoss());
            cell(table, epoch.validationLoss());
            names.forEach(name -> cell(table, epoch.score(name)));
        }
        return table.append('\n').toString();
    }

    /**
     * Reads the log of a run; a last line that was cut off by a crash is left out.
     *
     * @param run the run's folder
     * @throws BadInput if there is no log or a line is not one of its kinds
     */
    public static RunHistory read(Path run) {
        var path = new RunDirectory(run).metrics();
        var steps = new ArrayList<StepMetrics>();
        var epochs = new ArrayList<EpochMetrics>();
        var text = text(path);
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            read(text.substring(start, end), path, line++, steps, epochs);
            start = end + 1;
        }
        return new RunHistory(steps, epochs);
    }

    private static String text(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "metrics log must be a file, got nothing (%s). Check the run's folder."
                            .formatted(path));
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(
            String text, Path path, int line, List<StepMetrics> steps, List<EpochMetrics> epochs) {
        try {
            var json = JsonParser.parseString(text).getAsJsonObject();
            switch (json.get("kind").getAsString()) {
                case "step" -> steps.add(step(json));
                case "epoch" -> epochs.add(epoch(json));
                default -> throw new IllegalStateException("unknown kind");
            }
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | UnsupportedOperationException
                | NumberFormatException e) {
            throw BadInput.at(
                    "metrics must be a JSON object of kind step or epoch, got '%s'"
                            .formatted(text.substring(0, Math.min(80, text.length()))),
                    path,
                    line,
                    "Remove the line.");
        }
    }

    private static StepMetrics step(JsonObject json) {
        return new StepMetrics(
                json.get("epoch").getAsInt(),
                json.get("step").getAsLong(),
                number(json.get("dataLoss")),
                number(json.get("regularization")),
                number(json.get("learningRate")),
                number(json.get("gradientNorm")),
                number(json.get("samplesPerSecond")));
    }

    private static EpochMetrics epoch(JsonObject json) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (var entry : json.entrySet()) {
            if (!EPOCH_FIELDS.contains(entry.getKey())) {
                scores.put(entry.getKey(), number(entry.getValue()));
            }
        }
        return new EpochMetrics(
                json.get("epoch").getAsInt(),
                json.get("step").getAsLong(),
                number(json.get("trainLoss")),
                number(json.get("validationLoss")),
                scores);
    }

    private static double number(JsonElement value) {
        return value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    private void start(String kind, int epoch, long step) {
        buffer.append("{\"kind\":\"").append(kind).append("\",\"epoch\":").append(epoch);
        buffer.append(",\"step\":").append(step);
    }

    private void number(String name, double value) {
        buffer.append(",\"").append(name).append("\":");
        if (Double.isFinite(value)) {
            buffer.append(value);
        } else {
            buffer.append("null");
        }
    }

    private void end() {
        buffer.append("}\n");
        if (buffer.length() > BUFFER_CHARACTERS) {
            flush();
        }
    }

    private void flush() {
        try {
            var bytes = ByteBuffer.wrap(buffer.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            buffer.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cell(StringBuilder table, double value) {
        table.append(',');
        if (Double.isFinite(value)) {
            table.append(value);
        }
    }
}
