package io.github.dl4jprimer.gradientcheck;

import java.util.Arrays;

/**
 * What the check found in one parameter array, at its worst entry.
 *
 * @param name layer and parameter, as in the network's parameter table: {@code 0_W}
 * @param shape shape of the parameter
 * @param checked number of entries that were checked
 * @param worst index of the entry with the largest error
 * @param analytic gradient there by backpropagation
 * @param numeric gradient there by central differences
 * @param relativeError {@code |analytic - numeric| / max(|analytic|, |numeric|, floor)}
 */
public record ParameterCheck(
        String name,
        long[] shape,
        int checked,
        long[] worst,
        double analytic,
        double numeric,
        double relativeError) {

    /** Below this size a gradient's error counts as if the gradient had this size. */
    static final double FLOOR = 1e-4;

    /** Copies the arrays. */
    public ParameterCheck {
        shape = shape.clone();
        worst = worst.clone();
    }

    /** Returns the relative error of one entry; NaN counts as infinitely wrong. */
    static double error(double analytic, double numeric) {
        double size = Math.max(FLOOR, Math.max(Math.abs(analytic), Math.abs(numeric)));
        double error = Math.abs(analytic - numeric) / size;
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /** The worst entry as a reader writes it: {@code 0_W[2, 1]}. */
    public String worstEntry() {
        return name + Arrays.toString(worst);
    }

    /** How many entries the parameter has, checked or not. */
    public long entries() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public long[] worst() {
        return worst.clone();
    }
}
