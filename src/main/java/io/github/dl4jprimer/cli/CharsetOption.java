package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.TextFormat;
import java.nio.charset.Charset;
import picocli.CommandLine.Option;

/** How a user's own text is encoded: {@code --charset}, UTF-8 unless it says GBK. */
final class CharsetOption {
    @Option(
            names = "--charset",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Encoding, for example GBK (default: ${DEFAULT-VALUE}).")
    private String name;

    /**
     * Returns the encoding.
     *
     * @throws BadInput if Java does not know it
     */
    Charset charset() {
        return TextFormat.tsv().withCharset(name).charset();
    }

    /** Returns a format of the same encoding. */
    TextFormat in(TextFormat format) {
        return format.withCharset(name);
    }
}
