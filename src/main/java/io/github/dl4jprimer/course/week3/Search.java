package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.regularization.RandomSearch;
import io.github.dl4jprimer.regularization.RandomSearch.Bounds;
import io.github.dl4jprimer.regularization.RandomSearch.Outcome;
import io.github.dl4jprimer.regularization.RandomSearch.Trial;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.ScatterChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Random search over learning rate, weight decay and dropout rate for the alarm classifier.
 *
 * <pre>
 * learning rate = 10^u, u even in -4..-1;   weight decay = 10^v, v even in -5..-1;   dropout even in 0..0.6
 * </pre>
 *
 * <p>Trials are compared on the validation lines. The test lines are looked at once, with the
 * chosen model, so its test score is not the best of many draws.
 *
 * <pre>
 * explained = variance between the means of the quarters / variance of all
 * by chance = (4 - 1) / (trials - 1),  the mean share of a knob that does nothing
 * </pre>
 *
 * <p>Even draws of the logarithm give 0.0001 to 0.001 as many trials as 0.01 to 0.1; an even draw
 * of the rate itself would put nine tenths of them into the last decade.
 *
 * <p>Settings: {@code trials} 24, {@code epochs} 8 each; {@code linesPerClass} 50 for training and
 * {@code evaluationPerClass} 100 for validation and as many for the test; {@code features} 2000,
 * {@code hiddenSize} 32. With so few trials two knobs may by chance rise together, and then both
 * explain the same variance.
 *
 * <p>Change this: {@code --set trials=8} and other knobs may seem to matter; compare the shares
 * with what chance explains.
 *
 * @see <a href="https://jmlr.org/papers/v13/bergstra12a.html">Bergstra and Bengio 2012</a>
 */
final class Search implements CourseExperiment {
    private static final int GROUPS = 4;

    /** A setting that is searched for, as it is drawn: the logarithm of a rate. */
    record Knob(String key, String name, ToDoubleFunction<Trial> value) {}

    @Override
    public String id() {
        return "w3-random-search";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("trials", 24, 4, 1000)
                .with("linesPerClass", 50, 1, 1220)
                .with("evaluationPerClass", 100, 1, 180)
                .with("features", 2000, 1, 20_000)
                .with("hiddenSize", 32, 1, 4096)
                .with("batchSize", 32, 1, 4096)
                .with("epochs", 8, 1, 10_000);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("trials", "8")
                .changed("linesPerClass", "5")
                .changed("evaluationPerClass", "5")
                .changed("epochs", "2");
    }

    @Override
    public void run(Lab lab) {
        var bags = bags(lab);
        var runs = new HashMap<Trial, RunResult>();
        var search =
                new RandomSearch(
                        new Bounds(1e-4, 0.1),
                        new Bounds(1e-5, 0.1),
                        new Bounds(0, 0.6),
                        lab.seed());
        var outcomes =
                search.run(
                        lab.settings().integer("trials"),
                        trial -> {
                            runs.put(trial, train(lab, bags, trial));
                            return runs.get(trial).evaluation().loss();
                        });
        var knobs = knobs(lab);
        tabulate(lab, outcomes, runs);
        draw(lab, knobs, outcomes);
        weigh(lab, knobs, outcomes);
        confirm(lab, bags, outcomes, runs);
    }

    private static AlarmBags bags(Lab lab) {
        var alarms = Datasets.alarms();
        int unseen = lab.settings().integer("evaluationPerClass");
        int few = lab.settings().integer("linesPerClass");
        var lines =
                new Split<>(
                        AlarmBags.sample(alarms.train(), few, lab.seed()),
                        AlarmBags.sample(alarms.dev(), unseen, lab.seed()),
                        AlarmBags.sample(alarms.test(), unseen, lab.seed()));
        return AlarmBags.of(lines, lab.settings().integer("features"));
    }

    private static RunResult train(Lab lab, AlarmBags bags, Trial trial) {
        var settings = lab.settings();
        var model =
                bags.classifier(List.of(settings.integer("hiddenSize")), lab.seed())
                        .withUpdater(Optimizers.ADAM.at(trial.learningRate()))
                        .withRegularization(
                                Regularization.none()
                                        .withWeightDecay(trial.weightDecay())
                                        .withDropoutRate(trial.dropoutRate()));
        var batchSize = settings.integer("batchSize");
        return lab.train(
                bags.experiment(
                                "trial" + trial.number(),
                                model.configuration(),
                                batchSize,
                                lab.seed())
                        .withEpochs(settings.integer("epochs"))
                        .withSetting("trial", trial));
    }

    static List<Knob> knobs(Lab lab) {
        return List.of(
                new Knob(
                        "learningRate",
                        lab.say("学习率，log10", "learning rate, log10"),
                        trial -> Math.log10(trial.learningRate())),
                new Knob(
                        "weightDecay",
                        lab.say("权重衰减，log10", "weight decay, log10"),
                        trial -> Math.log10(trial.weightDecay())),
                new Knob("dropoutRate", lab.say("丢弃率", "dropout rate"), Trial::dropoutRate));
    }

