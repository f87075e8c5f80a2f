package io.github.dl4jprimer.experiment;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The runs below a folder, read back from their {@code run.json}; a run that cannot be read is
 * listed as such and does not hide the others.
 *
 * @param root folder of all runs
 */
public record RunCatalogue(Path root) {
    /** How deep runs lie: week, run id, experiment, training. */
    private static final int DEPTH = 4;

    private static final Set<String> CONTENTS = Set.of("charts", "checkpoint", "model");

    /** Returns all runs, those inside others too, oldest first; none if there is no such folder. */
    public List<RunSummary> runs() {
        var runs = new ArrayList<RunSummary>();
        for (var experiment : folders(root)) {
            for (var run : folders(experiment)) {
                var before = runs.size();
                collect(run, 2, runs);
                if (runs.size() == before) {
                    runs.add(summary(run)); // says that it cannot be read
                }
            }
        }
        runs.sort(Comparator.comparing(RunSummary::start).thenComparing(RunSummary::name));
        return runs;
    }

    private void collect(Path folder, int depth, List<RunSummary> runs) {
        if (hasRecord(folder)) {
            runs.add(summary(folder));
        }
        if (depth < DEPTH) {
            folders(folder).forEach(inner -> collect(inner, depth + 1, runs));
        }
    }

    /**
     * Returns a run by its folder, its name, or the end of its name.
     *
     * @throws BadInput if no run or more than one is meant
     */
    public RunSummary find(String text) {
        var meant = text.replaceAll("/+$", "");
        if (Files.isRegularFile(new RunDirectory(Path.of(meant)).json())) {
            return summary(Path.of(meant));
        }
        var found =
                runs().stream().filter(run -> ("/" + run.name()).endsWith("/" + meant)).toList();
        if (found.size() != 1) {
            throw new BadInput(
                    "run must be the name of one run, got '%s', which fits %d (%s). List the runs first."
                            .formatted(text, found.size(), root));
        }
        return found.get(0);
    }

    private RunSummary summary(Path run) {
        var name = run.startsWith(root) ? root.relativize(run).toString() : run.toString();
        try {
            var json =
                    JsonParser.parseString(Files.readString(new RunDirectory(run).json()))
                            .getAsJsonObject();
            var task = json.get("task"); // a course experiment, which trains many models, has none
            var metric = task == null ? "" : Task.valueOf(task.getAsString()).mainMetric();
            return new RunSummary(
                    run,
                    name,
                    OffsetDateTime.parse(json.get("start").getAsString()).toInstant(),
                    Duration.ofMillis(Math.round(1000 * json.get("durationSeconds").getAsDouble())),
                    new Outcome(
                            Outcome.Kind.valueOf(json.get("outcomeKind").getAsString()),
                            json.get("outcome").getAsString()),
                    metric,
                    value(json, metric));
        } catch (IOException e) {
            return unreadable(run, name, "no run.json");
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | UnsupportedOperationException
                | DateTimeException e) {
            return unreadable(run, name, "run.json is broken");
        }
    }

    private static double value(JsonObject json, String metric) {
        if (!json.has("final")) {
            return Double.NaN;
        }
        var value = json.getAsJsonObject("final").get(metric);
        return value == null || value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    private static RunSummary unreadable(Path run, String name, String reason) {
        return new RunSummary(
                run,
                name,
                Instant.EPOCH,
                Duration.ZERO,
                Outcome.unreadable(reason),
                "",
                Double.NaN);
    }

    private static boolean hasRecord(Path folder) {
        return Files.isRegularFile(new RunDirectory(folder).json());
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> !CONTENTS.contains(path.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
