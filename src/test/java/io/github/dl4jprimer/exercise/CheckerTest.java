package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.exercise.Verdict.Outcome;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner's code may do without harm; each test goes on with the same checker. */
@Tag("slow")
class CheckerTest {
    @TempDir private static Path root;
    private static ExerciseFolder folder;
    private static Checker checker;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(root.resolve("src/exercises/java"));
        Files.createDirectories(root.resolve("src/checks/java"));
        folder = new ExerciseFolder(root);
        var check = folder.check(ExampleExercise.exercise());
        Files.createDirectories(check.getParent());
        Files.writeString(check, ExampleExercise.CHECK);
        checker = new Checker(Duration.ofSeconds(4), Language.EN);
    }

    @AfterAll
    static void end() {
        checker.close();
    }

    private static Verdict of(String body) {
        return checker.check(folder, ExampleExercise.exercise(), ExampleExercise.source(body));
    }

    private static void assertStillWorks() {
        assertEquals(Outcome.SOLVED, of("return x / 2;").outcome());
    }

    @Test
    void aVerdictComesFromTheOtherProcess() {
        assertStillWorks();
        var mismatch = of("return 2 * x;").mismatch().orElseThrow();
        assertEquals("doubled", mismatch.mistake());
        assertEquals(Outcome.COMPILE_ERROR, of("return y;").outcome());
    }

    @Test
    void anEndlessLoopIsStoppedAndItsLineTold() {
        var verdict =
                of("while (x < 9) { try { Thread.sleep(1); } catch (Exception e) {} }\nreturn 0;");
        assertEquals(Outcome.STOPPED, verdict.outcome());
        assertEquals(8, verdict.problem().line());
        assertEquals("4 s", verdict.problem().text());
        assertTrue(verdict.problem().source().contains("while (x < 9)"));
        assertStillWorks();
    }

    @Test
    void exitEndsOnlyTheProcessOfTheChecks() {
        for (var exit : new String[] {"System.exit(3)", "Runtime.getRuntime().halt(3)"}) {
            var verdict = of(exit + "; return 0;");
            assertEquals(Outcome.ENDED, verdict.outcome());
            assertEquals("exit status 3", verdict.problem().text());
            assertStillWorks();
        }
    }

    @Test
    void memoryThatRunsOutIsTold() {
        var verdict = of("return new long[Integer.MAX_VALUE - 9].length;");
        assertEquals(Outcome.ENDED, verdict.outcome());
        assertTrue(verdict.problem().text().startsWith("java.lang.OutOfMemoryError"));
        assertStillWorks();
    }

    @Test
    void recursionWithoutAnEndIsAnError() {
        var mismatch = of("return of(x + 1);").mismatch().orElseThrow();
        assertEquals("StackOverflowError", mismatch.got());
        assertEquals(8, mismatch.line());
        assertStillWorks();
    }

    @Test
    void whatIsPrintedComesWithTheVerdictAndNoFartherThanOneReads() {
        var verdict =
                of("System.out.println(\"磁盘 \" + x); System.err.println(\"e\"); return x / 2;");
        assertEquals("磁盘 0.0\ne\n磁盘 3.0\ne\n", verdict.output());
        var much =
                of("for (int i = 0; i < 100000; i++) System.out.println(\"noise\"); return x / 2;");
        assertTrue(much.solved());
        assertEquals(2000, much.output().length());
    }

    @Test
    void anAnswerCannotBeForgedAndInputIsEmpty() {
        assertEquals(
                "-1\n-1\n",
                of("try { System.out.println(System.in.read()); } catch (Exception e) {} return x /"
                                + " 2;")
                        .output());
        var noise =
                "new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out))";
        assertEquals(Outcome.SOLVED, of(noise + ".print(\"@@{\"); return x / 2;").outcome());
    }

    @Test
    void aThreadLeftBehindIsEndedWithItsProcess() {
        assertTrue(of("new Thread(() -> { while (true) {} }).start(); return x / 2;").solved());
        assertStillWorks();
    }

    @Test
    void aMissingFileIsNoticed() {
        var verdict = checker.check(folder, ExampleExercise.exercise());
        assertEquals(Outcome.MISSING, verdict.outcome());
    }
}
