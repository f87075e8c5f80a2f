package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The folder of one run and the files in it.
 *
 * <pre>
 * runs/iris/20260131-142233-01/
 *   run.json        what was run, where, and how it ended
 *   metrics.jsonl   every logged step and epoch, one JSON object a line
 *   metrics.csv     the epochs as a table
 *   checkpoint/     what it takes to go on
 *   model/          the trained model
 * </pre>
 *
 * @param path the folder
 */
public record RunDirectory(Path path) {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    /**
     * Makes {@code root/<experiment>/<run id>}, where the id is the time to the second and a
     * number, so that ids sort by time and two runs never share a folder.
     */
    public static RunDirectory create(Path root, String experiment, LocalDateTime start) {
        checkName(experiment);
        for (int number = 1; ; number++) {
            var id = "%s-%02d".formatted(ID.format(start), number);
            var path = root.resolve(experiment).resolve(id);
            if (make(path)) {
                return new RunDirectory(path);
            }
        }
    }

    /**
     * Makes {@code group/<experiment>}, a run inside a group of runs.
     *
     * @throws BadInput if the group has a run of this name
     */
    public static RunDirectory createInGroup(Path group, String experiment) {
        checkName(experiment);
        var path = group.resolve(experiment);
        if (!make(path)) {
            throw new BadInput(
                    "run must be a new folder, got %s. Name the runs of a group differently."
                            .formatted(path));
        }
        return new RunDirectory(path);
    }

    /** Makes the folder of a group of runs, {@code root/<experiment>/<run id>}. */
    public static Path createGroup(Path root, String experiment) {
        return create(root, experiment, LocalDateTime.now(ZoneId.systemDefault())).path();
    }

    /**
     * Checks a name that becomes a folder.
     *
     * @throws IllegalArgumentException if it has characters that a folder must not have
     */
    static void checkName(String name) {
        if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "name must be 1 to 100 letters, digits, dots, dashes or underscores, got '%s'. It names the run's folder."
                            .formatted(name));
        }
    }

    /** Returns the provenance file. */
    public Path json() {
        return path.resolve("run.json");
    }

    /** Returns the metrics log. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** Returns the table of epochs. */
    public Path csv() {
        return path.resolve("metrics.csv");
    }

    /** Returns the checkpoint's file. */
    public Path checkpoint() {
        return path.resolve("checkpoint").resolve("checkpoint.safetensors");
    }

    /** Returns the saved model's folder. */
    public Path model() {
        return path.resolve("model");
    }

    /** Returns whether the folder is new; creating it is the one step two runs cannot both win. */
    private static boolean make(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectory(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
