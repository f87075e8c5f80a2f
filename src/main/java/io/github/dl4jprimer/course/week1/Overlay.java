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

    private Overlay() {}

    /** Adds both curves, whose values belong to steps 1, 2, 3 …. */
    static void add(
            LineChart chart, String lineName, double[] line, String dotsName, double[] dots) {
        int every = Math.max(1, dots.length / DOTS);
        int[] shown = IntStream.range(0, dots.length).filter(i -> i % every == 0).toArray();
        chart.line(lineName, steps(line.length), line)
                .dots(
                        dotsName,
                        IntStream.of(shown).mapToDouble(i -> i + 1).toArray(),
                        IntStream.of(shown).mapToDouble(i -> dots[i]).toArray());
    }

    /** Returns 1, 2, 3 … up to {@code count}. */
    static double[] steps(int count) {
        return DoubleStream.iterate(1, step -> step + 1).limit(count).toArray();
    }
}
