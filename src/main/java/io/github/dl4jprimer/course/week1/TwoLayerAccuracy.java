package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.ConfusionChart;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The two-layer network written by hand, on real data: iris and handwritten digits.
 *
 * <p>Each seed draws another split, other initial weights and another order of the batches. The gap
 * between training and test accuracy says how much was learned by heart.
 *
 * <pre>gap = training accuracy - test accuracy</pre>
 *
 * <p>There is no framework here: forward pass, backpropagation and the loop over batches are those
 * of {@code scratch.TwoLayerNetwork}. The test part is measured after each epoch for the curve, and
 * nothing is chosen by it.
 *
 * <p>Settings: {@code hiddenSize} 64, {@code learningRate} 0.2, {@code batchSize} 32 and {@code
 * epochs} 30 serve both data sets, so that one table compares them; {@code activation} tanh has no
 * kink and keeps its outputs in -1..1; {@code seeds} 5 give the deviation beside each mean.
 *
 * <p>Change this: {@code --set hiddenSize=2} and the digits, which have ten classes, suffer far
 * more than iris with three; {@code --set epochs=3} and iris, with four batches an epoch, has made
 * too few steps, while the digits with forty are nearly there.
 */
final class TwoLayerAccuracy implements CourseExperiment {
    private static final double DEV = 0.1;

    @Override
    public String id() {
        return "w1-two-layer-accuracy";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("learningRate", 0.2, 1e-6, 100)
                .with("epochs", 30, 1, 10_000)
                .with("hiddenSize", 64, 1, 4096)
                .with("batchSize", 32, 1, 4096)
                .with("activation", "tanh")
                .with("seeds", 5, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings().with("epochs", 3).with("hiddenSize", 16).with("seeds", 2);
    }

    /** A data set, the share of it that is tested on, and the accuracy that is expected. */
    record Task(String id, String name, NumberDataset data, double test, double expected) {}

    /** One training: accuracy after each epoch, and what was confused with what at the end. */
    record Run(double[] train, double[] test, int[][] confusion) {
        double gap() {
            return last(train) - last(test);
        }
    }

    private static List<Task> tasks(Lab lab) {
        return List.of(
                new Task("iris", lab.say("鸢尾花", "iris"), Datasets.iris(), 0.2, 0.95),
                new Task("digits", lab.say("手写数字", "digits"), Datasets.digits(), 0.2, 0.96));
    }

    @Override
    public void run(Lab lab) {
        var table =
                TextTable.of(
                        lab.say("数据", "data"),
                        lab.say("训练样本", "training samples"),
                        lab.say("测试样本", "test samples"),
                        lab.say("训练准确率", "training accuracy"),
                        lab.say("测试准确率", "test accuracy"),
                        lab.say("两者之差", "gap"));
        for (var task : tasks(lab)) {
            var runs = runs(lab, task);
            var split = split(task, lab.seed());
            table.row(
                    task.name(),
                    split.train().size(),
                    split.test().size(),
                    over(runs, run -> last(run.train())),
                    over(runs, run -> last(run.test())),
                    over(runs, Run::gap));
            draw(lab, task, runs);
            claim(lab, task, runs);
        }
        lab.table(
                lab.say("手写的两层网络，%d 个种子", "The two-layer network by hand, %d seeds")
                        .formatted(lab.settings().integer("seeds")),
                table);
    }

    private static List<Run> runs(Lab lab, Task task) {
        return LongStream.range(0, lab.settings().integer("seeds"))
                .map(i -> lab.seed() + i)
                .mapToObj(seed -> train(lab, split(task, seed), seed))
                .toList();
    }

    private static Split<NumberDataset> split(Task task, long seed) {
        var data = task.data().castTo(DataType.DOUBLE);
        return Standardization.of(Splits.stratified(data, DEV, task.test(), seed));
    }

    private static Run train(Lab lab, Split<NumberDataset> split, long seed) {
        var settings = lab.settings();
        var x = split.train().features();
        var targets = split.train().targets();
        var test = split.test();
        int epochs = settings.integer("epochs");
        var network =
                TwoLayerNetwork.random(
                        x.columns(),
                        settings.integer("hiddenSize"),
                        targets.columns(),
                        ActivationCurves.named(settings.text("activation")),
                        seed);
        var run = new Run(new double[epochs], new double[epochs], null);
        for (int epoch = 0; epoch < epochs; epoch++) {
            network =
                    network.trainEpoch(
                            x,
                            targets,
                            settings.number("learningRate"),
                            settings.integer("batchSize"),
                            seed + epoch);
            run.train()[epoch] = network.accuracy(x, targets);
            run.test()[epoch] = network.accuracy(test.features(), test.targets());
        }
        return new Run(run.train(), run.test(), confusion(network, test));
    }

    /** Counts, [true class][predicted class]. */
    static int[][] confusion(TwoLayerNetwork network, NumberDataset test) {
        int[] predicted = network.probabilities(test.features()).argMax(1).toIntVector();
        int[] classes = test.classes();
        var counts = new int[test.labels().size()][test.labels().size()];
        for (int i = 0; i < predicted.length; i++) {
            counts[classes[i]][predicted[i]]++;
        }
        return counts;
    }

    private static void draw(Lab lab, Task task, List<Run> runs) {
        double[] epochs =
                IntStream.rangeClosed(1, runs.get(0).train().length).asDoubleStream().toArray();
        var chart =
                new LineChart(lab.say("手写的两层网络：", "Two layers by hand: ") + task.name())
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("准确率", "accuracy"))
                        .band(lab.say("训练集", "training"), epochs, band(runs, Run::train))
                        .band(lab.say("测试集", "test"), epochs, band(runs, Run::test));
        chart.note(
                lab.say("%d 个种子的平均值与标准差", "mean and standard deviation over %d seeds")
                        .formatted(runs.size()));
        lab.chart(task.id(), task.name(), chart);
        var total =
                IntStream.range(0, task.data().labels().size())
                        .mapToObj(c -> row(runs, c))
                        .toArray(long[][]::new);
        var confused =
                lab.say("混淆矩阵（测试集，各种子合计）：", "Confusion matrix (test, all seeds): ") + task.name();
        lab.chart(
                task.id() + "-confusion",
                confused,
                ConfusionChart.of(lab.language(), confused, task.data().labels(), total));
    }

    private static long[] row(List<Run> runs, int c) {
        return IntStream.range(0, runs.get(0).confusion().length)
                .mapToLong(p -> runs.stream().mapToLong(run -> run.confusion()[c][p]).sum())
                .toArray();
    }

    private static Band band(List<Run> runs, Function<Run, double[]> curve) {
        return Band.standardDeviation(runs.stream().map(curve).toArray(double[][]::new));
    }

    /** Claims that the mean test accuracy over the seeds is what is expected of the data set. */
    static void claim(Lab lab, Task task, List<Run> runs) {
        var test = over(runs, run -> last(run.test()));
        lab.figure(task.id() + ".testAccuracy", test.mean());
        lab.figure(task.id() + ".testAccuracy.std", test.standardDeviation());
        lab.figure(task.id() + ".gap", over(runs, Run::gap).mean());
        lab.claim(
                lab.say("%s：测试准确率 %s，平均不低于 %.2f", "%s: test accuracy %s, on average at least %.2f")
                        .formatted(task.name(), test, task.expected()),
                test.mean() >= task.expected());
    }

    private static Summary over(List<Run> runs, Function<Run, Double> value) {
        return Summary.of(runs.stream().mapToDouble(value::apply).toArray());
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
