package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.loss.Huber;
import io.github.dl4jprimer.loss.Losses;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Output;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The next value of a metric, learned from a series with spikes in it, under three losses.
 *
 * <pre>MSE mean e^2: aims at the mean     MAE mean |e|: at the median     Huber: between</pre>
 *
 * <p>Measured with one and the same yardstick, the absolute error on quiet stretches that follow in
 * time. What to see: the spikes all point upwards, so they drag MSE's line up; MAE and Huber hardly
 * notice them.
 *
 * <pre>
 * Huber: e²/2 where |e| <= delta, else delta (|e| - delta/2)
 * derivative: MSE 2e, MAE sign(e), Huber e limited to -delta..delta
 * </pre>
 *
 * <p>The derivative is what a point pulls with: under MSE a spike twice as far pulls twice as hard,
 * under the other two no harder than any other point beyond delta.
 *
 * <p>Settings: {@code outlierShare} 0.05 of the training points are made 2 to 4 times as high, the
 * other parts stay as they are; {@code delta} 0.3 in standard deviations of the target; {@code
 * epochs} 6, {@code seeds} 5, {@code hiddenSize} 16, {@code learningRate} 0.003 for all three.
 *
 * <p>Change this: {@code --set outlierShare=0} leaves only the few spikes of the series itself:
 * what is left of the differences between the losses? {@code --set delta=100} turns Huber into half
 * of MSE.
 */
final class AnomalyRegression implements CourseExperiment {
    private static final int WIDTH = 32;
    private static final int BATCH_SIZE = 64;

    @Override
    public String id() {
        return "w2-anomaly-regression";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("outlierShare", 0.05, 0, 0.5)
                .with("delta", 0.3, 1e-3, 100)
                .with("epochs", 6, 1, 10_000)
                .with("seeds", 5, 1, 100)
                .with("hiddenSize", 16, 1, 4096)
                .with("learningRate", 0.003, 1e-6, 100);
    }

    @Override
    public Settings quick() {
        return settings().changed("epochs", "1").changed("seeds", "2");
    }

    /** What the runs of one loss predict for the test part, [seeds][N]. */
    record Predicted(String key, String name, List<double[]> seeds) {
        Summary meanAbsoluteError(SpikedSeries series) {
            return over(series, true);
        }

        /** Returns predicted minus measured: above 0 the line lies too high. */
        Summary meanError(SpikedSeries series) {
            return over(series, false);
        }

        private Summary over(SpikedSeries series, boolean absolute) {
            return Summary.of(
                    seeds.stream()
                            .mapToDouble(
                                    predictions ->
                                            Arrays.stream(
                                                            series.errors(
                                                                    predictions, series.quiet()))
                                                    .map(
                                                            error ->
                                                                    absolute
                                                                            ? Math.abs(error)
                                                                            : error)
                                                    .average()
                                                    .orElse(Double.NaN))
                            .toArray());
        }
    }

    @Override
    public void run(Lab lab) {
        var series = SpikedSeries.of(WIDTH, lab.settings().number("outlierShare"), lab.seed());
        var scaled = series.scaled();
        Map<String, ILossFunction> losses = new LinkedHashMap<>();
        losses.put("MSE", Losses.MSE.function());
        losses.put("MAE", Losses.MAE.function());
        losses.put("Huber", new Huber(lab.settings().number("delta")));
        var all = new ArrayList<Predicted>();
        losses.forEach((name, loss) -> all.add(train(lab, series, scaled, name, loss)));
        tabulate(lab, series, all);
        drawDay(lab, series, all);
        claim(lab, series, all);
    }

