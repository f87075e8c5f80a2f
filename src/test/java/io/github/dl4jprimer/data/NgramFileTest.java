package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramFileTest {
    private static final String REMEDY =
            ". Save the model again, or take the file from a whole copy.";

    @TempDir Path folder;
    private ReaderFiles files;

    @BeforeEach
    void setUp() {
        files = new ReaderFiles(folder);
    }

    @Test
    void aSavedBagIsReadBackTheSame() throws IOException {
        var file = folder.resolve("ngrams.txt");
        var texts = List.of("a b#1", "磁盘 满", "a 盘\"");
        var ngrams = CharacterNgrams.fit(texts, 1, 100);
        NgramFile.save(ngrams, file);
        var loaded = NgramFile.load(file);
        assertEquals(ngrams.ngrams(), loaded.ngrams());
        assertEquals(ngrams.transform(texts), loaded.transform(texts));
        assertEquals(
                List.of("character-ngrams 1", "documents\t3", "3\t "),
                Files.readAllLines(file).subList(0, 3));
    }

    private void assertDamaged(String problem, int line, String text) {
        var file = files.write("n.txt", text);
        files.assertBadInput(
                problem + " (@/n.txt:" + line + ")" + REMEDY, () -> NgramFile.load(file));
    }

    @Test
    void damagedFilesAreRejectedWithTheirLine() {
        assertDamaged("first line must be \"character-ngrams 1\", got \"PK\"", 1, "PK\n3\ta\n");
        assertDamaged(
                "count must be a number from 1, got \"many\"",
                2,
                "character-ngrams 1\ndocuments\tmany\n3\ta\n");
        assertDamaged(
                "count must be a number from 1, got \"0\"",
                3,
                "character-ngrams 1\ndocuments\t3\n0\ta\n");
        for (var line : List.of("3", "3\t", "2\ta")) {
            assertDamaged(
                    "line must be a count, a tab and a new n-gram, got \"" + line + "\"",
                    4,
                    "character-ngrams 1\ndocuments\t3\n3\ta\n" + line + "\n");
        }
    }

    @Test
    void truncatedFilesAreRejected() {
        var problem = "file must hold n-grams and end with a line end, got its end too early";
        assertDamaged(problem, 4, "character-ngrams 1\ndocuments\t3\n3\ta\n2\tbc");
        assertDamaged(problem, 3, "character-ngrams 1\ndocuments\t3\n");
        assertDamaged(problem, 1, "character-ngrams 1");
    }

    @Test
    void aFileThatCannotBeWrittenIsRejected() {
        var ngrams = CharacterNgrams.fit(List.of("a"), 1, 1);
        var file = folder.resolve("no/such/ngrams.txt");
        files.assertBadInput(
                "file must be writable, got @/no/such/ngrams.txt (@/no/such/ngrams.txt). Check the"
                        + " folder and its permissions.",
                () -> NgramFile.save(ngrams, file));
    }
}
