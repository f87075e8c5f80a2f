package io.github.dl4jprimer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Chooses the labelled places of an axis: steps of 1, 2 or 5 times a power of ten, or decades.
 *
 * <p>Labels are written out while that takes few digits, else with a power of ten: {@code 2×10^−5}.
 */
final class Ticks {
    private static final double SMALLEST_WRITTEN_OUT = 1e-4;
    private static final double LARGEST_WRITTEN_OUT = 1e6;

    /** Below this many decades a logarithmic axis gets evenly spaced labels like a linear one. */
    private static final double FEW_DECADES = 0.5;

    private Ticks() {}

    /**
     * One labelled place.
     *
     * @param value where
     * @param label what to write; {@code ^} starts a raised exponent
     */
    record Tick(double value, String label) {}

    static List<Tick> of(Axis axis, int wanted) {
        int most = Math.max(1, wanted);
        if (axis.kind() == Axis.Kind.LOGARITHMIC) {
            double decades = Math.log10(axis.max() / axis.min());
            return decades < FEW_DECADES ? even(axis, most) : decades(axis, decades, most);
        }
        return even(axis, most);
    }

    /**
     * Values of 1 to 9 times each decade in range, for faint lines between the labels of a
     * logarithmic axis.
     */
    static double[] between(Axis axis) {
        int first = (int) Math.floor(Math.log10(axis.min()));
        int last = (int) Math.ceil(Math.log10(axis.max()));
        if (last - first > 8) {
            return new double[0];
        }
        return decadeValues(axis, 1, new double[] {2, 3, 4, 5, 6, 7, 8, 9});
    }

    private static List<Tick> even(Axis axis, int most) {
        double step = niceStep((axis.max() - axis.min()) / most);
        if (axis.kind() == Axis.Kind.WHOLE) {
            step = Math.max(1, step);
        }
        var values = DoubleStream.builder();
        long first = (long) Math.ceil(axis.min() / step - 1e-9);
        long last = (long) Math.floor(axis.max() / step + 1e-9);
        for (long index = first; index <= last && index - first <= 100; index++) {
            values.add(index * step);
        }
        return labelled(values.build().toArray(), step);
    }

    private static List<Tick> decades(Axis axis, double decades, int most) {
        int every = (int) Math.max(1, Math.ceil(decades / most));
        double[] within = {1};
        if (decades * 3 <= most) {
            within = new double[] {1, 2, 5};
        }
        if (decades * 9 <= most) {
            within = new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9};
        }
        double[] values = decadeValues(axis, every, within);
        boolean writtenOut =
                DoubleStream.of(values).allMatch(value -> value > 0.9e-3 && value < 1.1e4);
        List<Tick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(new Tick(value, writtenOut ? plain(value, decimalsOf(value)) : power(value)));
        }
        return ticks;
    }

    private static double[] decadeValues(Axis axis, int every, double[] within) {
        int first = Math.floorDiv((int) Math.floor(Math.log10(axis.min())), every) * every;
        var values = DoubleStream.builder();
        for (int exponent = first; exponent <= Math.log10(axis.max()) + 1e-9; exponent += every) {
            for (double factor : within) {
                values.add(factor * Math.pow(10, exponent));
            }
        }
        double slack = 1 + 1e-9;
        return values.build()
                .filter(value -> value >= axis.min() / slack && value <= axis.max() * slack)
                .toArray();
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below {@code atLeast}. */
    static double niceStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static List<Tick> labelled(double[] values, double step) {
        double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
        boolean powers =
                largest >= LARGEST_WRITTEN_OUT && step >= 1 || largest < SMALLEST_WRITTEN_OUT;
        int decimals = Math.min(12, decimalsOf(step));
        List<Tick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(
                    new Tick(
                            value,
                            powers ? scientific(value, step, largest) : plain(value, decimals)));
        }
        return ticks;
    }

    private static int decimalsOf(double step) {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }

    private static String plain(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return digits.matches("-0(\\.0*)?") ? digits.substring(1) : digits.replace('-', '−');
    }

    /**
     * Mantissa times the power of ten of the axis' largest label, so that labels compare at a
     * glance.
     */
    private static String scientific(double value, double step, double largest) {
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(largest) + 1e-9);
        int decimals =
                Math.min(6, (int) Math.max(0, exponent - Math.floor(Math.log10(step) + 1e-9)));
        return plain(value / Math.pow(10, exponent), decimals) + "×10^" + signed(exponent);
    }

    private static String power(double value) {
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        long mantissa = Math.round(value / Math.pow(10, exponent));
        return (mantissa == 1 ? "" : mantissa + "×") + "10^" + signed(exponent);
    }

    private static String signed(int exponent) {
        return Integer.toString(exponent).replace('-', '−');
    }
}
