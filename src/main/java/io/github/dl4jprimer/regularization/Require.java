package io.github.dl4jprimer.regularization;

/** Checks of arguments, with the error text of the whole project. */
final class Require {
    private Require() {}

    /** Returns {@code value} if it is finite and at least 0. */
    static double notNegative(String name, double value, String advice) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s must be at least 0, got %s. %s.".formatted(name, value, advice));
        }
        return value;
    }

    /** Returns {@code value} if it is at least 0 and below 1. */
    static double share(String name, double value, String advice) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "%s must be at least 0 and below 1, got %s. %s."
                            .formatted(name, value, advice));
        }
        return value;
    }

    /** Returns {@code value} if it is finite. */
    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s must be finite, got %s. Lower the learning rate.".formatted(name, value));
        }
        return value;
    }
}
