package io.github.dl4jprimer.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Chooses the heights of contour lines: 1, 2, 5 times powers of ten above the lowest value, over
 * three decades.
 *
 * <p>Even steps would leave the floor of a valley empty, where the optimizers are. A surface with
 * values well below and above 0 (a saddle) gets the same heights on both sides of 0.
 */
final class ContourLevels {
    /** Highest to lowest level. */
    private static final double RATIO = 5e3;

    /** The same around a saddle, where low levels lie close together along the diagonals. */
    private static final double SADDLE_RATIO = 50;

    /** A lowest value nearer to 0 than this share of the range counts as 0. */
    private static final double NEARLY_ZERO = 0.01;

    private ContourLevels() {}

    /** The levels in rising order; none for a constant surface. */
    static double[] of(double[][] values) {
        double[] sorted =
                Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (sorted.length == 0) {
            return sorted;
        }
        double lowest = sorted[0];
        double high = sorted[(int) (0.98 * (sorted.length - 1))];
        double range = high - lowest;
        if (range <= 1e-12 * Math.abs(high)) {
            return new double[0];
        }
        if (lowest < -NEARLY_ZERO * range && high > NEARLY_ZERO * range) {
            return steps(Math.max(high, -lowest), SADDLE_RATIO)
                    .flatMap(step -> DoubleStream.of(-step, step))
                    .filter(level -> level > lowest && level < high)
                    .sorted()
                    .toArray();
        }
        double floor = Math.abs(lowest) < NEARLY_ZERO * range ? 0 : lowest;
        return steps(range, RATIO).map(step -> floor + step).toArray();
    }

    /** 1, 2 and 5 times powers of ten from {@code highest / ratio} to {@code highest}. */
    private static DoubleStream steps(double highest, double ratio) {
        int first = (int) Math.floor(Math.log10(highest / ratio));
        int last = (int) Math.floor(Math.log10(highest));
        return IntStream.rangeClosed(first, last)
                .mapToObj(exponent -> Math.pow(10, exponent))
                .flatMapToDouble(power -> DoubleStream.of(power, 2 * power, 5 * power))
                .filter(level -> level >= highest / ratio && level <= highest);
    }
}
