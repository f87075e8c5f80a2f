package io.github.dl4jprimer.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks of the course, at reduced size: each runs to its end and its claim holds. */
class CourseNotebooksTest {
    static List<Path> notebooks() {
        return NotebookFile.in(Path.of("notebooks"));
    }

    @Test
    void thereAreNotebooks() {
        assertFalse(notebooks().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookKeepsToTheRules(Path path) {
        assertEquals(List.of(), new NotebookRules(Language.EN).findings(NotebookFile.read(path)));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookRunsToItsEndAndItsClaimHolds(Path path) {
        var executed = new NotebookRunner(Language.EN, true).run(NotebookFile.read(path));
        assertEquals(Optional.empty(), executed.failure());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookIsWrittenAsItIsStored(Path path) {
        var file = NotebookFile.read(path);
        assertEquals(file.text(), file.stripped().text());
    }
}
