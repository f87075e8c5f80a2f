package io.github.dl4jprimer.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a picture or a page that others see whole or not at all: aside first, then renamed.
 *
 * <p>If writing fails, what stood there before is untouched and nothing half-written is left beside
 * it.
 */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file, replacing one that exists; folders are made as needed.
     *
     * @throws UncheckedIOException if the file cannot be written or its name is a folder's
     */
    static void write(Path file, byte[] content) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            // A move that replaces would put the file in the place of an empty folder.
            if (Files.isDirectory(whole)) {
                throw new FileAlreadyExistsException(whole.toString(), null, "is a folder");
            }
            Files.createDirectories(whole.getParent());
            try {
                Files.write(part, content);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
