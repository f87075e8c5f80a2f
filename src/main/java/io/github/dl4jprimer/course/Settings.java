package io.github.dl4jprimer.course;

import io.github.dl4jprimer.data.BadInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named settings of a catalogued experiment, as {@code primer run --set name=value} changes
 * them.
 *
 * <p>Each value keeps the kind of its default: a whole number, a number or a text.
 *
 * @param values name to value ({@link Long}, {@link Double} or {@link String}), in their order
 */
public record Settings(Map<String, Object> values) {
    /** Copies the map, keeping its order. */
    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No settings yet; add defaults with {@link #with(String, long)} and its companions. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** Adds a whole number. */
    public Settings with(String name, long value) {
        return put(name, value);
    }

    /** Adds a number. */
    public Settings with(String name, double value) {
        return put(name, value);
    }

    /** Adds a text. */
    public Settings with(String name, String value) {
        return put(name, value);
    }

    /** Returns a whole number. */
    public int integer(String name) {
        return Math.toIntExact((Long) existing(name));
    }

    /** Returns a number. */
    public double number(String name) {
        return ((Number) existing(name)).doubleValue();
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
     * @throws BadInput if there is no such setting, or the text is not of its kind
     */
    public Settings changed(String name, String text) {
        var old = existing(name);
        try {
            if (old instanceof Long) {
                return put(name, Long.valueOf(text));
            }
            return put(name, old instanceof Double ? finite(Double.parseDouble(text)) : text);
        } catch (NumberFormatException e) {
            var kind = old instanceof Long ? "a whole number" : "a number";
            throw new BadInput(
                    "%s must be %s, got %s. Its default is %s.".formatted(name, kind, text, old));
        }
    }

    private static Object finite(double value) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException();
        }
        return value;
    }

    private Object existing(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new BadInput(
                    "setting must be one of %s, got %s.".formatted(values.keySet(), name));
        }
        return value;
    }

    private Settings put(String name, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }
}
