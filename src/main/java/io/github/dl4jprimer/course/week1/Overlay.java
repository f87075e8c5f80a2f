package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.report.LineChart;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Two curves that are expected to lie on each other: one as a line, the other as dots on it, since
 * of two lines only the upper one would be seen.
 */
final class Overlay {
    private static final int DOTS = 50;

    /** What a diverged training leaves beyond this would press the other curve flat. */
    private static final double LARGEST = 1e9;

    private Overlay() {}

    /** Adds both curves, whose values belong to steps 1, 2, 3 …. */
    static void add(
            LineChart chart, String lineName, double[] line, String dotsName, double[] dots) {
        int every = Math.max(1, dots.length / DOTS);
        int[] shown = IntStream.range(0, dots.length).filter(i -> i % every == 0).toArray();
        chart.line(lineName, steps(line.length), drawn(line))
                .dots(
                        dotsName,
                        IntStream.of(shown).mapToDouble(i -> i + 1).toArray(),
                        IntStream.of(shown).mapToDouble(i -> drawn(dots[i])).toArray());
    }

    /** Returns the values; NaN, which leaves a gap, where they are beyond all bounds. */
    static double[] drawn(double... values) {
        return DoubleStream.of(values).map(Overlay::drawn).toArray();
    }

    private static double drawn(double value) {
        return Math.abs(value) <= LARGEST ? value : Double.NaN;
    }

    /** Returns 1, 2, 3 … up to {@code count}. */
    static double[] steps(int count) {
        return DoubleStream.iterate(1, step -> step + 1).limit(count).toArray();
    }
}
