package io.github.dl4jprimer.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file's text, decoded strictly, and the checksum of its bytes.
 *
 * <p>DataVec's readers put U+FFFD in the place of bytes that are not in the encoding, so a GBK file
 * read as UTF-8 trains a network on rubbish without a word; here it is an error with its line.
 *
 * @param text the file's characters without a byte-order mark
 * @param checksum SHA-256 of the file's bytes
 */
record SourceText(String text, String checksum) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a whole file.
     *
     * @throws BadInput if it is missing, unreadable, empty, or not in the encoding
     */
    static SourceText read(Path file, Charset charset) {
        byte[] bytes = bytes(file);
        var text = decode(bytes, charset, file);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new BadInput(
                    "%s must have at least one row, got an empty file. Check the path."
                            .formatted(file));
        }
        return new SourceText(text, Checksum.of(bytes));
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "file must exist, got %s (%s). Check the path and the current folder."
                            .formatted(file, Files.exists(file) ? "not a file" : "missing"));
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(
                    "file must be readable, got %s (%s). Check its permissions."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static String decode(byte[] bytes, Charset charset, Path file) {
        var input = ByteBuffer.wrap(bytes);
        var decoder = strict(charset);
        var output =
                CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(input, output, true);
        if (result.isError()) {
            long line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw BadInput.at(
                    "text must be %s, got the byte 0x%02X"
                            .formatted(charset, bytes[input.position()]),
                    file,
                    line,
                    charset.equals(StandardCharsets.UTF_8)
                            ? "If it was saved on Chinese Windows, read it as GBK (--charset GBK)."
                            : "Try another encoding, for example --charset UTF-8.");
        }
        decoder.flush(output);
        return output.flip().toString();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
