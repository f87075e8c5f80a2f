package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.BoundaryChart;
import io.github.dl4jprimer.report.ConfusionChart;
import io.github.dl4jprimer.report.Grid;
import io.github.dl4jprimer.report.HeatMapChart;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.NumericalGradient;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The charts of the notebooks, in one call each.
 *
 * <p>A cell names what it wants to see; axes, grids and conversions are the library's.
 */
public final class Pictures {
    private static final int GRID = 60;
    private static final int CURVE_POINTS = 201;

    private Pictures() {}

    /** Returns the loss on training and validation data by epoch. */
    public static LineChart loss(String title, RunResult run) {
        var epochs = run.epochs();
        var numbers = epochs.stream().mapToDouble(EpochMetrics::epoch).toArray();
        var training = epochs.stream().mapToDouble(EpochMetrics::trainLoss).toArray();
        var validation = epochs.stream().mapToDouble(EpochMetrics::validationLoss).toArray();
        return new LineChart(title)
                .x(Notebook.say("轮次", "epoch"))
                .y(Notebook.say("损失", "loss"))
                .line(Notebook.say("训练", "training"), numbers, training)
                .line(Notebook.say("验证", "validation"), numbers, validation);
    }

    /**
     * Returns a number of each epoch, variant by variant; the bands are the spread over the seeds.
     *
     * @param value such as {@code EpochMetrics::validationLoss}
     */
    public static <T> LineChart lossByEpoch(
            String title, Comparison<T> comparison, ToDoubleFunction<EpochMetrics> value) {
        var chart =
                new LineChart(title).x(Notebook.say("轮次", "epoch")).y(Notebook.say("损失", "loss"));
        for (var variant : comparison.runs().keySet()) {
            var band = comparison.byEpoch(variant, value);
            var epochs = IntStream.rangeClosed(1, band.mean().length).asDoubleStream().toArray();
            chart.band(variant.toString(), epochs, band);
        }
        chart.note(spread(comparison));
        return chart;
    }

    /**
     * Returns the losses of the last epoch over what was varied; the bands are the spread over the
     * seeds.
     *
     * @param variant what the numbers are, for the axis
     */
    public static <T extends Number> LineChart lossByVariant(
            String title, String variant, Comparison<T> comparison) {
        double[] xs =
                comparison.runs().keySet().stream().mapToDouble(Number::doubleValue).toArray();
        var training = comparison.byVariant(EpochMetrics::trainLoss);
        var validation = comparison.byVariant(EpochMetrics::validationLoss);
        var chart =
                new LineChart(title)
                        .x(variant)
                        .y(Notebook.say("损失", "loss"))
                        .band(Notebook.say("训练", "training"), xs, training)
                        .band(Notebook.say("验证", "validation"), xs, validation);
        chart.note(spread(comparison));
        return chart;
    }

    private static String spread(Comparison<?> comparison) {
        return Notebook.say("线：%d 个种子的均值；浅色带：±1 个标准差", "line: mean of %d seeds; band: ±1 std")
                .formatted(comparison.runs().values().iterator().next().size());
    }

    /**
     * Returns who looks at whom.
     *
     * @param tokens T of them, in their order
     * @param weights [T, T], a row for each token that asks, summing to one
     */
    public static HeatMapChart attention(String title, List<String> tokens, INDArray weights) {
        return HeatMapChart.matrix(title, tokens, tokens, weights.toDoubleMatrix())
                .x(Notebook.say("被看的（键）", "looked at (key)"))
                .y(Notebook.say("发问的（查询）", "asking (query)"))
                .scaleName(Notebook.say("注意力权重", "attention weight"))
                .withValues();
    }

    /** Returns an activation function and its slope over -4..4. */
    public static LineChart activation(ActivationFunction function) {
        var x = Nd4j.linspace(DataType.DOUBLE, -4, 8.0 / (CURVE_POINTS - 1), CURVE_POINTS);
        return new LineChart(function.name())
                .x("z")
                .y(Notebook.say("值", "value"))
                .line("f(z)", x.toDoubleVector(), function.value(x).toDoubleVector())
                .line("f′(z)", x.toDoubleVector(), function.derivative(x).toDoubleVector());
    }

    /**
     * A classifier at one moment.
     *
     * @param name of the moment
     * @param probabilities what it says: points [N, 2] to probabilities [N, C]
     */
    public record Moment(String name, UnaryOperator<INDArray> probabilities) {}

    /** Returns a classifier at one moment, for {@link #boundary}. */
    public static Moment moment(String name, UnaryOperator<INDArray> probabilities) {
        return new Moment(name, probabilities);
    }

    /**
     * Returns how a classifier divides the plane, moment by moment, with the data on top.
     *
     * @param data of two features
     */
    public static BoundaryChart boundary(String title, NumberDataset data, Moment... moments) {
        var points = data.features().toDoubleMatrix();
        var grid = Grid.around(points, GRID);
        var asked = Nd4j.createFromArray(grid.points()).castTo(data.features().dataType());
        var chart =
                new BoundaryChart(title, grid, data.labels().toArray(String[]::new))
                        .x(Notebook.say("特征 1", "feature 1"))
                        .y(Notebook.say("特征 2", "feature 2"))
                        .points(points, data.classes());
        for (var moment : moments) {
            chart.panel(moment.name(), moment.probabilities().apply(asked).toDoubleMatrix());
        }
        return chart;
    }

    /** Returns the entry of each parameter block where two gradients differ most. */
    public static TextTable gradients(List<NumericalGradient.Worst> blocks) {
        var table =
                TextTable.of(
                        Notebook.say("参数组", "block"),
                        Notebook.say("最差的位置", "worst entry"),
                        Notebook.say("解析梯度", "analytic"),
                        Notebook.say("数值梯度", "numerical"),
                        Notebook.say("相对误差", "relative error"));
        blocks.forEach(
                worst ->
                        table.row(
                                worst.block(),
                                worst.index(),
                                worst.analytic(),
                                worst.numerical(),
                                worst.relativeError()));
        return table;
    }

    /** Returns which classes were taken for which. */
    public static HeatMapChart confusion(
            String title, List<String> labels, EvaluationResult result) {
        return ConfusionChart.of(Notebook.language(), title, labels, result.confusion().counts());
    }
}
