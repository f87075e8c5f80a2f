package io.github.dl4jprimer.notebook.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CellShellTest {
    /** How cells and tests, which share one JVM, share objects. */
    private static final String SHARED = "CellShellTest.shared";

    private static CellShell shell;

    @BeforeAll
    static void open() {
        shell = new CellShell(Language.EN);
    }

    @AfterAll
    static void close() {
        shell.close();
        System.getProperties().remove(SHARED);
    }

    private static Object value(String source) {
        return shell.evaluate(1, source);
    }

    @Test
    void theValueOfACellIsThatOfItsLastSnippet() {
        assertEquals(7, value("int a = 3;\nint b = 4;\na + b"));
        assertEquals("磁盘", value("\"磁\" + '盘'"));
        assertEquals(2, value("List.of(1, 2).size() // 两个"));
    }

    @Test
    void aVariableAndACallHaveTheirValuesToo() {
        assertEquals(List.of(5), value("var five = List.of(5);\nfive"));
        assertEquals(List.of(5), value("five.subList(0, 1)"));
    }

    @Test
    void theValueIsTheObjectItselfAndNotItsText() {
        var shared = new Object();
        System.getProperties().put(SHARED, shared);
        assertSame(shared, value("System.getProperties().get(\"" + SHARED + "\")"));
    }

    @Test
    void statementsDeclarationsAndNullHaveNoValue() {
        assertNull(value("int c = 3;"));
        assertNull(value("c;"));
        assertNull(value("c = 4"));
        assertNull(value("int twice(int n) { return 2 * n; }"));
        assertNull(value("Object nothing = null;\nnothing"));
    }

    @Test
    void aCellMayEndInAnyStatement() {
        value("int n = 0;\nif (n == 0) n = 1;");
        value("for (int i = 0; i < 3; i++) n += i;\nif (n > 9) { n = 0; } else { n++; }");
        assertEquals(5, value("n"));
        assertNull(value("if (n > 9) { n = 0; }"));
        assertNull(value("try { n = 6; } finally { n++; }"));
    }

    @Test
    void anEmptyCellAndACommentHaveNoValue() {
        assertNull(value(""));
        assertNull(value(" \n\t\n"));
        assertNull(value("// 只有注释"));
    }

    @Test
    void whatOneCellDeclaresTheNextOnesKnow() {
        value("record Alarm(String 文本, int level) {}\nvar alarm = new Alarm(\"磁盘已满\", 2);");
        assertEquals("磁盘已满", value("alarm.文本()"));
        assertEquals("Alarm", value("alarm").getClass().getSimpleName());
    }

    @Test
    void aMethodMayUseWhatComesLaterInItsCell() {
        assertEquals(
                9, value("int first() { return second(); }\nint second() { return 9; }\nfirst()"));
    }

    @Test
    void aCellStopsAtTheFirstSnippetThatFails() {
        value("int reached = 1;");
        assertThrows(CellError.class, () -> value("reached = 2;\nint x = 1 / 0;\nreached = 3;"));
        assertEquals(2, value("reached"));
    }

    @Test
    void cellsSeeTheProjectAndItsLoadedNd4j() {
        assertEquals(6L, value("org.nd4j.linalg.factory.Nd4j.ones(2, 3).length()"));
    }

    @Test
    void assertionsAreOnInsideCells() {
        var error = assertThrows(CellError.class, () -> value("assert 1 > 2 : \"not so\";"));
        assertEquals("AssertionError: not so", error.getMessage());
    }

    @Test
    @Timeout(60)
    void aBusyLoopIsInterruptedAndTheSessionGoesOn() throws InterruptedException {
        value("int kept = 11;");
        assertEquals(
                "the cell was interrupted", interrupted("while (true) { Thread.onSpinWait(); }"));
        assertEquals(11, value("kept"));
    }

    @Test
    @Timeout(60)
    void aSleepIsInterrupted() throws InterruptedException {
        assertEquals("the cell was interrupted", interrupted("Thread.sleep(1_000_000);"));
    }

    @Test
    @Timeout(60)
    void whatFollowsAnInterruptedSnippetIsNotRun() throws InterruptedException {
        value("int after = 0;");
        interrupted("Thread.sleep(1_000_000); }\n{ after = 1;");
        assertEquals(0, value("after"));
    }

    /** Interrupts a snippet once it runs, and returns what the cell says. */
    private static String interrupted(String snippet) throws InterruptedException {
        var begun = new CountDownLatch(1);
        System.getProperties().put(SHARED, begun);
        var signal =
                "((CountDownLatch) System.getProperties().get(\"%s\")).countDown();"
                        .formatted(SHARED);
        var interrupter =
                new Thread(
                        () -> {
                            try {
                                begun.await(30, TimeUnit.SECONDS);
                                shell.interrupt();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        interrupter.start();
        var error =
                assertThrows(CellError.class, () -> value("{ " + signal + " " + snippet + " }"));
        interrupter.join();
        return error.getMessage();
    }

    @Test
    void anInterruptOfNothingHarmsNothing() {
        shell.interrupt();
        assertEquals(3, value("1 + 2"));
    }

    @Test
    void sessionsKnowNothingOfEachOther() {
        value("int own = 1;");
        try (var other = new CellShell(Language.ZH)) {
            assertThrows(CellError.class, () -> other.evaluate(1, "own"));
        }
    }
}
