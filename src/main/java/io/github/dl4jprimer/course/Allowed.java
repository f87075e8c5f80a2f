package io.github.dl4jprimer.course;

import io.github.dl4jprimer.data.BadInput;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What a setting may be: its kind and, for numbers, the least and the greatest of them.
 *
 * <p>The bounds are there so that a slip of the finger ends in one line, not in a training that
 * never ends or breaks half-way: a learning rate of 0 learns nothing, a hidden layer of no neuron
 * cannot be built, a million epochs take a day.
 *
 * @param kind a number, several of them, or text
 * @param least the least number, itself allowed; without meaning for a text
 * @param greatest the greatest number, itself allowed; without meaning for a text
 */
record Allowed(Kind kind, double least, double greatest) {
    /** What a value is. */
    enum Kind {
        /** A {@link Long}. */
        WHOLE("a whole number"),
        /** A {@link Double}. */
        NUMBER("a number"),
        /** A text: different whole numbers with commas between them. */
        WHOLES("different whole numbers"),
        /** A text: different numbers with commas between them. */
        NUMBERS("different numbers"),
        /** Any text. */
        TEXT("a text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean isList() {
            return this == WHOLES || this == NUMBERS;
        }
    }

    /** Allows any value of a kind. */
    static Allowed any(Kind kind) {
        return new Allowed(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the value that a learner's text means.
     *
     * @param name of the setting, for the error
     * @param usual its value so far, for the error
     * @return a {@link Long}, a {@link Double} or the text itself
     * @throws BadInput if the text is not of this kind or a number is out of bounds
     */
    Object read(String name, String text, Object usual) {
        try {
            return switch (kind) {
                case WHOLE -> (long) bounded((double) Long.parseLong(text));
                case NUMBER -> bounded(Double.parseDouble(text));
                case WHOLES, NUMBERS -> {
                    numbers(text);
                    yield text;
                }
                case TEXT -> text;
            };
        } catch (NumberFormatException e) {
            throw new BadInput(
                    "%s must be %s, got %s. Its default is %s."
                            .formatted(name, expected(), text, usual));
        }
    }

    /**
     * Returns the numbers of a list, in their order.
     *
     * @throws NumberFormatException if the text is no such list
     */
    double[] numbers(String text) {
        double[] numbers =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .mapToDouble(
                                one ->
                                        kind == Kind.WHOLES
                                                ? (double) Long.parseLong(one)
                                                : Double.parseDouble(one))
                        .map(this::bounded)
                        .toArray();
        if (Arrays.stream(numbers).distinct().count() < numbers.length) {
            throw new NumberFormatException("twice the same");
        }
        return numbers;
    }

    /** Tells NaN apart too: no comparison with it is true. */
    private double bounded(double number) {
        if (!(number >= least && number <= greatest) || Double.isInfinite(number)) {
            throw new NumberFormatException("out of bounds");
        }
        return number;
    }

    private String expected() {
        var bounds =
                Double.isInfinite(least)
                        ? ""
                        : " from %s to %s".formatted(plain(least), plain(greatest));
        return kind.words + bounds + (kind.isList() ? " with commas between them" : "");
    }

    /** Writes a bound as a learner would: 0.000001, not 1.0E-6. */
    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
