package io.github.dl4jprimer.report;

import java.util.stream.DoubleStream;

/**
 * Mean and spread of one measurement over several seeds.
 *
 * <p>{@code standardDeviation = sqrt(sum (x - mean)^2 / (n - 1))}, 0 for one value. NaN and
 * infinite values are left out and not counted.
 *
 * @param mean arithmetic mean, NaN without values
 * @param standardDeviation of the sample, 0 or above
 * @param min smallest value
 * @param max largest value
 * @param count how many values are in it
 */
public record Summary(double mean, double standardDeviation, double min, double max, int count) {

    /**
     * Summarises values, one a seed.
     *
     * @param values any number of them; equal ones have no spread, not even by rounding
     */
    public static Summary of(double... values) {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return new Summary(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double min = DoubleStream.of(finite).min().orElseThrow();
        double max = DoubleStream.of(finite).max().orElseThrow();
        if (min == max) {
            // Computed, the mean of equal values would differ from them in the last digit.
            return new Summary(min, 0, min, max, finite.length);
        }
        double mean = DoubleStream.of(finite).average().orElseThrow();
        // Relative to the largest, so that the squares of a diverged run stay finite.
        double size = Math.max(Math.abs(min), Math.abs(max));
        double squares =
                DoubleStream.of(finite).map(value -> Math.pow((value - mean) / size, 2)).sum();
        double deviation = size * Math.sqrt(squares / (finite.length - 1));
        return new Summary(mean, deviation, min, max, finite.length);
    }

    /**
     * {@code 0.9123 ± 0.0041}; only the mean if there is one value, for one seed says nothing of
     * the spread; "n/a" if there is none.
     */
    @Override
    public String toString() {
        return count == 1
                ? Numbers.significant(mean, 4)
                : Numbers.plusMinus(mean, standardDeviation);
    }
}
