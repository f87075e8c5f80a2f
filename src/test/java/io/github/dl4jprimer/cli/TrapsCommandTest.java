package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.traps.Traps;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrapsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        return Primer.run(new PrintWriter(out), new PrintWriter(error), arguments);
    }

    private void assertLastLine(int biting, int all) {
        var lines = out.toString().lines().toList();
        assertEquals(
                Language.current()
                        .choose(
                                "%d 个坑里有 %d 个还在".formatted(all, biting),
                                "%d of %d traps still bite".formatted(biting, all)),
                lines.get(lines.size() - 1));
    }

    @Test
    void namedTrapsAreToldAtLengthInTheOrderGiven() {
        assertEquals(0, run("traps", "t-gelu", "t-poly-schedule"), error.toString());
        var text = out.toString();
        assertTrue(text.indexOf("[t-gelu]") < text.indexOf("[t-poly-schedule]"), text);
        assertTrue(text.contains("rate · (1 + t/T)^p"), text);
        assertFalse(text.contains("[t-norm2]"), text);
        assertLastLine(2, 2);
        assertEquals("", error.toString());
    }

    @Test
    void theListNamesEveryTrapAndRunsNone() {
        assertEquals(0, run("traps", "--list"), error.toString());
        var text = out.toString();
        assertEquals(Traps.all().size() + 2, text.lines().count());
        Traps.all().forEach(trap -> assertTrue(text.contains(trap.id()), trap.id()));
        assertFalse(text.contains("✗"), text);
    }

    @Test
    void anUnknownIdIsOneLineAndStatusTwoAndNothingRuns() {
        assertEquals(2, run("traps", "t-gelu", "t-adam-epsilom"));
        assertEquals("", out.toString());
        assertEquals(1, error.toString().lines().count(), error.toString());
        assertTrue(
                error.toString()
                        .startsWith(
                                "trap must be an id, got t-adam-epsilom."
                                        + " The nearest are t-adam-epsilon,"),
                error.toString());
    }

    @Test
    void helpSaysWhatTheStatusMeans() {
        assertEquals(0, run("traps", "--help"));
        assertTrue(out.toString().replaceAll("\\s+", " ").contains("status is 0"));
    }

    @Tag("slow")
    @Test
    void allTrapsAreToldInShort() {
        assertEquals(0, run("traps"), error.toString());
        var marks = out.toString().lines().filter(line -> line.startsWith("✗ ")).count();
        assertEquals(Traps.all().size(), marks);
        assertLastLine(Traps.all().size(), Traps.all().size());
        assertEquals("", error.toString());
    }
}
