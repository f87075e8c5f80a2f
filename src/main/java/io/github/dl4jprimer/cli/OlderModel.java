package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a folder that an earlier training left, and a new one may replace, from a folder of the
 * user's, which it may not.
 */
final class OlderModel {
    /** All that a fine-tuned BERT's folder holds; a downloaded one holds more. */
    private static final Set<String> BERT_FILES =
            Set.of("config.json", "model.safetensors", "tokenizer_config.json", "vocab.txt");

    private OlderModel() {}

    /**
     * Checks a place to save to.
     *
     * @param option its name on the command line, like {@code --out}
     * @throws BadInput if something is there that is not an older model
     */
    static void check(String option, Path folder) {
        if (Files.exists(folder)
                && !Files.exists(folder.resolve("model.json"))
                && !names(folder).equals(BERT_FILES)) {
            throw new BadInput(
                    "%s must be a new folder or an older model's, got %s. Choose another name."
                            .formatted(option, folder));
        }
    }

    private static Set<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
