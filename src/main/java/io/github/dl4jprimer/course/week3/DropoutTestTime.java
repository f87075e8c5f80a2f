package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Output;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One digit shown to one network many times with dropout on, and once with it off.
 *
 * <pre>E[mask / (1 - p)] = 1,   so the mean score in training mode is the score in test mode</pre>
 *
 * <p>Whoever gives DL4J's {@code dropOut} the probability to drop, where it asks for that to
 * retain, gets the same mean but drops the opposite share, and the scores scatter far more.
 *
 * <pre>
 * variance of a score: p / (1 - p) times the sum of the squared parts that can be missing
 * p = 0.2: 0.25        1 - p = 0.8: 4        four times the deviation
 * </pre>
 *
 * <p>The softmax is left off on purpose: only of scores, which are linear in what is dropped, is
 * the mean in training mode exactly the score in test mode. Of probabilities it is not.
 *
 * <p>Settings: {@code dropoutRate} 0.2; {@code passes} 1000, of whose mean the standard error is
 * std / √1000; {@code hiddenSize} 64, {@code learningRate} 0.01 and {@code epochs} 10 of the
 * digits' network, half of the digits being for training.
 *
 * <p>Change this: {@code --set dropoutRate=0.5} and the mistake has no effect at all, which is how
 * it goes unnoticed; {@code --set passes=100000} and the mean closes in on test mode.
 */
final class DropoutTestTime implements CourseExperiment {
    /**
     * The score of the right class over passes in training mode, with neurons retained so often.
     */
    record Passes(String name, double retain, double[] scores) {
        Summary summary() {
            return Summary.of(scores);
        }

        /** The mean of the first 1, 2, 3, ... passes. */
        double[] runningMean() {
            double[] means = scores.clone();
            Arrays.parallelPrefix(means, Double::sum);
            return IntStream.range(0, means.length).mapToDouble(i -> means[i] / (i + 1)).toArray();
        }
    }

    @Override
    public String id() {
        return "w3-dropout-test-time";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("dropoutRate", 0.2, 0.05, 0.95)
                .with("passes", 1000, 2, 100_000)
                .with("hiddenSize", 64, 1, 4096)
                .with("learningRate", 0.01, 1e-6, 100)
                .with("epochs", 10, 1, 10_000);
    }

    @Override
    public Settings quick() {
        return settings().changed("passes", "100").changed("epochs", "2");
    }

    @Override
    public void run(Lab lab) {
        double rate = lab.settings().number("dropoutRate");
        var digits = TableSplit.of(Datasets.digits(), 0.5, lab.seed());
        var model = model(lab.settings(), digits, rate, lab.seed());
        var trained = train(lab, digits, model);
        INDArray digit = digits.parts().dev().rows(0).features(); // [1, 64]
        int truth = digits.parts().dev().rows(0).classes()[0];
        double test = scores(model, trained).output(digit).getDouble(0, truth);
        var confused = model.withRegularization(Regularization.none().withDropoutRate(1 - rate));
        var right = passes(lab, "dropOut(%s)", 1 - rate, scores(model, trained), digit, truth);
        var wrong = passes(lab, "dropOut(%s)", rate, scores(confused, trained), digit, truth);
        tabulate(lab, List.of(right, wrong), test);
        draw(lab, right, wrong, test);
        conclude(lab, right, wrong, test);
    }

    private static MultilayerPerceptron model(
            Settings settings, TableSplit digits, double rate, long seed) {
        return digits.classifier(List.of(settings.integer("hiddenSize")), seed)
                .withUpdater(Optimizers.ADAM.at(settings.number("learningRate")))
                .withRegularization(Regularization.none().withDropoutRate(rate));
    }

    private static MultiLayerNetwork train(Lab lab, TableSplit digits, MultilayerPerceptron model) {
        var experiment =
                digits.experiment("digits", model.configuration(), 32, lab.seed())
                        .withEpochs(lab.settings().integer("epochs"));
        return (MultiLayerNetwork) lab.train(experiment).model();
    }

