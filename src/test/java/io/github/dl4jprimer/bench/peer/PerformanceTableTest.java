package io.github.dl4jprimer.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerformanceTableTest {
    @Test
    void aRowHasOurTimeAndItsRatioToEachPeer() {
        var results = new PeerResults(MadeUpResults.facts());
        var script = new Entrant(Contender.TORCH_SCRIPT, false);
        results.add(PeerCase.MLP_16, Entrant.PRIMER, MadeUpResults.measured(0.2, 30));
        results.add(PeerCase.MLP_16, script, MadeUpResults.measured(0.4, 20));
        results.add(PeerCase.MLP_16, Entrant.PRIMER, MadeUpResults.measured(0.3, 10));
        results.add(PeerCase.MLP_16, script, MadeUpResults.measured(0.4, 20));
        assertEquals(
                """
                Measured on P, 2 threads, at most 300 GFLOP/s in matrix products and 40 GB/s of memory; 2 rounds; 2026-01-02.

                With the same threads, waiting policy and OpenBLAS kernels for all:

                | network | batch | what | target | dl4j-primer (ms) | over PyTorch 2.7.1, TorchScript |
                | --- | --- | --- | --- | --- | --- |
                | MLP 4-16-16-3 | 32 | train | ≤ 0.80 | 0.250 | 0.63 (0.50–0.75) |
                | MLP 4-16-16-3 | 32 | infer | ≤ 1.00 | 20.0 | 1.00 (0.50–1.50) |
                """,
                PerformanceTable.markdown(results, Language.EN));
    }

    @Test
    void whoDidNotTakePartInACaseHasADash() {
        var results = new PeerResults(MadeUpResults.facts());
        results.add(PeerCase.MLP_16, Entrant.PRIMER, MadeUpResults.measured(1, 1));
        results.add(PeerCase.MLP_256, Entrant.PRIMER, MadeUpResults.measured(1, 1));
        results.add(
                PeerCase.MLP_256, new Entrant(Contender.DL4J, true), MadeUpResults.measured(4, 4));
        var lines = PerformanceTable.markdown(results, Language.ZH).lines().toList();
        assertEquals("测量于 P，2 个线程，矩阵乘法最快 300 GFLOP/s，内存 40 GB/s；2 轮；2026-01-02。", lines.get(0));
        assertEquals("各程序使用自己的默认设置：", lines.get(2));
        assertEquals(
                "| MLP 784-256-256-10 | 128 | 训练 | ≤ 0.90 | 1.00 | 0.25 (0.25–0.25) |",
                lines.get(6));
        assertEquals("| MLP 4-16-16-3 | 32 | 推理 | ≤ 1.00 | 1.00 | – |", lines.get(9));
    }

    @Test
    void millisecondsHaveThreeDigits() {
        assertEquals("0.131", PerformanceTable.milliseconds(0.1312));
        assertEquals("4.72", PerformanceTable.milliseconds(4.7249));
        assertEquals("12.3", PerformanceTable.milliseconds(12.34));
        assertEquals("1235", PerformanceTable.milliseconds(1234.6));
    }

    @Test
    void theFormIsTheLinesWithoutWhatWasMeasured() {
        assertEquals(
                List.of("Measured on", "| a | ≤ 0.60 | # | # | # |"),
                PerformanceTable.form(
                        List.of(
                                "Measured on X, 2 threads",
                                "| a | ≤ 0.60 | 12.3 | 0.58 (0.55–0.61) | 1.20 (1.00–2.00) |")));
        assertNotEquals(
                PerformanceTable.form(List.of("| a | ≤ 0.60 | 1 | 0.58 (0.55–0.61) |")),
                PerformanceTable.form(List.of("| a | ≤ 0.70 | 1 | 0.58 (0.55–0.61) |")));
    }

    /** Before the first full run on a quiet machine there is nothing between the marks. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theReadmeHasTheFormThatTheBenchmarkWrites(Language language) throws IOException {
        var name = language == Language.ZH ? "README.zh-CN.md" : "README.md";
        var lines = Files.readAllLines(Path.of(name));
        int begin = lines.indexOf(PerformanceTable.BEGIN);
        int end = lines.indexOf(PerformanceTable.END);
        assertFalse(begin < 0 || end < begin, name + " has the marks");
        var stated = lines.subList(begin + 1, end);
        if (!stated.isEmpty()) {
            var expected = PerformanceTable.markdown(MadeUpResults.all(), language);
            assertEquals(
                    PerformanceTable.form(expected.lines().toList()),
                    PerformanceTable.form(stated),
                    "copy target/" + name.replace("README", "performance"));
        }
    }
}
