package io.github.dl4jprimer.course;

import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.report.ConfusionChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier gets right and wrong, class by class.
 *
 * <pre>P = TP / (TP + FP),   R = TP / (TP + FN),   F1 = 2 P R / (P + R)</pre>
 *
 * <p>The mean of classes counts each class once, however many examples it has; accuracy counts each
 * example once. On unbalanced data the two part, and the class with the lowest F1 says where.
 *
 * @param key names its figures and chart
 * @param name of the data, for captions
 * @param labels class names in index order
 * @param result measured on the test set
 */
public record ClassReport(String key, String name, List<String> labels, EvaluationResult result) {
    /** Leaves the table of the classes, the confusion matrix and the figures. */
    public void leaveIn(Lab lab) {
        tabulate(lab);
        draw(lab);
        result.scores().forEach((score, value) -> lab.figure(key + "." + score, value));
    }

    /** Returns the index of the class with the lowest F1. */
    public int weakest() {
        return IntStream.range(0, labels.size())
                .boxed()
                .min(Comparator.comparingDouble(confusion()::f1))
                .orElseThrow();
    }

    /** Returns how often the predictions were measured to be right, in [0, 1]. */
    public double accuracy() {
        return result.score("accuracy");
    }

    private ConfusionMatrix confusion() {
        return result.confusion();
    }

    private void tabulate(Lab lab) {
        var table =
                TextTable.of(
                        lab.say("类别", "class"),
                        lab.say("条数", "count"),
                        lab.say("精确率 P", "precision P"),
                        lab.say("召回率 R", "recall R"),
                        "F1");
        for (int c = 0; c < labels.size(); c++) {
            table.row(
                    labels.get(c),
                    Arrays.stream(confusion().counts()[c]).sum(),
                    confusion().precision(c),
                    confusion().recall(c),
                    confusion().f1(c));
        }
        table.row(
                lab.say("各类平均", "mean of classes"),
                confusion().total(),
                confusion().macroPrecision(),
                confusion().macroRecall(),
                confusion().macroF1());
        lab.table(
                lab.say("%s，测试集：准确率 %.4f", "%s, test set: accuracy %.4f")
                        .formatted(name, accuracy()),
                table);
    }

    private void draw(Lab lab) {
        var title = lab.say("混淆矩阵：", "Confusion matrix: ") + name;
        var chart = ConfusionChart.of(lab.language(), title, labels, confusion().counts());
        lab.chart("confusion-" + key, title, chart);
    }
}
