package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TextFormatTest {
    @Test
    void theFileNameSuggestsTheFormat() {
        assertEquals(TextFormat.csv(), TextFormat.forFile(Path.of("a/b.CSV")));
        assertEquals(TextFormat.tsv(), TextFormat.forFile(Path.of("train.tsv")));
        assertEquals(TextFormat.tsv(), TextFormat.forFile(Path.of("train.txt")));
    }

    @Test
    void eachPartCanBeChanged() {
        var format =
                TextFormat.tsv()
                        .withDelimiter(';')
                        .withQuotes(true)
                        .withHeader(true)
                        .withCharset("GBK");
        assertEquals(new TextFormat(';', true, true, Charset.forName("GBK")), format);
    }

    @Test
    void impossibleDelimitersAndUnknownEncodingsAreRejected() {
        var delimiter =
                assertThrows(
                        IllegalArgumentException.class, () -> TextFormat.csv().withDelimiter('"'));
        assertEquals(
                "delimiter must be a character inside a line and not a quote, got code 34. Use a"
                        + " comma or a tab.",
                delimiter.getMessage());
        var charset = assertThrows(BadInput.class, () -> TextFormat.csv().withCharset("GBX 1"));
        assertEquals(
                "charset must be an encoding Java knows, got \"GBX 1\". Try UTF-8 or GBK.",
                charset.getMessage());
    }
}
