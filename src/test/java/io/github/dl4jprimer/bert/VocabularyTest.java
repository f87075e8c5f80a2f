package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    private static final String SPECIAL = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";

    @TempDir private Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("vocab.txt"), text, charset);
    }

    private void refused(String text, Charset charset, String message) throws IOException {
        var file = file(text, charset);
        var error = assertThrows(BadInput.class, () -> Vocabulary.read(file));
        assertEquals(message.replace("FILE", file.toString()), error.getMessage());
    }

    @Test
    void anIdIsALineNumberLessOne() throws IOException {
        var vocabulary = Vocabulary.read(file(SPECIAL + "磁\n##盘", StandardCharsets.UTF_8));
        assertEquals(7, vocabulary.size());
        assertEquals(6, vocabulary.id("##盘"));
        assertEquals("磁", vocabulary.token(5));
        assertEquals(4, vocabulary.id(SpecialToken.MASK));
        assertEquals(1, vocabulary.id("满"), "unknown");
        assertTrue(vocabulary.isSpecial(4));
        assertFalse(vocabulary.isSpecial(5));
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        var file = file(SPECIAL.replace("\n", "\r\n") + "磁\r\n", StandardCharsets.UTF_8);
        assertEquals(List.of("[MASK]", "磁"), Vocabulary.read(file).tokens().subList(4, 6));
    }

    @Test
    void aTokenTwiceIsRefusedWithBothLines() throws IOException {
        refused(
                SPECIAL + "磁\n盘\n磁\n",
                StandardCharsets.UTF_8,
                "token must be in the vocabulary once, got 磁 also on line 6 (FILE:8). Copy or"
                        + " download the file again: an id is a line number.");
    }

    @Test
    void anEmptyLineIsRefused() throws IOException {
        refused(
                SPECIAL + "\n磁\n",
                StandardCharsets.UTF_8,
                "vocabulary must have a token on each line, got an empty line (FILE:6). Copy or"
                        + " download the file again: an id is a line number.");
    }

    @Test
    void eachSpecialTokenMustBeThere() throws IOException {
        for (var token : SpecialToken.values()) {
            refused(
                    SPECIAL.replace(token.text(), "x"),
                    StandardCharsets.UTF_8,
                    "vocabulary must hold %s, got 5 tokens without it (FILE). Name the vocab.txt of a BERT model, in UTF-8 without a byte-order mark."
                            .formatted(token.text()));
        }
    }

    @Test
    void anEmptyFileHasNoSpecialTokens() throws IOException {
        refused(
                "",
                StandardCharsets.UTF_8,
                "vocabulary must hold [PAD], got 0 tokens without it (FILE). Name the vocab.txt of"
                        + " a BERT model, in UTF-8 without a byte-order mark.");
    }

    @Test
    void otherEncodingsAreRefusedWithTheLine() throws IOException {
        refused(
                SPECIAL + "a\n磁\n",
                Charset.forName("GBK"),
                "vocabulary must be UTF-8, got the byte 0xB4 (FILE:7). Copy or download the file"
                        + " again.");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        var missing = folder.resolve("none.txt");
        var error = assertThrows(BadInput.class, () -> Vocabulary.read(missing));
        assertEquals(
                "vocabulary must be a file, got %s (missing). Name the vocab.txt of a BERT model."
                        .formatted(missing),
                error.getMessage());
        error = assertThrows(BadInput.class, () -> Vocabulary.read(folder));
        assertEquals(
                "vocabulary must be a file, got %s (not a file). Name the vocab.txt of a BERT model."
                        .formatted(folder),
                error.getMessage());
    }

    @Test
    void anIdBeyondTheVocabularyIsRefused() {
        var vocabulary = Vocabulary.of(SPECIAL.lines().toList());
        for (int id : new int[] {-1, 5}) {
            var error = assertThrows(IllegalArgumentException.class, () -> vocabulary.token(id));
            assertEquals(
                    "id must be in [0, 5), got %d. Use the vocabulary that made the ids."
                            .formatted(id),
                    error.getMessage());
        }
    }
}
