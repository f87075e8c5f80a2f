package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.StepMetrics;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.SoftmaxRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Iris with a single layer, p = softmax(xW + b): by hand from zero weights, in DL4J from random
 * ones.
 *
 * <p>The loss is a bowl without a second bottom, so the start does not matter in the end. It keeps
 * falling slowly long after the accuracy has settled.
 *
 * <pre>
 * L = -mean(log p_true),   dL/dW = xᵀ (p - y) / N,   W <- W - lr dL/dW
 * late fall = (L_before - L_end) / L_before over the last tenth of the steps
 * </pre>
 *
 * <p>Accuracy only asks which class is largest, so it settles early; the loss also rewards
 * certainty, and on classes that a plane separates it can fall for ever while the weights grow. A
 * loss that still falls is therefore no reason to go on by itself.
 *
 * <p>Settings: {@code learningRate} 0.5 suits standardised features, whose columns all have
 * deviation 1; {@code steps} 200 see all training flowers each; {@code seeds} 5 draw five splits,
 * since a test part of 45 flowers makes one split a matter of luck.
 *
 * <p>Change this: {@code --set steps=20} and most flowers are right already while the loss is still
 * far from its end; {@code --set learningRate=0.01} and both versions crawl along the same way.
 */
final class IrisSoftmaxRegression implements CourseExperiment {
    private static final double DEV = 0.1;
    private static final double TEST = 0.3;

    @Override
    public String id() {
        return "w1-softmax-regression";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("learningRate", 0.5, 1e-6, 100)
                .with("steps", 200, 1, 100_000)
                .with("seeds", 5, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings().with("steps", 20).with("seeds", 2);
    }

    /** The training losses before each step, and the accuracy at the end. */
    record Run(double[] losses, double testAccuracy) {}

    @Override
    public void run(Lab lab) {
        var byHand = new ArrayList<Run>();
        var byDl4j = new ArrayList<Run>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            var iris = Datasets.iris().castTo(DataType.DOUBLE);
            var split = Standardization.of(Splits.stratified(iris, DEV, TEST, seed));
            byHand.add(byHand(lab, split));
            byDl4j.add(inDl4j(lab, split, seed));
        }
        tabulate(lab, byHand, byDl4j);
        draw(lab, byHand, byDl4j);
        claim(lab, byHand, byDl4j);
    }

    private static Run byHand(Lab lab, Split<NumberDataset> split) {
        var x = split.train().features();
        var targets = split.train().targets();
        var model = SoftmaxRegression.zeros(x.columns(), targets.columns());
        double[] losses = new double[lab.settings().integer("steps")];
        for (int step = 0; step < losses.length; step++) {
            losses[step] = model.loss(x, targets);
            model = model.step(x, targets, lab.settings().number("learningRate"));
        }
        return new Run(losses, model.accuracy(split.test().features(), split.test().targets()));
    }

    private static Run inDl4j(Lab lab, Split<NumberDataset> split, long seed) {
        var train = split.train();
        var configuration =
                MultilayerPerceptron.classifier(
                                train.featureNames().size(), List.of(), train.labels().size(), seed)
                        .withUpdater(new Sgd(lab.settings().number("learningRate")))
                        .configuration();
        configuration.setDataType(DataType.DOUBLE);
        var result =
                lab.train(
                        Experiment.classification(
                                        "softmax-regression-seed-" + seed,
                                        configuration,
                                        Batches.inOrder(train, train.size()),
                                        null)
                                .withEpochs(lab.settings().integer("steps"))
                                .withSeed(seed)
                                .withLabels(train.labels())
                                .withDataset(train.name(), train.checksum()));
        var test = Batches.inOrder(split.test(), split.test().size());
        return new Run(
                result.steps().stream().mapToDouble(StepMetrics::dataLoss).toArray(),
                Evaluator.evaluate(result.model(), Task.CLASSIFICATION, test).score("accuracy"));
    }

    private static void tabulate(Lab lab, List<Run> byHand, List<Run> byDl4j) {
        var table =
                TextTable.of(
                        lab.say("写法", "version"),
                        lab.say("测试准确率", "test accuracy"),
                        lab.say("最后的训练损失", "final training loss"),
                        lab.say("最后十分之一的步里又降了", "fall in the last tenth of the steps"));
        row(table, lab.say("手写", "by hand"), byHand);
        row(table, "DL4J", byDl4j);
        lab.table(
                lab.say("一层的分类器分鸢尾花，%d 种划分", "A single layer on iris, %d splits")
                        .formatted(byHand.size()),
                table);
    }

    private static void row(TextTable table, String name, List<Run> runs) {
        table.row(
                name,
                over(runs, Run::testAccuracy),
                over(runs, run -> last(run.losses())),
                over(runs, IrisSoftmaxRegression::lateFall));
    }

    static double lateFall(Run run) {
        double[] losses = run.losses();
        double before = losses[losses.length - 1 - losses.length / 10];
        return (before - last(losses)) / before;
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private static void draw(Lab lab, List<Run> byHand, List<Run> byDl4j) {
        int count = byHand.get(0).losses().length;
        double[] steps = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        var chart =
                new LineChart(lab.say("softmax 回归的训练损失", "Training loss of softmax regression"))
                        .x(lab.say("步（每步看全部训练花）", "step (all training flowers each)"))
                        .y(lab.say("交叉熵 (nat)", "cross-entropy (nat)"))
                        .band(lab.say("手写，从零开始", "by hand, from zero"), steps, band(byHand))
                        .band(
                                lab.say("DL4J，随机开始", "DL4J, from random weights"),
                                steps,
                                band(byDl4j));
        chart.note(
                lab.say("%d 种划分的平均值与标准差", "mean and standard deviation over %d splits")
                        .formatted(byHand.size()));
        lab.chart("loss", lab.say("损失还在慢慢下降", "The loss is still falling slowly"), chart);
    }

    private static Band band(List<Run> runs) {
        return Band.standardDeviation(runs.stream().map(Run::losses).toArray(double[][]::new));
    }

    /**
     * Claims that both versions get more than nine tenths of the unseen flowers right, mean over
     * the splits, and that the loss still falls at the end.
     */
    static void claim(Lab lab, List<Run> byHand, List<Run> byDl4j) {
        var hand = over(byHand, Run::testAccuracy);
        var dl4j = over(byDl4j, Run::testAccuracy);
        double fall = over(byHand, IrisSoftmaxRegression::lateFall).mean();
        lab.figure("byHand.testAccuracy", hand.mean());
        lab.figure("dl4j.testAccuracy", dl4j.mean());
        lab.figure("lateFall", fall);
        lab.claim(
                lab.say(
                                "没有隐藏层也分对了大多数：手写 %.3f，DL4J %.3f（都超过 0.9）",
                                "most are right without a hidden layer: by hand %.3f, DL4J %.3f"
                                        + " (both above 0.9)")
                        .formatted(hand.mean(), dl4j.mean()),
                Math.min(hand.mean(), dl4j.mean()) > 0.9);
        lab.claim(
                lab.say(
                                "损失仍在下降：最后十分之一的步里又降了 %.1f%%",
                                "the loss still falls: by %.1f%% in the last tenth of the steps")
                        .formatted(100 * fall),
                fall > 0);
    }

    private static Summary over(List<Run> runs, Function<Run, Double> value) {
        return Summary.of(runs.stream().mapToDouble(value::apply).toArray());
    }
}