    /** Returns the trained network without its softmax: a score is linear in what is dropped. */
    private static MultiLayerNetwork scores(MultilayerPerceptron model, MultiLayerNetwork trained) {
        return InitialWeights.start(
                model.withOutput(Output.regressor()).configuration(),
                trained.paramTable().values());
    }

    private static Passes passes(
            Lab lab,
            String name,
            double retain,
            MultiLayerNetwork network,
            INDArray digit,
            int truth) {
        Nd4j.getRandom().setSeed(lab.seed());
        double[] scores =
                IntStream.range(0, lab.settings().integer("passes"))
                        .mapToDouble(pass -> network.output(digit, true).getDouble(0, truth))
                        .toArray();
        return new Passes(name.formatted(Numbers.significant(retain, 2)), retain, scores);
    }

    private static void tabulate(Lab lab, List<Passes> modes, double test) {
        var table =
                TextTable.of(
                        lab.say("DL4J 设置", "DL4J's setting"),
                        lab.say("保留的比例", "share retained"),
                        lab.say("丢弃的比例", "share dropped"),
                        lab.say("训练模式均值", "mean in training mode"),
                        lab.say("训练模式标准差", "std in training mode"),
                        lab.say("测试模式", "test mode"));
        for (var mode : modes) {
            table.row(
                    mode.name(),
                    mode.retain(),
                    1 - mode.retain(),
                    mode.summary().mean(),
                    mode.summary().standardDeviation(),
                    test);
        }
        lab.table(
                lab.say(
                                "同一个手写数字，正确类别的得分（softmax 之前），想丢 %s",
                                "One digit, the score of its class (before softmax), meant to drop"
                                        + " %s")
                        .formatted(lab.settings().number("dropoutRate")),
                table);
    }

    private static void draw(Lab lab, Passes right, Passes wrong, double test) {
        double[] passes =
                IntStream.rangeClosed(1, right.scores().length).asDoubleStream().toArray();
        double[] level = passes.clone();
        Arrays.fill(level, test);
        var chart =
                new LineChart(
                                lab.say(
                                        "训练模式的平均，趋向测试模式的一次",
                                        "The mean in training mode nears test mode"))
                        .x(lab.say("前向次数", "forward passes"))
                        .y(lab.say("得分的累计均值", "running mean of the score"))
                        .logX()
                        .line(right.name() + lab.say("，正确", ", right"), passes, right.runningMean())
                        .line(
                                wrong.name() + lab.say("，弄反了", ", mixed up"),
                                passes,
                                wrong.runningMean())
                        .line(lab.say("测试模式", "test mode"), passes, level);
        lab.chart("passes", lab.say("得分随前向次数", "The score over passes"), chart);
    }

    /**
     * Claims that the mean in training mode is test mode within four standard errors, and that the
     * mistake more than doubles the scatter.
     */
    static void conclude(Lab lab, Passes right, Passes wrong, double test) {
        var passes = right.summary();
        double error = passes.standardDeviation() / Math.sqrt(passes.count());
        lab.figure("testScore", test);
        lab.figure("trainingMean", passes.mean());
        lab.figure("trainingStd", passes.standardDeviation());
        lab.figure("confusedStd", wrong.summary().standardDeviation());
        lab.claim(
                lab.say(
                                "训练模式 %d 次的均值 %s 与测试模式 %s 相差不到 4 个标准误（%s）",
                                "the mean of %d passes in training mode, %s, is within 4 standard"
                                        + " errors (%4$s) of test mode, %3$s")
                        .formatted(
                                passes.count(),
                                Numbers.significant(passes.mean(), 4),
                                Numbers.significant(test, 4),
                                Numbers.significant(error, 2)),
                Math.abs(passes.mean() - test) < 4 * error);
        double times = wrong.summary().standardDeviation() / passes.standardDeviation();
        lab.claim(
                lab.say(
                                "把两种概率弄反，得分的波动是 %.1f 倍",
                                "with the two probabilities mixed up the scores scatter %.1f times"
                                        + " as far")
                        .formatted(times),
                times > 2);
    }
}
