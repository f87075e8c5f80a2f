package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.loss.CrossEntropy;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Alarms of which every third class is rare, trained without and with class weights.
 *
 * <pre>w_c = N / (C * n_c)      L = sum_i w_(y_i) * l_i / sum_i w_(y_i)</pre>
 *
 * <p>Evaluated on as many test lines of each class, so that recall and precision of rare and common
 * classes compare. What to see: the rare classes' recall rises, their precision falls, and the
 * common classes lose a little recall.
 *
 * <p>The division by the sum of the weights keeps the loss a mean, so the learning rate need not
 * change with the weights. With ten times as many common lines a rare class weighs ten times as
 * much a line; all classes then have the same total weight, as if they were equally frequent.
 *
 * <p>Settings: {@code commonLines} 250 and {@code rareLines} 25 a class for training; {@code
 * epochs} 4, {@code seeds} 5, and the classifier's own. The test lines are balanced, so accuracy
 * over them would be a mean of recalls; on an unbalanced stream the common classes would dominate
 * it.
 *
 * <p>Change this: {@code --set rareLines=250} and all weights are 1, so that there is nothing to
 * compare; {@code --set rareLines=5} and see how much a weight can do for five lines.
 */
final class ClassWeights implements CourseExperiment {
    private static final int TEST_LINES = 100;
    private static final int RARE_EVERY = 3;

    @Override
    public String id() {
        return "w2-class-weights";
    }

    @Override
    public Settings settings() {
        return AlarmClassifier.defaults(Settings.none(), 4, 5)
                .with("commonLines", 250, 1, 1220)
                .with("rareLines", 25, 1, 1220);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("epochs", "1")
                .changed("seeds", "2")
                .changed("commonLines", "40")
                .changed("features", "400");
    }

    @Override
    public void run(Lab lab) {
        var alarms = AlarmClassifier.of(lab, perClass(lab), TEST_LINES);
        var plain = train(lab, alarms, lab.say("不加权", "without"), CrossEntropy.plain());
        var weighted =
                train(
                        lab,
                        alarms,
                        lab.say("加权", "weighted"),
                        CrossEntropy.plain().withClassWeights(weights(perClass(lab))));
        tabulate(lab, alarms, plain, weighted);
        draw(lab, plain, weighted);
        claim(lab, plain, weighted);
    }

    /** Returns how many training lines each of the classes has: every third one is rare. */
    private static List<Integer> perClass(Lab lab) {
        int common = lab.settings().integer("commonLines");
        int rare = lab.settings().integer("rareLines");
        var counts = new ArrayList<Integer>();
        for (int label = 0; label < 12; label++) {
            counts.add(isRare(label) ? rare : common);
        }
        return counts;
    }

    private static boolean isRare(int label) {
        return label % RARE_EVERY == RARE_EVERY - 1;
    }

    /** Returns {@code N / (C * n_c)}: 1 for each class if all are equally frequent. */
    static List<Double> weights(List<Integer> perClass) {
        double all = perClass.stream().mapToInt(Integer::intValue).sum();
        return perClass.stream().map(count -> all / (perClass.size() * count)).toList();
    }

    private static PerClassScores train(
            Lab lab, AlarmClassifier alarms, String name, CrossEntropy loss) {
        var seeds = new ArrayList<ConfusionMatrix>();
        var key = loss.classWeights().isEmpty() ? "plain" : "weighted";
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            RunResult run =
                    lab.train(
                            alarms.experiment(key + "-seed" + seed, alarms.network(loss, seed))
                                    .withSetting("classWeights", loss.classWeights()));
            seeds.add(
                    Evaluator.evaluate(run.model(), Task.CLASSIFICATION, alarms.test())
                            .confusion());
        }
        return new PerClassScores(name, seeds);
    }

    private static void tabulate(
            Lab lab, AlarmClassifier alarms, PerClassScores plain, PerClassScores weighted) {
        var table =
                TextTable.of(
                        lab.say("类别", "class"),
                        lab.say("训练行数", "training lines"),
                        lab.say("召回率：不加权", "recall, without"),
                        lab.say("召回率：加权", "recall, weighted"),
                        lab.say("精确率：不加权", "precision, without"),
                        lab.say("精确率：加权", "precision, weighted"));
        var names = alarms.data().train().labels();
        var counts = perClass(lab);
        for (int label = 0; label < names.size(); label++) {
            table.row(
                    names.get(label),
                    counts.get(label),
                    plain.percent(label, ConfusionMatrix::recall),
                    weighted.percent(label, ConfusionMatrix::recall),
                    plain.percent(label, ConfusionMatrix::precision),
                    weighted.percent(label, ConfusionMatrix::precision));
        }
        var caption =
                lab.say("每类 %d 行测试告警上的百分比，%d 个种子", "Percent on %d test lines a class, %d seeds");
        lab.table(caption.formatted(TEST_LINES, lab.settings().integer("seeds")), table);
    }

    private static void draw(Lab lab, PerClassScores plain, PerClassScores weighted) {
        var title = lab.say("类别权重给了少数类什么", "What class weights give to rare classes");
        var chart =
                new BarChart(
                        title,
                        lab.say("少数类召回率", "recall, rare"),
                        lab.say("多数类召回率", "recall, common"),
                        lab.say("少数类精确率", "precision, rare"),
                        lab.say("多数类精确率", "precision, common"));
        chart.x(lab.say("指标", "measure")).y(lab.say("平均百分比 (%)", "mean (%)"));
        for (var judged : List.of(plain, weighted)) {
            chart.series(
                    judged.name(),
                    judged.percent(labels(true), ConfusionMatrix::recall),
                    judged.percent(labels(false), ConfusionMatrix::recall),
                    judged.percent(labels(true), ConfusionMatrix::precision),
                    judged.percent(labels(false), ConfusionMatrix::precision));
        }
        var note =
                lab.say(
                        "%d 个种子，误差线为 ± 1 个标准差",
                        "%d seeds, error bars are ± one standard deviation");
        chart.note(note.formatted(lab.settings().integer("seeds")));
        lab.chart("class-weights", title, chart);
    }

    static List<Integer> labels(boolean rare) {
        var labels = new ArrayList<Integer>();
        for (int label = 0; label < 12; label++) {
            if (isRare(label) == rare) {
                labels.add(label);
            }
        }
        return labels;
    }

    /**
     * Claims more than five points of recall for the rare classes, and that the common ones pay for
     * it: both sides of the bargain.
     */
    static void claim(Lab lab, PerClassScores plain, PerClassScores weighted) {
        var before = plain.percent(labels(true), ConfusionMatrix::recall);
        var after = weighted.percent(labels(true), ConfusionMatrix::recall);
        var rare =
                lab.say(
                        "加权后少数类的召回率从 %s%% 变到 %s%%",
                        "Weights take the rare classes' recall from %s%% to %s%%");
        lab.claim(rare.formatted(before, after), after.mean() > before.mean() + 5);
        var common = plain.percent(labels(false), ConfusionMatrix::recall);
        var paid = weighted.percent(labels(false), ConfusionMatrix::recall);
        var price =
                lab.say(
                        "多数类的召回率从 %s%% 变到 %s%%：这是代价",
                        "The common classes' recall goes from %s%% to %s%%: that is the price");
        lab.claim(price.formatted(common, paid), paid.mean() < common.mean());
        lab.figure("plain.rareRecall", before.mean());
        lab.figure("weighted.rareRecall", after.mean());
        lab.figure("plain.commonRecall", common.mean());
        lab.figure("weighted.commonRecall", paid.mean());
    }
}
