package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.exercise.Verdict.Outcome;
import io.github.dl4jprimer.exercise.Verdict.Problem;
import io.github.dl4jprimer.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictPagesTest {
    private static final VerdictPages ENGLISH = new VerdictPages(Language.EN, 100);
    private static final VerdictPages CHINESE = new VerdictPages(Language.ZH, 100);

    private static String english(Verdict verdict) {
        return ENGLISH.page(ExampleExercise.exercise(), verdict);
    }

    private static String chinese(Verdict verdict) {
        return CHINESE.page(ExampleExercise.exercise(), verdict);
    }

    private static Verdict wrong(Mismatch mismatch) {
        return Verdict.of(
                List.of(
                        new Verdict.CheckResult("a", false, null),
                        new Verdict.CheckResult("b", false, mismatch)),
                "");
    }

    @Test
    void aMismatchIsToldWithTheMistakeItLooksLike() {
        var verdict =
                wrong(new Mismatch(Mismatch.Kind.VALUE, "Half.of(3)", "1.5", "6", "doubled", 0));
        assertEquals(
                """
                ✗ Not right yet: of 2 checks 1 pass.
                    Half.of(3)
                    expected 1.5
                    got      6
                    This looks like a usual mistake: it was doubled.
                """,
                english(verdict));
        assertEquals(
                """
                ✗ 还不对：2 项检查通过了 1 项。
                    Half.of(3)
                    应为 1.5
                    得到 6
                    这像是一个常见错误：乘成了两倍。
                """,
                chinese(verdict));
    }

    @Test
    void withoutAMistakeNoneIsNamed() {
        var verdict = wrong(new Mismatch(Mismatch.Kind.VALUE, "f", "1", "2", "", 0));
        assertFalse(english(verdict).contains("mistake"));
        assertTrue(english(verdict).endsWith("    got      2\n"));
    }

    @Test
    void aChangedArgumentIsExplainedInEveryExercise() {
        var verdict = wrong(new Mismatch(Mismatch.Kind.CHANGED, "x", "1", "2", "input-changed", 0));
        assertTrue(english(verdict).contains("the array x must be left as it was"));
        assertTrue(english(verdict).replaceAll("\\s+", " ").contains("dup() first"));
        assertTrue(chinese(verdict).contains("传入的数组 x 应保持不变"));
        assertTrue(chinese(verdict).replaceAll("\\s+", " ").contains("先 dup()"));
    }

    @Test
    void anErrorIsToldWithItsLine() {
        var verdict = wrong(new Mismatch(Mismatch.Kind.THROWN, "f", "", "Error: e", "", 12));
        assertTrue(english(verdict).contains("    f\n    threw Error: e (line 12)\n"));
        assertTrue(chinese(verdict).contains("    f\n    抛出 Error: e（第 12 行）\n"));
    }

    @Test
    void aCompileErrorPointsAtItsPlaceBesideWideCharacters() {
        var verdict =
                Verdict.of(
                        Outcome.COMPILE_ERROR,
                        new Problem(7, 11, "cannot find symbol\n  symbol: y", "\tf(\"磁盘\"); y"));
        assertEquals(
                """
                ✗ It does not compile (line 7)
                        f("磁盘"); y
                                   ^
                    cannot find symbol; symbol: y
                """,
                english(verdict));
        var nowhere = Verdict.of(Outcome.COMPILE_ERROR, new Problem(0, 0, "bad", ""));
        assertTrue(chinese(nowhere).startsWith("✗ 编译不过\n"), chinese(nowhere));
    }

    @Test
    void everyOutcomeIsToldInBothLanguages() {
        for (var outcome : Outcome.values()) {
            if (outcome == Outcome.WRONG) {
                continue;
            }
            var verdict = Verdict.of(outcome, new Problem(3, 1, "text", "while (true) {}"));
            assertTrue(english(verdict).matches("(?s)[✓✗○] [A-Z].*"), english(verdict));
            assertFalse(english(verdict).matches("(?s).*\\p{IsHan}.*"), english(verdict));
            assertTrue(chinese(verdict).matches("(?s)[✓✗○] .*\\p{IsHan}{2}.*"), chinese(verdict));
        }
    }

    @Test
    void whatStoppedSaysHowLongAndWhere() {
        var verdict = Verdict.of(Outcome.STOPPED, new Problem(3, 0, "10 s", "  while (true) {}"));
        assertTrue(
                english(verdict)
                        .startsWith(
                                """
                                ✗ Still running after 10 s, and stopped (line 3)
                                    while (true) {}
                                """));
    }

    @Test
    void whatIsHalfDoneIsNotCalledUntouched() {
        var none = Verdict.of(List.of(new Verdict.CheckResult("a", true, null)), "");
        assertTrue(english(none).startsWith("○ Not started."));
        var some =
                Verdict.of(
                        List.of(
                                new Verdict.CheckResult("a", true, null),
                                new Verdict.CheckResult("b", false, null)),
                        "");
        assertEquals(
                "○ Not finished: of 2 checks 1 pass, the others meet a TODO.\n", english(some));
        assertEquals("○ 还没写完：2 项检查通过了 1 项，其余还是 TODO。\n", chinese(some));
    }

    @Test
    void whatTheCodePrintedIsShown() {
        var verdict = Verdict.of(List.of(new Verdict.CheckResult("a", false, null)), "x = 1\n磁盘\n");
        assertEquals(
                "✓ Solved: all 1 checks pass.\nYour code printed:\n    x = 1\n    磁盘\n",
                english(verdict));
    }
}
