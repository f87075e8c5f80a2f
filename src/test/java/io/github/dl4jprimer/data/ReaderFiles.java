package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/** Files that the tests of the readers write, and the errors they expect. */
record ReaderFiles(Path folder) {
    Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Path write(String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts the message of a {@link BadInput}, in which {@code @} stands for the folder. */
    void assertBadInput(String message, Executable reading) {
        var error = assertThrows(BadInput.class, reading);
        assertEquals(message, error.getMessage().replace(folder.toString(), "@"));
    }
}
