package io.github.dl4jprimer.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers for people: as many digits as mean something, the same on every machine. */
public final class Numbers {
    /** What doubles lose in a few operations, relative to their size; less is not a difference. */
    private static final double ROUNDING = 1e-13;

    private Numbers() {}

    /**
     * Rounds to significant digits: {@code 0.012346}, {@code 98765}, {@code 1.2e-7}.
     *
     * @param value any number; NaN is "n/a", infinities "∞"
     * @param digits 1 to 15
     * @throws IllegalArgumentException if digits are out of range
     */
    public static String significant(double value, int digits) {
        if (digits < 1 || digits > 15) {
            throw new IllegalArgumentException(
                    "digits must be 1 to 15, got " + digits + ". 3 or 4 suit tables.");
        }
        if (!Double.isFinite(value)) {
            return special(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= 9) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        }
        return rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /**
     * A share as a percentage with one decimal: {@code 93.4%}.
     *
     * @param share usually 0 to 1; NaN is "n/a"
     */
    public static String percent(double share) {
        return Double.isFinite(share)
                ? String.format(Locale.ROOT, "%.1f%%", 100 * share)
                : special(share);
    }

    /**
     * Mean and spread as a table shows them: both rounded where the second digit of the spread
     * lies: {@code 0.912 ± 0.0041} is written {@code 0.9120 ± 0.0041}.
     *
     * <p>A spread that is nothing but the rounding of doubles is written as 0; without a mean the
     * text is "n/a".
     */
    public static String plusMinus(double mean, double spread) {
        if (!Double.isFinite(mean) || !Double.isFinite(spread)) {
            return special(mean);
        }
        // A tenth that is summed ten times spreads by rounding alone.
        if (spread <= ROUNDING * Math.abs(mean)) {
            return significant(mean, 4) + " ± 0";
        }
        int decimals = 1 - (int) Math.floor(Math.log10(spread) + 1e-9);
        double size = Math.max(Math.abs(mean), spread);
        if (decimals > 8 || size >= 1e9) {
            return significant(mean, 3) + " ± " + significant(spread, 2);
        }
        String format = "%." + Math.max(0, decimals) + "f";
        return String.format(Locale.ROOT, format + " ± " + format, mean, spread);
    }

    /**
     * The label of a place on a linear axis: all labels of one axis have the same decimals, chosen
     * so that a tenth of the range shows.
     *
     * <p>From a million on and below a thousandth they are written as {@code 2e−6}; 0 is always
     * "0".
     */
    static String tick(double value, Range range) {
        double span = range.max() - range.min();
        double size = Math.max(Math.abs(range.min()), Math.abs(range.max()));
        if (Math.abs(value) < 1e-9 * span) {
            return "0";
        }
        boolean writtenOut = size < 1e6 && size >= 1e-3;
        int decimals = (int) Math.ceil(-Math.log10(span / 10));
        // Negative decimals round before the point. Without, a tick near 1e90 has 90 digits, and
        // XChart goes on for ever looking for ticks whose labels have room.
        int kept = writtenOut ? Math.max(0, decimals) : decimals;
        BigDecimal rounded = new BigDecimal(value).setScale(kept, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return "0";
        }
        return (writtenOut ? rounded.toPlainString() : scientific(rounded)).replace('-', '−');
    }

    /**
     * The label of a place on a logarithmic axis: 1, 2 and 5 times a power of ten, only the powers
     * from three decades on, and not all of them from ten.
     *
     * @return empty where no label belongs
     */
    static String logarithmicTick(double value, Range range) {
        double decades = Math.log10(range.max() / range.min());
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        long mantissa = Math.round(value / Math.pow(10, exponent));
        boolean power = mantissa == 1 && exponent % (int) Math.ceil(decades / 9) == 0;
        boolean between = (decades < 3 && (mantissa == 2 || mantissa == 5)) || decades < 1;
        if (!power && !between) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        boolean writtenOut = value >= 0.9e-3 && value < 1e6;
        return (writtenOut ? rounded.toPlainString() : scientific(rounded)).replace('-', '−');
    }

    /** {@code 1.5e−15}: shorter than Java's own way, and without zeros that say nothing. */
    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        return value > 0 ? "∞" : "-∞";
    }
}