    private static Predicted train(
            Lab lab,
            SpikedSeries series,
            Split<NumberDataset> scaled,
            String name,
            ILossFunction loss) {
        var seeds = new ArrayList<double[]>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            var network =
                    MultilayerPerceptron.regressor(
                                    WIDTH, List.of(lab.settings().integer("hiddenSize")), 1, seed)
                            .withOutput(new Output(Activation.IDENTITY, loss))
                            .withUpdater(Optimizers.ADAM.at(lab.settings().number("learningRate")));
            RunResult run =
                    lab.train(
                            Experiment.regression(
                                            name + "-seed" + seed,
                                            network.configuration(),
                                            Batches.shuffled(scaled.train(), BATCH_SIZE, seed),
                                            Batches.inOrder(scaled.dev(), scaled.dev().size()))
                                    .withEpochs(lab.settings().integer("epochs"))
                                    .withSeed(seed)
                                    .withDataset(scaled.train().name(), scaled.train().checksum())
                                    .withSetting("loss", name));
            seeds.add(series.predict((MultiLayerNetwork) run.model()));
        }
        return new Predicted(name.toLowerCase(Locale.ROOT), name, seeds);
    }

    private static void tabulate(Lab lab, SpikedSeries series, List<Predicted> all) {
        var table =
                TextTable.of(
                        lab.say("训练用的损失", "loss in training"),
                        lab.say("平均绝对误差（次/秒）", "mean absolute error (requests/s)"),
                        lab.say("平均偏差（次/秒）", "mean error (requests/s)"));
        for (var predicted : all) {
            var error = predicted.meanAbsoluteError(series);
            var bias = predicted.meanError(series);
            table.row(predicted.name(), error, bias);
            lab.figure(predicted.key() + ".meanAbsoluteError", error.mean());
            lab.figure(predicted.key() + ".meanError", bias.mean());
        }
        var caption =
                lab.say(
                        "测试段 %d 个正常点上的误差，%d 个种子；训练段大约 %s 的点成了尖峰",
                        "Errors on %d normal points of the test stretch, %d seeds; about %s of"
                                + " the training points became spikes");
        lab.table(
                caption.formatted(
                        series.quiet().size(),
                        lab.settings().integer("seeds"),
                        Numbers.percent(lab.settings().number("outlierShare"))),
                table);
    }

    private static void drawDay(Lab lab, SpikedSeries series, List<Predicted> all) {
        var title = lab.say("有一个尖峰的一天：三种损失的预测", "A day with a spike: predictions of three losses");
        int[] day = series.dayWithSpike();
        double[] hours = IntStream.range(0, day.length).mapToDouble(i -> i / 4.0).toArray();
        var chart = new LineChart(title);
        chart.x(lab.say("时间（小时，从图左起）", "time (hours from the left)"))
                .y(lab.say("每秒请求数", "requests per second"));
        chart.dots(lab.say("实测", "measured"), hours, at(series.measured(), day));
        for (var predicted : all) {
            chart.line(predicted.name(), hours, at(predicted.seeds().get(0), day));
        }
        lab.chart("day-with-spike", title, chart);
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /**
     * Claims that Huber's error is at least a fifth below that of MSE, and that MSE lies too high,
     * twice as far as MAE lies off to either side.
     */
    static void claim(Lab lab, SpikedSeries series, List<Predicted> all) {
        var squared = all.get(0).meanAbsoluteError(series);
        var huber = all.get(2).meanAbsoluteError(series);
        var text =
                lab.say(
                        "正常点上的平均绝对误差：MSE %s，Huber %s（次/秒）",
                        "Mean absolute error on normal points: %s with MSE, %s with Huber"
                                + " (requests/s)");
        lab.claim(text.formatted(squared, huber), huber.mean() < 0.8 * squared.mean());
        var up = all.get(0).meanError(series);
        var steady = all.get(1).meanError(series);
        var dragged =
                lab.say(
                        "尖峰把 MSE 的预测平均抬高 %s 次/秒，MAE 只偏 %s",
                        "The spikes lift MSE's predictions by %s requests/s on average, MAE's by"
                                + " %s");
        lab.claim(
                dragged.formatted(up, steady),
                up.mean() > 0 && up.mean() > 2 * Math.abs(steady.mean()));
    }
}
