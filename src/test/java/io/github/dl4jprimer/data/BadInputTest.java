package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BadInputTest {
    @Test
    void saysWhatIsWrongWhereAndWhatToDoInOneLine() {
        var error = BadInput.at("label must be known, got \"x\"", Path.of("a.tsv"), 7, "Mend it.");
        assertEquals("label must be known, got \"x\" (a.tsv:7). Mend it.", error.getMessage());
    }

    @Test
    void showsForeignTextOnOneLineAndShort() {
        assertEquals("磁盘 100%", BadInput.shown("磁盘 100%"));
        assertEquals("null", BadInput.shown(null));
        assertEquals("a?b?c?[31m?", BadInput.shown("a\nb\u2028c\u001b[31m\u202e"));
        assertEquals("x".repeat(80), BadInput.shown("x".repeat(80)));
        assertEquals("x".repeat(79) + "…", BadInput.shown("x".repeat(81)));
        assertEquals("x".repeat(78) + "…", BadInput.shown("x".repeat(78) + "😀😀"));
    }
}
