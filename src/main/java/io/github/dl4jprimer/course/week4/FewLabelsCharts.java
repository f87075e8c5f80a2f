package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.week4.FewLabels.Amount;
import io.github.dl4jprimer.course.week4.FewLabels.Kind;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What few labels came to: a table, accuracy by number of labels, and the curves of the tuning. */
final class FewLabelsCharts {
    private FewLabelsCharts() {}

    /** Leaves all of it in the lab. */
    static void leaveIn(Lab lab, List<Amount> amounts) {
        tabulate(lab, amounts);
        drawAccuracy(lab, amounts);
        drawTuning(lab, amounts.get(0));
    }

    private static void tabulate(Lab lab, List<Amount> amounts) {
        var table =
                TextTable.of(
                        lab.say("每类标注", "labels a class"),
                        lab.say("从零训练", "from scratch"),
                        lab.say("预训练之后微调", "pre-trained"),
                        lab.say("提高", "gain"));
        for (var amount : amounts) {
            var scratch = amount.scratch().accuracy();
            var pretrained = amount.pretrained().accuracy();
            table.row(amount.labels(), scratch, pretrained, amount.gain());
            lab.figure("accuracy.scratch." + amount.labels(), scratch.mean());
            lab.figure("accuracy.pretrained." + amount.labels(), pretrained.mean());
        }
        lab.table(
                lab.say(
                                "没见过的说法上的准确率，%d 个种子（均值 ± 标准差）",
                                "Accuracy on unseen phrasings, %d seeds (mean ± std)")
                        .formatted(lab.settings().integer("seeds")),
                table);
    }

    private static void drawAccuracy(Lab lab, List<Amount> amounts) {
        var title =
                lab.say(
                        "没见过的说法：标注越多，预训练越不要紧？",
                        "Unseen phrasings: the more labels, the less reading matters?");
        double[] labels = amounts.stream().mapToDouble(Amount::labels).toArray();
        var chart =
                new LineChart(title)
                        .x(lab.say("每类标注条数", "labels of each class"))
                        .y(lab.say("测试准确率", "test accuracy"))
                        .logX()
                        .band(pretrained(lab), labels, band(amounts, Amount::pretrained))
                        .band(scratch(lab), labels, band(amounts, Amount::scratch))
                        .note(spread(lab));
        lab.chart("accuracy", title, chart);
    }

    private static void drawTuning(Lab lab, Amount fewest) {
        var title =
                lab.say("每类 %d 条标注：微调的过程", "Fine-tuning on %d labels a class")
                        .formatted(fewest.labels());
        var chart =
                new LineChart(title).x(lab.say("轮次", "epoch")).y(lab.say("验证准确率", "dev accuracy"));
        curve(chart, pretrained(lab), fewest.pretrained());
        curve(chart, scratch(lab), fewest.scratch());
        lab.chart("tuning", title, chart.note(spread(lab)));
    }

    private static void curve(LineChart chart, String name, Kind kind) {
        var runs = kind.runs();
        chart.band(name, runs.epochs(), runs.band(epoch -> epoch.score("accuracy")));
    }

    private static String pretrained(Lab lab) {
        return lab.say("预训练之后微调", "pre-trained");
    }

    private static String scratch(Lab lab) {
        return lab.say("从零训练", "from scratch");
    }

    private static String spread(Lab lab) {
        return lab.say(
                        "线：%d 个种子的均值；浅色带：±1 个标准差",
                        "line: mean of %d seeds; band: ±1 standard deviation")
                .formatted(lab.settings().integer("seeds"));
    }

    /** One curve a seed becomes a mean with spread. */
    private static Band band(List<Amount> amounts, Function<Amount, Kind> kind) {
        int seeds = kind.apply(amounts.get(0)).accuracies().length;
        return Band.standardDeviation(
                IntStream.range(0, seeds)
                        .mapToObj(
                                seed ->
                                        amounts.stream()
                                                .mapToDouble(
                                                        one -> kind.apply(one).accuracies()[seed])
                                                .toArray())
                        .toArray(double[][]::new));
    }
}
