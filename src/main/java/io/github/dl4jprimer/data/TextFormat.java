package io.github.dl4jprimer.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * How a delimited text file is written.
 *
 * @param delimiter character between the cells of a row
 * @param quoted whether a cell may stand in double quotes, {@code ""} being a quote inside (RFC
 *     4180); tab-separated files seldom quote, and titles in them may hold a lone quote
 * @param header whether the first row names the columns
 * @param charset encoding; a byte-order mark of UTF-8 is skipped
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public record TextFormat(char delimiter, boolean quoted, boolean header, Charset charset) {
    /**
     * @throws IllegalArgumentException if the delimiter is a quote or ends a line
     */
    public TextFormat {
        Objects.requireNonNull(charset, "charset");
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException(
                    "delimiter must be a character inside a line and not a quote, got code %d. Use a comma or a tab."
                            .formatted((int) delimiter));
        }
    }

    /** Returns comma-separated, quoted, without header, UTF-8. */
    public static TextFormat csv() {
        return new TextFormat(',', true, false, StandardCharsets.UTF_8);
    }

    /** Returns tab-separated, never quoted, without header, UTF-8. */
    public static TextFormat tsv() {
        return new TextFormat('\t', false, false, StandardCharsets.UTF_8);
    }

    /** Returns {@link #csv} for a file name that ends with .csv, {@link #tsv} for any other. */
    public static TextFormat forFile(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") ? csv() : tsv();
    }

    /**
     * Returns this format with another delimiter, for example a semicolon.
     *
     * @throws IllegalArgumentException if it is a quote or ends a line
     */
    public TextFormat withDelimiter(char newDelimiter) {
        return new TextFormat(newDelimiter, quoted, header, charset);
    }

    /** Returns this format with or without quotes. */
    public TextFormat withQuotes(boolean newQuoted) {
        return new TextFormat(delimiter, newQuoted, header, charset);
    }

    /** Returns this format with or without a header. */
    public TextFormat withHeader(boolean newHeader) {
        return new TextFormat(delimiter, quoted, newHeader, charset);
    }

    /**
     * Returns this format in another encoding.
     *
     * @param name for example {@code "GBK"}
     * @throws BadInput if Java does not know the encoding
     */
    public TextFormat withCharset(String name) {
        try {
            return new TextFormat(delimiter, quoted, header, Charset.forName(name));
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "charset must be an encoding Java knows, got \"%s\". Try UTF-8 or GBK."
                            .formatted(name),
                    e);
        }
    }
}
