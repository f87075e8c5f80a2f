package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.data.BadInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8, each decoded by itself.
 *
 * <p>A {@code BufferedReader} decodes ahead: bytes that are not UTF-8 would take the good lines
 * before them along, and their line would not be known. A line ends at LF or CR LF; a CR alone is
 * part of the text.
 */
final class Utf8Lines {
    private final BufferedInputStream in;
    private long number;

    Utf8Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Returns the number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * Returns the next line without its end, or null after the last.
     *
     * @throws BadInput if it is not UTF-8
     */
    String next() throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        int b = in.read();
        if (b < 0) {
            return null;
        }
        number++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var line = decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        } catch (CharacterCodingException e) {
            throw new BadInput(
                    "text must be UTF-8, got other bytes (input:%d). Convert it first, for example with iconv -f GBK -t UTF-8."
                            .formatted(number),
                    e);
        }
    }
}
