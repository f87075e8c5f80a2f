package io.github.dl4jprimer.optimizer;

/** Checks of hyper-parameters, with the error text of the whole project. */
final class Range {
    private Range() {}

    /** Returns {@code value} if it is finite and above {@code bound}. */
    static double above(String name, double value, double bound, String advice) {
        if (!(value > bound) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be above " + bound + ", got " + value + ". " + advice + ".");
        }
        return value;
    }

    /** Returns {@code value} if it is at least {@code low} and below {@code high}. */
    static double within(String name, double value, double low, double high, String advice) {
        if (!(value >= low && value < high)) {
            throw new IllegalArgumentException(
                    "%s must be at least %s and below %s, got %s. %s."
                            .formatted(name, low, high, value, advice));
        }
        return value;
    }
}
