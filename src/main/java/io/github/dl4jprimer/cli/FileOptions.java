package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.NumberReader;
import io.github.dl4jprimer.data.TextFormat;
import io.github.dl4jprimer.data.TextReader;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a user's own files are written. */
final class FileOptions {
    @Option(
            names = "--charset",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Encoding, for example GBK (default: ${DEFAULT-VALUE}).")
    private String charset;

    @Option(names = "--header", description = "The first line names the columns.")
    private boolean header;

    /** The format of a file, by its ending: .csv with commas and quotes, else tabs. */
    TextFormat format(Path file) {
        return TextFormat.forFile(file).withCharset(charset).withHeader(header);
    }

    /** A reader of {@code text<TAB>label}. */
    TextReader texts(Path file) {
        return TextReader.forFile(existing(file)).withFormat(format(file));
    }

    /** A reader of numbers with the label in the last column. */
    NumberReader numbers(Path file) {
        return NumberReader.forFile(existing(file)).withFormat(format(file));
    }

    /**
     * Returns the file if it can be read.
     *
     * @throws BadInput if not
     */
    static Path existing(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInput("file must be readable, got %s. Check the path.".formatted(file));
        }
        return file;
    }
}
