package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.bench.Ceiling;
import io.github.dl4jprimer.bench.Spread;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The report on how cost grows: what the machine can do, then for each axis a table of times and
 * one of memory, each beside what {@link TransformerCost} says, and the two charts.
 *
 * <p>Nothing is fitted: a ratio is the measured median over theory's number.
 */
final class GrowthTable {
    private final GrowthResults results;
    private final Language language;

    private GrowthTable(GrowthResults results, Language language) {
        this.results = results;
        this.language = language;
    }

    /** Returns the report in Markdown, ending in a line break. */
    static String markdown(GrowthResults results, Language language) {
        return new GrowthTable(results, language).report();
    }

    /**
     * Returns where an axis' chart lies beside the report, for example {@code
     * growth/batch-time.png}.
     */
    static String chart(GrowthAxis axis, String kind, Language language) {
        return "growth/%s-%s%s.png"
                .formatted(axis.key(), kind, language == Language.ZH ? ".zh-CN" : "");
    }

    private String report() {
        var parts = new ArrayList<String>();
        parts.add(language.choose("# 开销如何增长", "# How cost grows"));
        parts.add(facts());
        results.threads().forEach(threads -> parts.add(ceiling(threads)));
        parts.add(theory());
        for (var axis : results.axes()) {
            parts.add("## " + axis.title(language));
            parts.add(times(axis).markdown().strip());
            if (results.points(axis).size() > 1) {
                parts.add(growth(axis));
            }
            parts.add(picture(axis, "time"));
            parts.add(memory(axis).markdown().strip());
            parts.add(picture(axis, "memory"));
        }
        return String.join("\n\n", parts) + "\n";
    }

    private String facts() {
        var facts = results.facts();
        return language.choose(
                        "测量于 %s；轮数：%s；%s。不变的尺寸：%s。",
                        "Measured on %s; rounds: %s; %s. Sizes that stay: %s.")
                .formatted(facts.get("processor"), facts.get("rounds"), facts.get("date"), sizes());
    }

    private static String sizes() {
        var base = GrowthPoint.base(1);
        return "B=%d T=%d D=%d H=%d L=%d V=%d"
                .formatted(
                        base.batch(),
                        base.length(),
                        base.width(),
                        base.heads(),
                        base.layers(),
                        base.vocabulary());
    }

    private String ceiling(int threads) {
        return language.choose(
                        "%d 个线程的上限：矩阵乘法 %s GFLOP/s，内存 %s GB/s。",
                        "Ceiling with threads=%d: matrix product %s GFLOP/s, memory %s GB/s.")
                .formatted(
                        threads,
                        results.ceiling(threads, Ceiling::gigaflops).text(),
                        results.ceiling(threads, Ceiling::gigabytes).text());
    }

    private String theory() {
        return language.choose(
                "理论时间 = 浮点运算量 / 矩阵乘法上限 + 优化器读写的字节数 / 内存上限，不做任何拟合；比值 = 实测中位数 / 理论值。"
                        + "内存是建网络之后增加的部分，理论值是参数、梯度、两个矩和激活；DL4J 占用更多，"
                        + "因为它在第一遍计算时才得知工作区该有多大，那一遍的数组都放在工作区之外。",
                "Theory's time = floating-point operations / product ceiling + bytes that the"
                        + " optimizer reads and writes / memory ceiling, with nothing fitted; a"
                        + " ratio is the measured median over theory. Memory is what was added"
                        + " since the network was made, in theory parameters, gradients, two"
                        + " moments and activations; DL4J takes more, since it learns in the first"
                        + " pass how large its workspaces must be, and puts that pass's arrays"
                        + " outside them.");
    }

    private TextTable times(GrowthAxis axis) {
        var head = new ArrayList<>(List.of(axis.title(language)));
        for (var step : GrowthStep.values()) {
            head.add(step.title(language) + " (ms)");
            head.add(language.choose("理论 (ms)", "theory (ms)"));
            head.add(language.choose("比值", "ratio"));
        }
        head.add(language.choose("训练词元/s", "train tokens/s"));
        head.add(language.choose("训练占上限", "train of the ceiling"));
        var table = TextTable.of(head);
        for (var point : results.points(axis)) {
            table.row(timeRow(axis, point));
        }
        return table;
    }

    private Object[] timeRow(GrowthAxis axis, GrowthPoint point) {
        var ceiling = results.ceiling(point);
        var cost = new TransformerCost(point);
        var row = new ArrayList<Object>(List.of(axis.size(point)));
        for (var step : GrowthStep.values()) {
            add(row, times(axis, point, step), cost.milliseconds(ceiling, step));
        }
        double train = times(axis, point, GrowthStep.TRAIN).median();
        row.add(Math.round(1e3 * point.tokens() / train));
        row.add(Numbers.percent(ceiling.share(cost.flops(GrowthStep.TRAIN), train)));
        return row.toArray();
    }

    private TextTable memory(GrowthAxis axis) {
        var head = new ArrayList<>(List.of(axis.title(language)));
        for (var step : GrowthStep.values()) {
            head.add(step.title(language) + " (MB)");
            head.add(language.choose("理论 (MB)", "theory (MB)"));
            head.add(language.choose("比值", "ratio"));
        }
        head.add(language.choose("整个进程 (MB)", "whole process (MB)"));
        var table = TextTable.of(head);
        for (var point : results.points(axis)) {
            var row = new ArrayList<Object>(List.of(axis.size(point)));
            for (var step : GrowthStep.values()) {
                var added = results.measured(axis, point, one -> one.addedMegabytes(step));
                add(row, added, new TransformerCost(point).memoryBytes(step) / 1e6);
            }
            row.add(results.measured(axis, point, GrowthMeasured::peakMegabytes).text());
            table.row(row.toArray());
        }
        return table;
    }

    private static void add(List<Object> row, Spread measured, double theory) {
        row.add(measured.text());
        row.add(Spread.digits(theory));
        row.add(Spread.digits(measured.median() / theory));
    }

    /** Says how the last stretch of the curve rises, where constant costs matter least. */
    private String growth(GrowthAxis axis) {
        var points = results.points(axis);
        var before = points.get(points.size() - 2);
        var last = points.get(points.size() - 1);
        double measured =
                times(axis, last, GrowthStep.TRAIN).median()
                        / times(axis, before, GrowthStep.TRAIN).median();
        double theory = theoryMilliseconds(last) / theoryMilliseconds(before);
        return language.choose(
                        "从 %d 到 %d，训练一步的时间变为 %s 倍，理论上是 %s 倍。",
                        "From %d to %d a training step takes %s times as long, in theory %s times.")
                .formatted(
                        axis.size(before),
                        axis.size(last),
                        Spread.digits(measured),
                        Spread.digits(theory));
    }

    private double theoryMilliseconds(GrowthPoint point) {
        return new TransformerCost(point).milliseconds(results.ceiling(point), GrowthStep.TRAIN);
    }

    private Spread times(GrowthAxis axis, GrowthPoint point, GrowthStep step) {
        return results.measured(axis, point, one -> one.milliseconds(step));
    }

    private String picture(GrowthAxis axis, String kind) {
        var name =
                kind.equals("time")
                        ? language.choose("时间", "time")
                        : language.choose("内存", "memory");
        return "![%s: %s](%s)".formatted(axis.title(language), name, chart(axis, kind, language));
    }
}
