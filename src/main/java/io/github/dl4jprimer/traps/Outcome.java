package io.github.dl4jprimer.traps;

import java.util.function.Supplier;

/** What came out of a computation: a number, a text, or an exception in its place. */
public sealed interface Outcome {

    /** Share of a number by which two equal numbers may differ for rounding. */
    double TOLERANCE = 1e-5;

    /** A number. */
    record Quantity(double value) implements Outcome {}

    /** A text that reads alike in every language: a name, a shape, tokens. */
    record Text(String value) implements Outcome {}

    /**
     * An exception.
     *
     * @param exception simple name of its class
     * @param message first line of its message, or an empty string
     */
    record Failure(String exception, String message) implements Outcome {}

    /** Returns a number. */
    static Outcome of(double number) {
        return new Quantity(number);
    }

    /** Returns a text. */
    static Outcome of(String text) {
        return new Text(text);
    }

    /** Returns the number that an action gives, or the exception that it throws. */
    static Outcome number(Supplier<? extends Number> action) {
        return attempt(() -> of(action.get().doubleValue()));
    }

    /** Returns the text that an action gives, or the exception that it throws. */
    static Outcome text(Supplier<String> action) {
        return attempt(() -> of(action.get()));
    }

    private static Outcome attempt(Supplier<Outcome> action) {
        try {
            return action.get();
        } catch (RuntimeException e) {
            var message = e.getMessage() == null ? "" : e.getMessage();
            return new Failure(
                    e.getClass().getSimpleName(), message.lines().findFirst().orElse(""));
        }
    }

    /**
     * Whether both say the same: numbers within {@link #TOLERANCE} of the larger, NaN only with
     * NaN; failures by their class.
     */
    default boolean agrees(Outcome other) {
        if (this instanceof Quantity a && other instanceof Quantity b) {
            double larger = Math.max(Math.abs(a.value), Math.abs(b.value));
            var close = Math.abs(a.value - b.value) <= TOLERANCE * larger;
            return Double.compare(a.value, b.value) == 0 || (Double.isFinite(larger) && close);
        }
        if (this instanceof Failure a && other instanceof Failure b) {
            return a.exception.equals(b.exception);
        }
        return equals(other);
    }
}
