package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks a place to write to before the work begins, so that an hour of training is not lost to a
 * mistyped path.
 */
final class OutputPath {
    private OutputPath() {}

    /**
     * Returns the path of a file that can be written.
     *
     * @param option its name on the command line, like {@code --out}
     * @throws BadInput if it is a folder, or its folder cannot be made or written
     */
    static Path file(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(
                    "%s must be a file, got the folder %s. Add a file name."
                            .formatted(option, file));
        }
        writable(option, file);
        return file;
    }

    /**
     * Returns the path of a folder that exists or can be made.
     *
     * @param option its name on the command line, like {@code --runs}
     * @throws BadInput if a file has this name, or the folder above cannot be written
     */
    static Path folder(String option, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInput(
                    "%s must be a folder, got the file %s. Choose another name."
                            .formatted(option, folder));
        }
        writable(option, folder);
        return folder;
    }

    /** Folders that do not exist yet are made in the nearest one that does. */
    private static void writable(String option, Path path) {
        var above = path.toAbsolutePath().normalize().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
            throw new BadInput(
                    "%s must be in a folder that can be written, got %s. Choose another place."
                            .formatted(option, path));
        }
    }
}
