package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.NumberReader;
import io.github.dl4jprimer.data.TextFormat;
import io.github.dl4jprimer.data.TextReader;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How a user's own files of labelled examples are written: their encoding, and whether the first
 * line is a heading. The delimiter follows from the file's name.
 */
final class FileOptions {
    @Mixin private CharsetOption charset;

    @Option(names = "--header", description = "The first line names the columns.")
    private boolean header;

    /** The format of a file, by its ending: .csv with commas and quotes, else tabs. */
    TextFormat format(Path file) {
        return charset.in(TextFormat.forFile(file)).withHeader(header);
    }

    /**
     * A reader of {@code text<TAB>label}.
     *
     * @throws BadInput if the file cannot be read or the encoding is unknown
     */
    TextReader texts(Path file) {
        return TextReader.forFile(existing(file)).withFormat(format(file));
    }

    /**
     * A reader of numbers with the label in the last column.
     *
     * @throws BadInput if the file cannot be read or the encoding is unknown
     */
    NumberReader numbers(Path file) {
        return NumberReader.forFile(existing(file)).withFormat(format(file));
    }

    /**
     * Returns the file if it can be read.
     *
     * @throws BadInput if it is missing, a folder or not permitted
     */
    static Path existing(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(
                    "file must be a file, got the folder %s. Name a file in it.".formatted(file));
        }
        if (!Files.isReadable(file)) {
            throw new BadInput("file must be readable, got %s. Check the path.".formatted(file));
        }
        return file;
    }
}
