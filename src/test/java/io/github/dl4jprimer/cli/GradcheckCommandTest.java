package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.GradientChecks;
import io.github.dl4jprimer.course.NetworkCheck;
import io.github.dl4jprimer.gradientcheck.GradientReport;
import io.github.dl4jprimer.gradientcheck.ParameterCheck;
import io.github.dl4jprimer.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradcheckCommandTest {
    private static final ParameterCheck RIGHT =
            new ParameterCheck("1_W", new long[] {4, 3}, 12, new long[] {0, 2}, 0.5, 0.5, 1e-9);
    private static final ParameterCheck WRONG =
            new ParameterCheck("0_W", new long[] {8, 4}, 20, new long[] {7, 1}, 0.3, 0.2, 0.33);
    private static final ParameterCheck SILENT =
            new ParameterCheck("0_b", new long[] {4}, 4, new long[] {0}, 0, 0, 0);

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        return Primer.run(new PrintWriter(out), new PrintWriter(error), arguments);
    }

    private static NetworkCheck network(ParameterCheck... blocks) {
        return new NetworkCheck(
                "adam-seed1",
                3,
                "0 DenseLayer 8→4",
                true,
                new GradientReport(List.of(blocks), 1e-5));
    }

    private static String pages(Language language, NetworkCheck network) {
        var out = new StringWriter();
        var pages = new GradientPages(new PrintWriter(out), language);
        pages.method("w9-x", GradientChecks.usual(1));
        pages.network(network);
        pages.verdict(List.of(network));
        return out.toString().replaceAll("\\s+", " ");
    }

    @Test
    void theBlocksOfAnExperimentAreTabulated() {
        assertEquals(0, run("gradcheck", "w1-softmax-regression"), error.toString());
        for (var part : List.of("softmax-regression-seed-1", "0_W", "0_b", "4→3", "1e-05")) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
        assertFalse(out.toString().contains("✗"), out.toString());
    }

    @Test
    void aPlantedMistakeIsFoundAndMakesItFail() {
        assertEquals(1, run("gradcheck", "w3-dropout", "--mistake", "--seed", "2"));
        var rows = out.toString().lines().filter(line -> line.matches("[01]_[Wb] .*")).toList();
        assertEquals(4, rows.size(), out.toString());
        assertTrue(rows.get(0).contains("✗") && rows.get(1).contains("✗"), out.toString());
        assertTrue(rows.get(2).contains("✓") && rows.get(3).contains("✓"), out.toString());
    }

    @Test
    void aMistakeThatCannotBePlantedIsOwnedUpTo() {
        assertEquals(0, run("gradcheck", "w1-linear-regression", "--mistake"), error.toString());
        var last = out.toString().lines().toList();
        assertTrue(last.get(last.size() - 1).matches(".*(没有隐藏层|hidden layers).*"), last.toString());
    }

    @Test
    void anExperimentWithoutANetworkSaysSoInOneLineAndIsNoMistake() {
        assertEquals(0, run("gradcheck", "w1-neuron-votes"));
        assertEquals(1, out.toString().strip().lines().count(), out.toString());
        for (var part : List.of("w1-neuron-votes", "w1-same-network", "w1-gradient-check")) {
            assertTrue(out.toString().contains(part), out.toString());
        }
        assertEquals("", error.toString());
    }

    @Test
    void anUnknownExperimentIsAnsweredInOneLine() {
        assertEquals(2, run("gradcheck", "w9-magic"));
        assertEquals(
                "experiment must be one of those that 'primer experiments' lists, got w9-magic.",
                error.toString().strip());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWorstBlockIsNamedInBothLanguages(Language language) {
        var text = pages(language, network(WRONG, SILENT, RIGHT));
        assertTrue(text.contains(language.choose("有错：", "Wrong: ")), text);
        assertTrue(text.contains(language.choose("埋入的错误", "planted mistake")), text);
        assertTrue(text.contains("0_W 32 20 0_W[7, 1] 0.300000 0.200000 0.33 ✗"), text);
        assertTrue(text.contains(language.choose("○ 全为零", "○ all zero")), text);
        assertTrue(text.contains("1_W 12 12 1_W[0, 2]"), text);
        var right = pages(language, network(RIGHT));
        assertTrue(right.contains(language.choose("全部正确：", "All right: ")), right);
    }

    @Test
    void bothLanguagesTellTheSameNumbers() {
        for (var network : List.of(network(WRONG, RIGHT), network(RIGHT))) {
            var chinese = numbers(pages(Language.ZH, network));
            assertEquals(chinese, numbers(pages(Language.EN, network)));
            assertTrue(chinese.size() > 15, chinese.toString());
        }
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("[0-9][0-9.e-]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> number.replaceAll("[.]$", ""))
                .toList();
    }
}
