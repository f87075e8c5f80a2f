package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    @Test
    void isSilentWhereThereIsNoTerminal() {
        assertSame(Progress.SILENT, TerminalProgress.ifTerminal());
    }

    @Test
    void aFinishedBarLeavesAnEmptyLine() {
        var terminal = new StringWriter();
        var progress = new TerminalProgress(new PrintWriter(terminal));
        progress.start("moons", 0, 10);
        progress.step(10, 0.5);
        progress.end(Outcome.completed());
        assertTrue(terminal.toString().contains("moons 100%"), terminal.toString());
        assertTrue(terminal.toString().endsWith("\r\033[2K"), terminal.toString());
        assertFalse(terminal.toString().contains("\n"), terminal.toString());
    }
}
