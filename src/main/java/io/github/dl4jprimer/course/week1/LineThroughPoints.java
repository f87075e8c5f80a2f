package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.experiment.StepMetrics;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.LinearRegression;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A line through noisy points, y = wx + b, by gradient descent on L = mean((y - t)²): by hand and
 * in DL4J, from the same start.
 *
 * <p>Neither recovers the true line exactly: the noise moves the best line a little. Both find the
 * same one.
 *
 * <pre>
 * dL/dw = 2 mean((y - t) x),   dL/db = 2 mean(y - t),   w <- w - lr dL/dw
 * standard error of w = noise √3 / √points,   for x uniform in -1..1
 * </pre>
 *
 * <p>The last claim allows three standard errors, so it says what can be expected of any method: no
 * cleverness finds the true line closer than the noise permits.
 *
 * <p>Settings: {@code learningRate} 0.1 is far below the limit 2/c of the steepest direction, whose
 * curvature c is 2; {@code steps} 200 leave of the slope's error about (1 - 0.1 · 2/3)²⁰⁰, a
 * millionth; {@code points} 100, {@code slope}, {@code intercept} and {@code noise} say what is to
 * be found.
 *
 * <p>Change this: {@code --set points=10000} shrinks the error tenfold, since it falls with the
 * root of the points; {@code --set learningRate=1.1} is beyond the limit and diverges.
 */
final class LineThroughPoints implements CourseExperiment {
    @Override
    public String id() {
        return "w1-linear-regression";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("learningRate", 0.1, 1e-6, 100)
                .with("steps", 200, 1, 100_000)
                .with("points", 100, 2, 10_000)
                .with("slope", 2.0, -100, 100)
                .with("intercept", -0.5, -100, 100)
                .with("noise", 0.3, 0, 10);
    }

    /** What 200 steps leave of the way to the best line, where no noise moves it. */
    private static final double UNFINISHED = 1e-5;

    /** A line and its mean squared error. */
    record Line(double slope, double intercept, double loss) {
        double at(double x) {
            return slope * x + intercept;
        }
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var truth = new Line(settings.number("slope"), settings.number("intercept"), Double.NaN);
        var data =
                Synthetic.line(
                                settings.integer("points"),
                                truth.slope(),
                                truth.intercept(),
                                settings.number("noise"),
                                lab.seed())
                        .castTo(DataType.DOUBLE);
        double[] losses = new double[settings.integer("steps")];
        var byHand = line(byHand(lab, data, losses), data);
        var result = inDl4j(lab, data);
        var network = (MultiLayerNetwork) result.model();
        var byDl4j =
                line(new LinearRegression(network.getParam("0_W"), network.getParam("0_b")), data);
        tabulate(lab, measured(truth, data), byHand, byDl4j);
        drawLine(lab, data, truth, byHand, byDl4j);
        drawLosses(lab, losses, result);
        claim(lab, truth, byHand, byDl4j);
    }

    private static LinearRegression byHand(Lab lab, NumberDataset data, double[] losses) {
        var line = LinearRegression.zeros(1);
        for (int step = 0; step < losses.length; step++) {
            losses[step] = line.loss(data.features(), data.targets());
            line =
                    line.step(
                            data.features(), data.targets(), lab.settings().number("learningRate"));
        }
        return line;
    }

    /** One batch of all points, so that an epoch is a step. */
    private static RunResult inDl4j(Lab lab, NumberDataset data) {
        var settings = lab.settings();
        var configuration =
                MultilayerPerceptron.regressor(1, List.of(), 1, lab.seed())
                        .withUpdater(new Sgd(settings.number("learningRate")))
                        .configuration();
        var zeros = LinearRegression.zeros(1);
        var start = InitialWeights.start(configuration, List.of(zeros.weights(), zeros.bias()));
        var batches = Batches.inOrder(data, data.size());
        return lab.train(
                Experiment.of("line", Task.REGRESSION, StartingModel.from(start), batches, null)
                        .withEpochs(settings.integer("steps"))
                        .withSeed(lab.seed())
                        .withDataset(data.name(), data.checksum()));
    }

    private static Line line(LinearRegression model, NumberDataset data) {
        return new Line(
                model.weights().getDouble(0),
                model.bias().getDouble(0),
                model.loss(data.features(), data.targets()));
    }

