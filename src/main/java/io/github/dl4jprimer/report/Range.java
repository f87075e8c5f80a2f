package io.github.dl4jprimer.report;

import java.util.stream.DoubleStream;

/**
 * The part of an axis that is shown, and where on it a value lies.
 *
 * <p>Positions run from 0 at the left or lower end to 1 at the other, whatever the direction in
 * pixels. A constant gets a tenth of its size as room on both sides, or a factor of two.
 *
 * @param min lower end
 * @param max upper end, above {@code min}
 * @param logarithmic whether equal factors take equal lengths; then {@code min} is above 0
 */
record Range(double min, double max, boolean logarithmic) {
    /** Values nearer to each other than this, relative to their size, are a constant. */
    private static final double CONSTANT = 1e-6;

    /** XChart finds no round steps on an axis shorter than about this. */
    private static final double SHORT = 1e-6;

    /** From about this on its arithmetic loses the steps. */
    private static final double LONG = 1e9;

    /** What a diverged run leaves beyond this is off every chart. */
    private static final double LIMIT = 1e100;

    Range {
        boolean finite = Double.isFinite(min) && Double.isFinite(max);
        if (!finite || min >= max || (logarithmic && min <= 0)) {
            throw new IllegalArgumentException(
                    "range must be finite with min < max%s, got %s to %s. Give other limits."
                            .formatted(logarithmic ? " and min above 0" : "", min, max));
        }
    }

    /**
     * The range that shows all values.
     *
     * @param values NaN and infinities are passed over, on a logarithmic axis also what is not
     *     above 0
     * @param margin space at both ends, as a share of the range
     */
    static Range fitting(DoubleStream values, boolean logarithmic, double margin) {
        var shown =
                values.filter(
                                value ->
                                        Math.abs(value) < LIMIT
                                                && (!logarithmic || value > 1 / LIMIT))
                        .summaryStatistics();
        double min = shown.getCount() > 0 ? shown.getMin() : logarithmic ? 0.1 : 0;
        double max = shown.getCount() > 0 ? shown.getMax() : logarithmic ? 10 : 1;
        double size = Math.max(Math.abs(min), Math.abs(max));
        boolean constant = max - min <= CONSTANT * size;
        if (logarithmic) {
            double factor = constant ? 2 : Math.pow(max / min, margin);
            return new Range(min / factor, max * factor, true);
        }
        double room = constant ? (size == 0 ? 1 : 0.1 * size) : margin * (max - min);
        return new Range(min - room, max + room, false);
    }

    /**
     * The power of ten that values are divided by before XChart sees them. It rounds the steps
     * between ticks to ten decimals, so an axis of gradients near 1e-12 would have none; and it
     * never ends on an axis of a diverged loss near 1e90.
     *
     * @return 1 unless the range is linear and very short or very long
     */
    double unit() {
        double span = max - min;
        boolean usual = logarithmic || (span >= SHORT && span < LONG);
        return usual ? 1 : Math.pow(10, Math.floor(Math.log10(span)));
    }

    /** Whether a value is shown. */
    boolean contains(double value) {
        return value >= min && value <= max;
    }

    /** The value, or one far beyond the same end if it would be too large to draw; NaN stays. */
    double clamp(double value) {
        if (logarithmic) {
            double decades = max / min;
            return value <= 0
                    ? Double.NaN
                    : Math.max(min / decades, Math.min(max * decades, value));
        }
        double far = 20 * (max - min);
        return Math.max(min - far, Math.min(max + far, value));
    }

    /** Where a value lies from 0 at {@code min} to 1 at {@code max}. */
    double position(double value) {
        return logarithmic
                ? Math.log(value / min) / Math.log(max / min)
                : (value - min) / (max - min);
    }

    /** The value at a position, the reverse of {@link #position}. */
    double at(double position) {
        return logarithmic ? min * Math.pow(max / min, position) : min + position * (max - min);
    }
}
