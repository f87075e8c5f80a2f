package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.exercise.Verdict.CheckResult;
import io.github.dl4jprimer.exercise.Verdict.Outcome;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class GradeTest {
    private static final CheckResult PASSED = new CheckResult("itHolds", false, null);
    private static final CheckResult WRONG =
            new CheckResult(
                    "itHoldsToo",
                    false,
                    new Mismatch(Mismatch.Kind.VALUE, "f(\"<&\u0001\")", "1", "2", "doubled", 0));
    private static final CheckResult TODO = new CheckResult("later", true, null);

    @TempDir private Path folder;

    private static Grade.Mark mark(Verdict verdict) {
        return new Grade.Mark(ExampleExercise.exercise(), verdict);
    }

    private static Grade grade() {
        return new Grade(
                List.of(
                        mark(Verdict.of(List.of(PASSED), "")),
                        mark(Verdict.of(List.of(PASSED, WRONG, TODO), "")),
                        mark(
                                Verdict.of(
                                        Outcome.COMPILE_ERROR,
                                        new Verdict.Problem(3, 1, "';' expected", "x"))),
                        mark(Verdict.of(Outcome.MISSING, null))));
    }

    @Test
    void itIsPassedOnlyIfAllIsSolved() {
        assertFalse(grade().passed());
        assertTrue(new Grade(List.of(mark(Verdict.of(List.of(PASSED), "")))).passed());
        assertFalse(new Grade(List.of(mark(Verdict.of(List.of(), "")))).passed());
    }

    @Test
    void theTableHasARowAnExerciseAndASumAWeek() {
        assertEquals(
                """
                week  exercise  outcome             checks passed
                ────  ────────  ──────────────────  ─────────────
                   3  w3-half   ✓ solved            1/1
                   3  w3-half   ✗ wrong             1/3
                   3  w3-half   ✗ does not compile  0/0
                   3  w3-half   ✗ file is gone      0/0
                   3  all       solved 1/4
                """,
                grade().table(Language.EN).replaceAll("(?m) +$", ""));
        assertTrue(grade().table(Language.ZH).contains("通过 1/4"));
    }

    @Test
    void theReportIsXmlWithATestCaseACheck()
            throws IOException, SAXException, ParserConfigurationException {
        var file = folder.resolve("sub").resolve("grade.xml");
        new GradeReport(grade()).write(file);
        new GradeReport(grade()).write(file);
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        var suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertEquals("week3", suite.getAttribute("name"));
        assertEquals("6", suite.getAttribute("tests"));
        assertEquals("4", suite.getAttribute("failures"));
        var cases = document.getElementsByTagName("testcase");
        assertEquals(6, cases.getLength());
        assertEquals("w3-half", ((Element) cases.item(0)).getAttribute("classname"));
        assertEquals("itHolds", ((Element) cases.item(0)).getAttribute("name"));
        var failures = new ArrayList<String>();
        var found = document.getElementsByTagName("failure");
        for (int i = 0; i < found.getLength(); i++) {
            var failure = (Element) found.item(i);
            failures.add(failure.getAttribute("type") + " " + failure.getAttribute("message"));
        }
        assertEquals(
                List.of(
                        "WRONG f(\"<&?\") must be 1, got 2 [doubled]",
                        "TODO TODO w3-half",
                        "COMPILE_ERROR line 3: ';' expected",
                        "MISSING "),
                failures);
    }
}
