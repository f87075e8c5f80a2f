package io.github.dl4jprimer.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of one shipped data set, whose files are handed out only after their SHA-256 is
 * checked.
 *
 * <p>{@code checksums.sha256} has lines {@code <sha256> <file name>}, as {@code sha256sum -c} reads
 * them.
 *
 * @param path for example {@code datasets/iris}
 */
public record DatasetFolder(Path path) {
    /** The file that lists what the other files' checksums must be. */
    public static final String CHECKSUMS = "checksums.sha256";

    /**
     * Returns a file of the set.
     *
     * @throws BadInput if it is missing, not listed, or not the file that was shipped
     */
    public Path file(String name) {
        var file = path.resolve(name);
        var expected = expected(name);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "%s must exist, got none. Restore it: git checkout -- %s"
                            .formatted(file, path));
        }
        var actual = Checksum.of(file);
        if (!actual.equals(expected)) {
            throw new BadInput(
                    "%s must have SHA-256 %s..., got %s.... Restore it: git checkout -- %s (or keep your change in a file of its own and pass it with --data)."
                            .formatted(
                                    file, expected.substring(0, 8), actual.substring(0, 8), path));
        }
        return file;
    }

    private String expected(String name) {
        try (Stream<String> lines = Files.lines(path.resolve(CHECKSUMS))) {
            return lines.map(line -> line.split("\\s+", 2))
                    .filter(parts -> parts.length == 2 && parts[1].equals(name))
                    .filter(parts -> parts[0].matches("[0-9a-f]{64}"))
                    .map(parts -> parts[0])
                    .findFirst()
                    .orElseThrow(() -> unlisted(name));
        } catch (IOException | UncheckedIOException e) {
            throw unlisted(name);
        }
    }

    private BadInput unlisted(String name) {
        return new BadInput(
                "%s must list %s with its checksum, got nothing. Restore it: git checkout -- %s"
                        .formatted(path.resolve(CHECKSUMS), name, path));
    }

    /**
     * Writes files and the list of their checksums; the folder is made if need be.
     *
     * @param files text of each file, by its name
     * @throws IOException if a file cannot be written
     */
    public void write(Map<String, String> files) throws IOException {
        Files.createDirectories(path);
        var checksums = new StringBuilder();
        for (var name : new TreeSet<>(files.keySet())) {
            var bytes = files.get(name).getBytes(StandardCharsets.UTF_8);
            Files.write(path.resolve(name), bytes);
            checksums.append(Checksum.of(bytes)).append("  ").append(name).append('\n');
        }
        Files.writeString(path.resolve(CHECKSUMS), checksums);
    }
}
