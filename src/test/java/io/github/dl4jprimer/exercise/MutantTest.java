package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MutantTest {
    private static final String SOLUTION = "a\n  b\nc\n  b\n";

    @Test
    void linesGoComeAndStay() {
        assertEquals("a\n  x\nc\n  b\n", Mutant.of(SOLUTION, " a\n-  b\n+  x\n"));
        assertEquals("c\n  b\nnew\n", Mutant.of(SOLUTION, "-a\n-  b\n\n c\n   b\n+new\n"));
    }

    @Test
    void aChangeThatFitsNowhereOrTwiceIsRefused() {
        var nowhere =
                assertThrows(IllegalArgumentException.class, () -> Mutant.of(SOLUTION, "-d\n"));
        assertEquals("change must fit one place of the solution, got\n-d", nowhere.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Mutant.of(SOLUTION, "-  b\n"));
        assertThrows(IllegalArgumentException.class, () -> Mutant.of(SOLUTION, "+x\n"));
    }
}