    private static void tabulate(Lab lab, List<Outcome> outcomes, Map<Trial, RunResult> runs) {
        var table =
                TextTable.of(
                        lab.say("名次", "rank"),
                        lab.say("学习率", "learning rate"),
                        lab.say("权重衰减", "weight decay"),
                        lab.say("丢弃率", "dropout rate"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("验证准确率", "validation accuracy"));
        for (int i = 0; i < outcomes.size(); i++) {
            var trial = outcomes.get(i).trial();
            table.row(
                    i + 1,
                    Numbers.significant(trial.learningRate(), 2),
                    Numbers.significant(trial.weightDecay(), 2),
                    Numbers.significant(trial.dropoutRate(), 2),
                    outcomes.get(i).validationLoss(),
                    runs.get(trial).evaluation().score("accuracy"));
        }
        lab.table(lab.say("全部试验，按验证损失排序", "All trials by validation loss"), table);
    }

    private static void draw(Lab lab, List<Knob> knobs, List<Outcome> outcomes) {
        var chart =
                new ScatterChart(
                                lab.say("好的点聚在哪里", "Where the good points gather"),
                                lab.say("试验", "trial"),
                                lab.say("选中", "chosen"))
                        .x(lab.say("旋钮的取值", "value of the knob"))
                        .y(lab.say("验证损失 (nat)", "validation loss (nat)"));
        int[] chosen = new int[outcomes.size()];
        chosen[0] = 1;
        for (var knob : knobs) {
            double[][] points =
                    outcomes.stream()
                            .map(
                                    one ->
                                            new double[] {
                                                knob.value().applyAsDouble(one.trial()),
                                                one.validationLoss()
                                            })
                            .toArray(double[][]::new);
            chart.panel(knob.name(), points, chosen);
        }
        lab.chart("trials", lab.say("三个旋钮与验证损失", "Three knobs and the validation loss"), chart);
    }

    /** Claims that the learning rate explains most of the validation losses' variance. */
    static void weigh(Lab lab, List<Knob> knobs, List<Outcome> outcomes) {
        var table =
                TextTable.of(
                        lab.say("旋钮", "knob"),
                        lab.say("解释的验证损失方差", "variance of validation loss explained"));
        double[] shares =
                knobs.stream().mapToDouble(knob -> explained(knob.value(), outcomes)).toArray();
        for (int i = 0; i < shares.length; i++) {
            table.row(knobs.get(i).name(), Numbers.percent(shares[i]));
            lab.figure("explained." + knobs.get(i).key(), shares[i]);
        }
        lab.table(
                lab.say(
                                "哪个旋钮影响最大（毫无作用的旋钮，碰巧也平均解释 %s）",
                                "Which knob matters most (one without effect explains %s by"
                                        + " chance)")
                        .formatted(Numbers.percent(byChance(outcomes))),
                table);
        lab.claim(
                lab.say(
                                "影响最大的是学习率：它解释了 %s 的差异，权重衰减 %s，丢弃率 %s",
                                "the learning rate matters most: it explains %s of the variance,"
                                        + " weight decay %s, dropout %s")
                        .formatted(
                                Numbers.percent(shares[0]),
                                Numbers.percent(shares[1]),
                                Numbers.percent(shares[2])),
                shares[0] > Math.max(shares[1], shares[2]));
    }

    /**
     * Returns how much of the losses' variance a knob explains: that between the means of the
     * quarters of trials with its lowest to highest values, as a share of all.
     */
    static double explained(ToDoubleFunction<Trial> knob, List<Outcome> outcomes) {
        var finite =
                outcomes.stream().filter(one -> Double.isFinite(one.validationLoss())).toList();
        double[] losses =
                finite.stream()
                        .sorted(Comparator.comparingDouble(one -> knob.applyAsDouble(one.trial())))
                        .mapToDouble(Outcome::validationLoss)
                        .toArray();
        double mean = Arrays.stream(losses).average().orElse(Double.NaN);
        double all = Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum();
        double between = 0;
        for (int group = 0; group < GROUPS; group++) {
            int from = group * losses.length / GROUPS;
            int to = (group + 1) * losses.length / GROUPS;
            double part = Arrays.stream(losses, from, to).average().orElse(mean);
            between += (to - from) * (part - mean) * (part - mean);
        }
        return between / all;
    }

    /** Returns the mean share of a knob that does nothing: (groups - 1) / (trials - 1). */
    static double byChance(List<Outcome> outcomes) {
        var finite = outcomes.stream().filter(one -> Double.isFinite(one.validationLoss()));
        return (GROUPS - 1.0) / (finite.count() - 1);
    }

    private static void confirm(
            Lab lab, AlarmBags bags, List<Outcome> outcomes, Map<Trial, RunResult> runs) {
        var chosen = runs.get(outcomes.get(0).trial());
        var test = Evaluator.evaluate(chosen.model(), Task.CLASSIFICATION, bags.test());
        double validation = chosen.evaluation().score("accuracy");
        var table =
                TextTable.of(
                        lab.say("选中的试验", "the chosen trial"),
                        lab.say("损失", "loss"),
                        lab.say("准确率", "accuracy"));
        table.row(lab.say("验证集", "validation"), chosen.evaluation().loss(), validation);
        table.row(lab.say("测试集，只此一次", "test, this once"), test.loss(), test.score("accuracy"));
        lab.table(lab.say("选中者在测试集上的确认", "The chosen one confirmed on the test set"), table);
        lab.figure("validationAccuracy", validation);
        lab.figure("testAccuracy", test.score("accuracy"));
        claimConfirmed(lab, validation, test.score("accuracy"));
    }

    /** States how far the two accuracies, in [0, 1], are apart. */
    static void claimConfirmed(Lab lab, double validation, double test) {
        double difference = 100 * (test - validation);
        lab.claim(
                lab.say(
                                "选中者的验证准确率 %s 在测试集上得到确认：%s，相差 %+.1f 个百分点",
                                "the chosen one's validation accuracy %s is confirmed on the test"
                                        + " set: %s, a difference of %+.1f points")
                        .formatted(Numbers.percent(validation), Numbers.percent(test), difference),
                Math.abs(difference) < 10);
    }
}
