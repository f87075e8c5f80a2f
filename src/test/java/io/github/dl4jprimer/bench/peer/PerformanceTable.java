package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The READMEs' section on speed: what was measured on what, as one table under one environment for
 * all and one with everybody's own defaults, as far as there are results.
 *
 * <p>A ratio is our time over the other's, the median of the rounds with the smallest and the
 * largest.
 */
final class PerformanceTable {
    /** Between these lines the README has what this class writes. */
    static final String BEGIN = "<!-- performance: make bench writes target/performance*.md -->";

    /** The end of it. */
    static final String END = "<!-- /performance -->";

    private static final String NONE = "–";

    private final PeerResults results;
    private final Language language;

    private PerformanceTable(PeerResults results, Language language) {
        this.results = results;
        this.language = language;
    }

    /** Returns the section, ending in a line break. */
    static String markdown(PeerResults results, Language language) {
        return new PerformanceTable(results, language).section();
    }

    private String section() {
        var lines = new ArrayList<>(List.of(facts(), ""));
        add(
                lines,
                false,
                language.choose(
                        "线程数、等待策略、OpenBLAS 内核对所有程序相同：",
                        "With the same threads, waiting policy and OpenBLAS kernels for all:"));
        add(lines, true, language.choose("各程序使用自己的默认设置：", "With everybody's own defaults:"));
        return String.join("\n", lines);
    }

    private void add(List<String> lines, boolean ownDefaults, String title) {
        if (!results.entrants(ownDefaults).isEmpty()) {
            var table = table(ownDefaults).markdown().strip();
            lines.addAll(List.of(title, "", table, ""));
        }
    }

    private String facts() {
        var facts = results.facts();
        return language.choose(
                        "测量于 %s，%s 个线程，矩阵乘法最快 %s GFLOP/s，内存 %s GB/s；%s 轮；%s。",
                        "Measured on %s, %s threads, at most %s GFLOP/s in matrix products and"
                                + " %s GB/s of memory; %s rounds; %s.")
                .formatted(
                        facts.get("processor"),
                        facts.get("threads"),
                        facts.get("gigaflops"),
                        facts.get("gigabytes"),
                        facts.get("rounds"),
                        facts.get("date"));
    }

    private TextTable table(boolean ownDefaults) {
        var entrants = results.entrants(ownDefaults);
        var head =
                new ArrayList<>(
                        List.of(
                                language.choose("网络", "network"),
                                language.choose("批大小", "batch"),
                                language.choose("做什么", "what"),
                                language.choose("目标", "target"),
                                "dl4j-primer (ms)"));
        entrants.forEach(
                entrant -> head.add(language.choose("相对 ", "over ") + entrant.contender().title()));
        var table = TextTable.of(head);
        for (var size : results.cases()) {
            for (var mode : PeerCase.Mode.values()) {
                table.row(row(size, mode, entrants));
            }
        }
        return table;
    }

    private Object[] row(PeerCase size, PeerCase.Mode mode, List<Entrant> entrants) {
        var row = new ArrayList<Object>();
        row.add(size.title(language));
        row.add(String.valueOf(size.batch(mode)));
        row.add(mode.title(language));
        row.add(String.format(Locale.ROOT, "≤ %.2f", size.target(mode)));
        var ours = results.milliseconds(size, Entrant.PRIMER, mode);
        row.add(ours.map(PerformanceTable::milliseconds).orElse(NONE));
        for (var entrant : entrants) {
            row.add(results.ratio(size, entrant, mode).map(Ratio::text).orElse(NONE));
        }
        return row.toArray();
    }

    /** Returns three digits: 0.131, 4.72, 123. */
    static String milliseconds(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Returns lines without their figures: what has the same form is the same then. */
    static List<String> form(List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith("|") ? formOfRow(line) : line)
                .map(line -> line.replaceAll("^(测量于|Measured on) .*", "$1"))
                .toList();
    }

    private static String formOfRow(String line) {
        return line.replaceAll("[0-9.]+ \\([0-9.]+–[0-9.]+\\)", "#")
                .replaceAll("\\| ([0-9.]+|–) (?=\\| #)", "| # ");
    }
}
