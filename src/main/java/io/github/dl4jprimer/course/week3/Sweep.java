package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.Summary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One setting tried at several values, and what came of each.
 *
 * @param points one a value, in the order of the values, at least one
 */
record Sweep<T>(List<T> points) {
    /** Copies the list. */
    Sweep {
        points = List.copyOf(points);
    }

    /**
     * Tries the values in their order.
     *
     * @param values at least one
     */
    static <T> Sweep<T> over(double[] values, DoubleFunction<T> trial) {
        return new Sweep<>(Arrays.stream(values).mapToObj(trial).toList());
    }

    /** Returns the place of each point on the x axis. */
    double[] at(ToDoubleFunction<T> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    /** Returns a measure of each point, mean and standard deviation. */
    Band band(Function<T, Summary> measure) {
        var values = points.stream().map(measure).toList();
        return new Band(
                values.stream().mapToDouble(Summary::mean).toArray(),
                values.stream().mapToDouble(one -> one.mean() - one.standardDeviation()).toArray(),
                values.stream().mapToDouble(one -> one.mean() + one.standardDeviation()).toArray());
    }

    /** Returns the point where a measure is lowest. */
    T lowest(ToDoubleFunction<T> measure) {
        return points.stream().min(Comparator.comparingDouble(measure)).orElseThrow();
    }

    /** Returns the point of the first value. */
    T first() {
        return points.get(0);
    }

    /** Returns the point of the last value. */
    T last() {
        return points.get(points.size() - 1);
    }
}
