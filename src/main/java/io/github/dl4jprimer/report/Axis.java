package io.github.dl4jprimer.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One axis: its name with unit, its range, and how values lie along it.
 *
 * @param name quantity and unit, like {@code 损失 (nat)}
 * @param min value at the left or lower end
 * @param max value at the other end, above {@code min}
 * @param kind spacing of the values
 */
record Axis(String name, double min, double max, Kind kind) {
    /** Largest magnitude that is drawn; what a diverged run leaves beyond it is off the chart. */
    private static final double LIMIT = 1e300;

    /** Narrower ranges, relative to the values, are rounding noise of a constant. */
    private static final double CONSTANT = 1e-9;

    Axis {
        if (!(min < max) || Math.abs(min) > LIMIT || Math.abs(max) > LIMIT) {
            throw new IllegalArgumentException(
                    "axis range must be two finite numbers with min < max, got %s to %s. Give other limits."
                            .formatted(min, max));
        }
        if (kind == Kind.LOGARITHMIC && min <= 0) {
            throw new IllegalArgumentException(
                    "min of a logarithmic axis must be above 0, got %s. Use a linear axis."
                            .formatted(min));
        }
    }

    /** How values lie along an axis. */
    enum Kind {
        /** Evenly. */
        LINEAR,
        /** Evenly, and only whole numbers have a meaning: epochs, steps, layers. */
        WHOLE,
        /** Equal factors take equal lengths. */
        LOGARITHMIC
    }

    /**
     * The axis that shows all values, with a margin.
     *
     * @param values NaN and infinities are passed over, on a logarithmic axis also what is not
     *     above 0
     * @param logarithmic whether equal factors take equal lengths
     * @param margin space to leave at both ends, as a share of the range
     */
    static Axis fitting(String name, DoubleStream values, boolean logarithmic, double margin) {
        double[] shown =
                values.filter(value -> Double.isFinite(value) && (!logarithmic || value > 0))
                        .map(value -> Math.max(-LIMIT / 10, Math.min(LIMIT / 10, value)))
                        .toArray();
        double min = DoubleStream.of(shown).min().orElse(logarithmic ? 0.1 : 0);
        double max = DoubleStream.of(shown).max().orElse(logarithmic ? 10 : 1);
        if (logarithmic) {
            double factor = max / min < 1 + CONSTANT ? 2 : Math.pow(max / min, margin);
            return new Axis(name, min / factor, max * factor, Kind.LOGARITHMIC);
        }
        boolean whole =
                shown.length > 0
                        && DoubleStream.of(shown).allMatch(value -> value == Math.rint(value));
        double widest = Math.max(Math.abs(min), Math.abs(max));
        boolean constant = max - min <= CONSTANT * widest;
        double room = constant ? roomAround(widest, whole) : margin * (max - min);
        return new Axis(name, min - room, max + room, whole ? Kind.WHOLE : Kind.LINEAR);
    }

    private static double roomAround(double constant, boolean whole) {
        if (constant == 0) {
            return 1;
        }
        return whole ? Math.max(1, 0.1 * constant) : 0.1 * constant;
    }

    /** The same axis over another range. */
    Axis withRange(double newMin, double newMax) {
        return new Axis(name, newMin, newMax, kind);
    }

    /**
     * The same axis with values between the whole numbers given a meaning, unless it is
     * logarithmic.
     */
    Axis continuous() {
        return kind == Kind.WHOLE ? new Axis(name, min, max, Kind.LINEAR) : this;
    }

    /**
     * Where a value lies: 0 at {@code min}, 1 at {@code max}, beyond them outside.
     *
     * @return within [-1000, 1000], so that infinities keep their direction; NaN for NaN
     */
    double position(double value) {
        double share =
                kind == Kind.LOGARITHMIC
                        ? Math.log(Math.max(value, 0) / min) / Math.log(max / min)
                        : (value - min) / (max - min);
        return Double.isNaN(value) ? Double.NaN : Math.max(-1000, Math.min(1000, share));
    }

    /** Whether a value is on the axis. */
    boolean contains(double value) {
        return value >= min && value <= max;
    }

    /** Labelled places along the axis, about as many as asked for. */
    List<Ticks.Tick> ticks(int wanted) {
        return Ticks.of(this, wanted);
    }
}
