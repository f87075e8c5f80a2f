package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.LineChart;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Draws measured medians along an axis with theory's curves; the rounds' spread is in the table.
 */
final class GrowthChart {
    private final GrowthAxis axis;
    private final List<GrowthPoint> points;
    private final Language language;

    private GrowthChart(GrowthResults results, GrowthAxis axis, Language language) {
        this.axis = axis;
        this.points = results.points(axis);
        this.language = language;
    }

    /** Returns milliseconds of both steps. */
    static LineChart time(GrowthResults results, GrowthAxis axis, Language language) {
        var chart = new GrowthChart(results, axis, language);
        return chart.draw(
                language.choose("单步时间", "time of a step"),
                language.choose("时间 (ms)", "time (ms)"),
                (point, step) ->
                        results.measured(axis, point, one -> one.milliseconds(step)).median(),
                (point, step) ->
                        new TransformerCost(point).milliseconds(results.ceiling(point), step));
    }

    /** Returns megabytes that both steps add to the process. */
    static LineChart memory(GrowthResults results, GrowthAxis axis, Language language) {
        var chart = new GrowthChart(results, axis, language);
        return chart.draw(
                language.choose("内存峰值", "peak memory"),
                language.choose("建网络之后增加的内存 (MB)", "memory since the network was made (MB)"),
                (point, step) ->
                        results.measured(axis, point, one -> one.addedMegabytes(step)).median(),
                (point, step) -> new TransformerCost(point).memoryBytes(step) / 1e6);
    }

    private LineChart draw(
            String title,
            String y,
            ToDoubleBiFunction<GrowthPoint, GrowthStep> measured,
            ToDoubleBiFunction<GrowthPoint, GrowthStep> theory) {
        var name = axis.title(language);
        var chart =
                new LineChart(
                                language.choose(
                                        title + "随" + name + " 的变化", title + " against " + name))
                        .x(name)
                        .y(y)
                        .logY();
        if (axis != GrowthAxis.THREADS) {
            chart.logX();
        }
        double[] sizes = points.stream().mapToDouble(axis::size).toArray();
        for (var step : GrowthStep.values()) {
            chart.points(
                    step.title(language) + language.choose("，实测", ", measured"),
                    sizes,
                    curve(step, measured));
        }
        for (var step : GrowthStep.values()) {
            chart.line(
                    step.title(language) + language.choose("，理论", ", theory"),
                    sizes,
                    curve(step, theory));
        }
        return chart;
    }

    private double[] curve(GrowthStep step, ToDoubleBiFunction<GrowthPoint, GrowthStep> value) {
        return points.stream().mapToDouble(point -> value.applyAsDouble(point, step)).toArray();
    }
}
