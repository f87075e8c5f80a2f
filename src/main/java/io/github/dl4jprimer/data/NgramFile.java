package io.github.dl4jprimer.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Keeps {@link CharacterNgrams} as a text file that can be read and compared by eye.
 *
 * <pre>
 * character-ngrams 1
 * documents&lt;TAB&gt;33590
 * 9120&lt;TAB&gt;的
 * 412&lt;TAB&gt;磁盘
 * </pre>
 *
 * <p>From the third line on: in how many training texts the n-gram occurs, a tab, the n-gram; the
 * lines stand in the order of the columns. It holds nothing but text, so loading it runs no code.
 */
public final class NgramFile {
    private static final String TITLE = "character-ngrams 1";
    private static final String REMEDY =
            "Save the model again, or take the file from a whole copy.";

    private NgramFile() {}

    /**
     * Writes the n-grams.
     *
     * @throws BadInput if the file cannot be written
     */
    public static void save(CharacterNgrams ngrams, Path file) {
        var lines = new ArrayList<String>();
        lines.add(TITLE);
        lines.add("documents\t" + ngrams.documents());
        for (int column = 0; column < ngrams.size(); column++) {
            lines.add(ngrams.documentFrequency(column) + "\t" + ngrams.ngrams().get(column));
        }
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new BadInput(
                    "file must be writable, got %s (%s). Check the folder and its permissions."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Reads the n-grams.
     *
     * @throws BadInput if the file is missing or damaged
     */
    public static CharacterNgrams load(Path file) {
        var lines = SourceText.read(file, StandardCharsets.UTF_8).text().split("\n", -1);
        if (!lines[0].equals(TITLE)) {
            throw BadInput.at(
                    "first line must be \"%s\", got \"%s\"".formatted(TITLE, lines[0]),
                    file,
                    1,
                    REMEDY);
        }
        int documents =
                lines.length < 2 ? 0 : count(lines[1].replaceFirst("^documents\t", ""), file, 2);
        var ngrams = new ArrayList<String>();
        var frequencies = new ArrayList<Integer>();
        var seen = new HashSet<String>();
        for (int i = 2; i < lines.length - 1; i++) {
            var parts = lines[i].split("\t", 2);
            if (parts.length < 2 || parts[1].isEmpty() || !seen.add(parts[1])) {
                throw BadInput.at(
                        "line must be a count, a tab and a new n-gram, got \"%s\""
                                .formatted(lines[i]),
                        file,
                        i + 1L,
                        REMEDY);
            }
            frequencies.add(count(parts[0], file, i + 1));
            ngrams.add(parts[1]);
        }
        return checked(ngrams, frequencies, documents, lines, file);
    }

    private static CharacterNgrams checked(
            List<String> ngrams, List<Integer> counts, int documents, String[] lines, Path file) {
        if (ngrams.isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw BadInput.at(
                    "file must hold n-grams and end with a line end, got its end too early",
                    file,
                    lines.length,
                    REMEDY);
        }
        int[] frequencies = counts.stream().mapToInt(Integer::intValue).toArray();
        return new CharacterNgrams(ngrams, frequencies, documents);
    }

    private static int count(String text, Path file, int line) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // reported below with its place
        }
        throw BadInput.at(
                "count must be a number from 1, got \"%s\"".formatted(text), file, line, REMEDY);
    }
}
