package io.github.dl4jprimer.report;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.MetricsLog;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several runs in one chart and one table.
 *
 * <p>The chart shows over epochs the loss that decides which model of a run is kept: on the
 * validation data, or on the training data where there are none. Runs may differ in length and in
 * what they measure. Compare runs that differ in one setting, and in several seeds: a difference
 * smaller than that between seeds says nothing.
 *
 * <pre>{@code
 * var comparison = CompareReport.of(runs, Language.current());
 * comparison.table().text();            // for the terminal
 * comparison.save(Path.of("compare.html"));
 * }</pre>
 */
public final class CompareReport {
    private final List<Entry> runs;
    private final Language language;

    private CompareReport(List<Entry> runs, Language language) {
        this.runs = runs;
        this.language = language;
    }

    private record Entry(RunFile file, List<EpochMetrics> epochs) {}

    /**
     * Reads the runs.
     *
     * @param folders one a run, at least one
     * @throws BadInput if there are none, or a folder holds no run
     */
    public static CompareReport of(List<Path> folders, Language language) {
        if (folders.isEmpty()) {
            throw new BadInput("runs must be at least one, got none. Name the runs to compare.");
        }
        List<Entry> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(new Entry(RunFile.read(folder), MetricsLog.read(folder).epochs()));
        }
        return new CompareReport(runs, language);
    }

    /**
     * One row a run: seed, epochs, outcome and every final measurement; one that a run lacks or
     * that was not finite is "n/a".
     */
    public TextTable table() {
        Set<String> metrics = new LinkedHashSet<>();
        runs.forEach(run -> metrics.addAll(run.file().results().keySet()));
        List<String> head =
                new ArrayList<>(
                        List.of(
                                say("运行", "run"),
                                say("种子", "seed"),
                                say("轮次", "epochs"),
                                say("结果", "outcome")));
        head.addAll(metrics);
        var table = TextTable.of(head);
        for (Entry run : runs) {
            List<Object> cells = new ArrayList<>();
            cells.add(run.file().name());
            cells.add(run.file().text("seed"));
            cells.add(run.epochs().size());
            cells.add(run.file().outcome());
            metrics.forEach(name -> cells.add(run.file().results().getOrDefault(name, Double.NaN)));
            table.row(cells.toArray());
        }
        return table;
    }

    /** The loss each run is judged by, over its epochs. */
    public Chart lossChart() {
        var chart = new LineChart(say("损失的比较", "Losses compared"));
        chart.x(say("轮次", "epoch")).y(say("数据损失（每样本）", "data loss per example"));
        chart.note(
                say(
                        "验证损失；没有验证数据时为训练损失",
                        "validation loss, or training loss without validation data"));
        for (Entry run : runs) {
            if (!run.epochs().isEmpty()) {
                chart.line(
                        run.file().name(),
                        run.epochs().stream().mapToDouble(EpochMetrics::epoch).toArray(),
                        run.epochs().stream().mapToDouble(EpochMetrics::monitoredLoss).toArray());
            }
        }
        return chart;
    }

    /**
     * Writes chart and table as one HTML file; without an epoch in any run the table alone.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path html) {
        var report = HtmlReport.of(say("运行的比较", "Runs compared"), language);
        if (runs.stream().anyMatch(run -> !run.epochs().isEmpty())) {
            report.chart(lossChart(), say("每轮之后的损失", "Loss after each epoch"));
        }
        report.table(say("最终评估", "Final evaluation"), table()).save(html);
    }

    private String say(String chinese, String english) {
        return language.choose(chinese, english);
    }
}