    private static Line measured(Line line, NumberDataset data) {
        var error = data.features().mul(line.slope()).addi(line.intercept()).subi(data.targets());
        return new Line(
                line.slope(), line.intercept(), error.mul(error).meanNumber().doubleValue());
    }

    private static void tabulate(Lab lab, Line truth, Line byHand, Line byDl4j) {
        var table =
                TextTable.of(
                        lab.say("直线", "line"),
                        lab.say("斜率 w", "slope w"),
                        lab.say("截距 b", "intercept b"),
                        lab.say("斜率与真值之差", "slope minus truth"),
                        lab.say("截距与真值之差", "intercept minus truth"),
                        lab.say("均方误差", "mean squared error"));
        row(table, lab.say("产生这些点的直线", "the one behind the points"), truth, truth);
        row(table, lab.say("手写的梯度下降", "gradient descent by hand"), byHand, truth);
        row(table, "DL4J", byDl4j, truth);
        lab.table(lab.say("找回来的直线", "The lines found"), table);
    }

    private static void row(TextTable table, String name, Line line, Line truth) {
        table.row(
                name,
                line.slope(),
                line.intercept(),
                line.slope() - truth.slope(),
                line.intercept() - truth.intercept(),
                line.loss());
    }

    private static void drawLine(
            Lab lab, NumberDataset data, Line truth, Line byHand, Line byDl4j) {
        double[] ends = {-1, 1};
        double[] places = IntStream.rangeClosed(-4, 4).mapToDouble(i -> i / 4.0).toArray();
        var chart =
                new LineChart(lab.say("一条直线穿过有噪声的点", "A line through noisy points"))
                        .x("x")
                        .y("y")
                        .dots(
                                lab.say("数据", "data"),
                                data.features().ravel().toDoubleVector(),
                                data.targets().ravel().toDoubleVector());
        line(chart, lab.say("真实的直线", "true line"), ends, truth);
        line(chart, "DL4J", ends, byDl4j);
        chart.dots(
                lab.say("手写", "by hand"),
                places,
                DoubleStream.of(places).map(byHand::at).toArray());
        lab.chart("line", lab.say("直线是否穿过点云中间", "Does the line run through the middle?"), chart);
    }

    private static void line(LineChart chart, String name, double[] xs, Line line) {
        chart.line(name, xs, new double[] {line.at(xs[0]), line.at(xs[1])});
    }

    private static void drawLosses(Lab lab, double[] byHand, RunResult byDl4j) {
        double[] losses = byDl4j.steps().stream().mapToDouble(StepMetrics::dataLoss).toArray();
        var chart =
                new LineChart(lab.say("均方误差随步数下降", "The error falls step by step"))
                        .x(lab.say("步", "step"))
                        .y(lab.say("均方误差", "mean squared error"))
                        .logY();
        Overlay.add(chart, "DL4J", losses, lab.say("手写", "by hand"), byHand);
        lab.chart("loss", lab.say("两条损失曲线", "The two loss curves"), chart);
    }

    /**
     * Claims that both find one line, in slope and intercept, and that it is as near the true one
     * as the noise allows. NaN, the end of a training that diverged, is near nothing.
     */
    static void claim(Lab lab, Line truth, Line byHand, Line byDl4j) {
        double apart =
                Math.max(
                        Math.abs(byHand.slope() - byDl4j.slope()),
                        Math.abs(byHand.intercept() - byDl4j.intercept()));
        lab.figure("slope", byHand.slope());
        lab.figure("intercept", byHand.intercept());
        lab.figure("difference", apart);
        lab.claim(
                lab.say(
                                "手写与 DL4J 找到同一条直线：最多相差 %.1e",
                                "by hand and in DL4J the same line: at most %.1e apart")
                        .formatted(apart),
                apart < 1e-6);
        // Three standard errors of a slope over x uniform in -1..1, whose deviation is 1/√3.
        double tolerance =
                3
                        * lab.settings().number("noise")
                        * Math.sqrt(3.0 / lab.settings().integer("points"));
        double slope = Math.abs(byHand.slope() - truth.slope());
        double intercept = Math.abs(byHand.intercept() - truth.intercept());
        lab.claim(
                lab.say(
                                "斜率差 %.3f、截距差 %.3f，都在噪声容许的 %.3f 之内",
                                "slope off by %.3f, intercept by %.3f, within the %.3f that the"
                                        + " noise allows")
                        .formatted(slope, intercept, tolerance),
                Math.max(slope, intercept) < tolerance + UNFINISHED);
    }
}
