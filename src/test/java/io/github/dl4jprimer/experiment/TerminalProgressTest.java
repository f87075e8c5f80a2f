package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    @Test
    void isSilentWhereThereIsNoTerminal() {
        assertSame(Progress.SILENT, TerminalProgress.ifTerminal());
    }
}
