package io.github.dl4jprimer.course;

import io.github.dl4jprimer.course.Allowed.Kind;
import io.github.dl4jprimer.data.BadInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named settings of a catalogued experiment, as {@code primer run --set name=value} changes
 * them.
 *
 * <p>An experiment declares each setting once, with the value that the lesson uses and the least
 * and the greatest that make sense:
 *
 * <pre>{@code
 * Settings.none()
 *         .with("epochs", 20, 1, 10_000)
 *         .with("learningRate", 0.1, 1e-6, 100)
 *         .withWholes("hiddenSizes", "1,4,16", 1, 4096)
 *         .with("activation", "relu")
 * }</pre>
 *
 * <p>From then on every change keeps to the kind of the default and to the bounds.
 *
 * @param values name to value ({@link Long}, {@link Double} or {@link String}), in their order
 * @param allowed name to what it may be changed to
 */
public record Settings(Map<String, Object> values, Map<String, Allowed> allowed) {
    /** Copies the maps, keeping their order. */
    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        allowed = Collections.unmodifiableMap(new LinkedHashMap<>(allowed));
    }

    /** No settings yet; add defaults with {@link #with(String, long)} and its companions. */
    public static Settings none() {
        return new Settings(Map.of(), Map.of());
    }

    /** Adds a whole number without bounds, or changes one within the bounds it has. */
    public Settings with(String name, long value) {
        return values.containsKey(name)
                ? changed(name, Long.toString(value))
                : put(name, value, Allowed.any(Kind.WHOLE));
    }

    /** Adds a number without bounds, or changes one within the bounds it has. */
    public Settings with(String name, double value) {
        return values.containsKey(name)
                ? changed(name, Double.toString(value))
                : put(name, value, Allowed.any(Kind.NUMBER));
    }

    /** Adds a text, or changes a setting as {@link #changed} does. */
    public Settings with(String name, String value) {
        return values.containsKey(name)
                ? changed(name, value)
                : put(name, value, Allowed.any(Kind.TEXT));
    }

    /**
     * Adds a whole number.
     *
     * @param value the lesson's
     * @param least itself allowed
     * @param greatest itself allowed
     */
    public Settings with(String name, long value, long least, long greatest) {
        return declared(name, Long.toString(value), new Allowed(Kind.WHOLE, least, greatest));
    }

    /**
     * Adds a number.
     *
     * @param value the lesson's
     * @param least itself allowed
     * @param greatest itself allowed
     */
    public Settings with(String name, double value, double least, double greatest) {
        return declared(name, Double.toString(value), new Allowed(Kind.NUMBER, least, greatest));
    }

    /** Adds several whole numbers, {@code "1,4,16"}, each within the bounds. */
    public Settings withWholes(String name, String values, long least, long greatest) {
        return declared(name, values, new Allowed(Kind.WHOLES, least, greatest));
    }

    /** Adds several numbers, {@code "0.01,0.1"}, each within the bounds. */
    public Settings withNumbers(String name, String values, double least, double greatest) {
        return declared(name, values, new Allowed(Kind.NUMBERS, least, greatest));
    }

    /** Returns a whole number. */
    public int integer(String name) {
        return Math.toIntExact((Long) existing(name));
    }

    /** Returns a number. */
    public double number(String name) {
        return ((Number) existing(name)).doubleValue();
    }

    /** Returns several numbers in the order in which they were written. */
    public double[] numbers(String name) {
        return allowed.get(name).numbers((String) existing(name));
    }

    /** Returns a text. */
    public String text(String name) {
        return (String) existing(name);
    }

    /**
     * Returns these settings with one changed.
     *
     * @param name a setting that exists
     * @param text its new value, of the same kind as the old one
     * @throws BadInput if there is no such setting, or the text is not of its kind or out of its
     *     bounds
     */
    public Settings changed(String name, String text) {
        var old = existing(name);
        var limits = allowed.get(name);
        return put(name, limits.read(name, text, old), limits);
    }

    private Settings declared(String name, String value, Allowed limits) {
        return put(name, limits.read(name, value, value), limits);
    }

    private Object existing(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new BadInput(
                    "setting must be one of %s, got %s. 'primer experiments' lists them."
                            .formatted(values.keySet(), name));
        }
        return value;
    }

    private Settings put(String name, Object value, Allowed limits) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        var extended = new LinkedHashMap<>(allowed);
        extended.put(name, limits);
        return new Settings(changed, extended);
    }
}
