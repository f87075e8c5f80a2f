package io.github.dl4jprimer.bench.peer;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds a value by the name that is typed on the command line. */
final class Keys {
    private Keys() {}

    /**
     * Returns the value with this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T> T named(String what, T[] values, Function<T, String> keyOf, String key) {
        return Arrays.stream(values)
                .filter(value -> keyOf.apply(value).equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s must be one of %s, got %s. Choose one of them."
                                                .formatted(
                                                        what,
                                                        Arrays.stream(values)
                                                                .map(keyOf)
                                                                .collect(Collectors.joining(", ")),
                                                        key)));
    }
}
