package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CheckRunTest {
    private static CheckRun run;

    @BeforeAll
    static void prepare() {
        NativeRuntime.prepare();
        run = new CheckRun();
    }

    private static Verdict of(String body) {
        return run.run(ExampleExercise.job(body));
    }

    @Test
    void aRightAnswerIsSolved() {
        var verdict = of("return 0.5 * x;");
        assertTrue(verdict.solved(), verdict.toString());
        assertEquals(
                List.of("zeroIsItsOwnHalf", "aNumberIsHalved"),
                verdict.results().stream().map(Verdict.CheckResult::name).toList());
    }

    @Test
    void aWrongAnswerNamesTheMistakeAndCountsWhatPassed() {
        var verdict = of("return 2 * x;");
        assertEquals(Verdict.Outcome.WRONG, verdict.outcome());
        assertEquals(1, verdict.passed());
        assertEquals(
                new Mismatch(Mismatch.Kind.VALUE, "Half.of(3)", "1.5", "6", "doubled", 0),
                verdict.mismatch().orElseThrow());
    }

    @Test
    void whatIsNotWrittenIsTodo() {
        var verdict =
                run.run(
                        ExampleExercise.job(
                                "throw new UnsupportedOperationException(\"TODO w3-half\");"));
        assertEquals(Verdict.Outcome.TODO, verdict.outcome());
        assertEquals(0, verdict.passed());
    }

    @Test
    void partOfItWrittenIsTodoWithWhatPasses() {
        var verdict =
                of(
                        "if (x == 0) return 0; throw new UnsupportedOperationException(\"TODO"
                                + " w3-half\");");
        assertEquals(Verdict.Outcome.TODO, verdict.outcome());
        assertEquals(1, verdict.passed());
    }

    @Test
    void aTodoOfAnotherKindIsAnError() {
        var verdict = of("throw new UnsupportedOperationException(\"TODO w3-other\");");
        assertEquals(Verdict.Outcome.WRONG, verdict.outcome());
    }

    @Test
    void anErrorComesWithTheLearnersLine() {
        var mismatch = of("return new double[] {1}[(int) x + 1];").mismatch();
        assertEquals(8, mismatch.orElseThrow().line());
        assertEquals(Mismatch.Kind.THROWN, mismatch.orElseThrow().kind());
    }

    @Test
    void aCompileErrorComesWithItsPlace() {
        var verdict = of("return y;");
        assertEquals(Verdict.Outcome.COMPILE_ERROR, verdict.outcome());
        var problem = verdict.problem();
        assertEquals(8, problem.line());
        assertEquals(16, problem.column());
        assertEquals("        return y;", problem.source());
        assertTrue(problem.text().startsWith("cannot find symbol"), problem.text());
    }

    @Test
    void aTabIsOneCharacter() {
        var problem = of("\treturn\ty;").problem();
        assertEquals(17, problem.column());
        assertEquals('y', problem.source().charAt(problem.column() - 1));
    }

    @Test
    void theCompilerSpeaksTheLearnersLanguage() {
        var job =
                Job.of(
                        ExampleExercise.exercise(),
                        ExampleExercise.source("return y;"),
                        ExampleExercise.CHECK,
                        Language.ZH);
        assertTrue(run.run(job).problem().text().startsWith("找不到符号"));
    }

    @Test
    void anEmptyFileAndAnotherNameAreCompileErrorsOfTheirKind() {
        var exercise = ExampleExercise.exercise();
        for (var source :
                List.of("", ExampleExercise.skeleton().replace("double of(", "double off("))) {
            var verdict = run.run(Job.of(exercise, source, ExampleExercise.CHECK, Language.EN));
            assertEquals(Verdict.Outcome.SIGNATURE, verdict.outcome(), verdict.toString());
        }
        var renamed = ExampleExercise.skeleton().replace("Half", "Quarter");
        assertEquals(
                Verdict.Outcome.COMPILE_ERROR,
                run.run(Job.of(exercise, renamed, ExampleExercise.CHECK, Language.EN)).outcome());
    }

    @Test
    void whatAnEarlierVersionLeftBehindIsForgotten() {
        var counting =
                "return COUNT[0]++ == 0 ? x / 2 : x / 2; } static final int[] COUNT = {0}; static"
                        + " {";
        assertTrue(of(counting).solved());
        var strict =
                "if (COUNT[0]++ > 1) return 7; return x / 2; } static final int[] COUNT = {0};"
                        + " static {";
        assertTrue(of(strict).solved());
        assertTrue(of(strict).solved());
    }
}
