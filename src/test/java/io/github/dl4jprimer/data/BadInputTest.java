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
}
