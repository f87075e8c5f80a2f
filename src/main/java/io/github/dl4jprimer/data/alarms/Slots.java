package io.github.dl4jprimer.data.alarms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the slots of a phrasing are filled with.
 *
 * <p>{@code @name = a | b | c} gives alternatives, which may hold slots themselves; an alternative
 * {@code lo..hi} is a number of that range, with the decimals or the leading zeros of {@code lo}.
 *
 * @param alternatives by the name of the slot
 */
record Slots(Map<String, List<String>> alternatives) {
    /** A slot in a phrasing: {host}, {pct}. Other braces are text. */
    static final Pattern SLOT = Pattern.compile("\\{([a-z][a-z0-9]*)}");

    private static final Pattern RANGE =
            Pattern.compile("(\\d+(?:\\.(\\d+))?)\\.\\.(\\d+(?:\\.\\d+)?)");

    Slots {
        alternatives = Map.copyOf(alternatives);
    }

    /** Returns the slots that every phrasing may use. */
    static Slots global() {
        return new Slots(Map.of()).with(AlarmResource.read("slots.txt").definitions());
    }

    /** Returns these slots and more, given as name to {@code a | b | c}. */
    Slots with(Map<String, String> definitions) {
        var all = new HashMap<>(alternatives);
        definitions.forEach((name, values) -> all.put(name, List.of(values.split(" \\| "))));
        return new Slots(all);
    }

    /**
     * Returns the text with every slot filled, each occurrence on its own.
     *
     * @throws IllegalArgumentException if a slot is not defined
     */
    String fill(String text, Random random) {
        Matcher slot = SLOT.matcher(text);
        var filled = new StringBuilder();
        while (slot.find()) {
            var values = alternatives.get(slot.group(1));
            if (values == null) {
                throw new IllegalArgumentException(
                        "slot must be defined, got {%s} in \"%s\". Add @%s = a | b."
                                .formatted(slot.group(1), text, slot.group(1)));
            }
            var value = values.get(random.nextInt(values.size())).strip();
            slot.appendReplacement(filled, Matcher.quoteReplacement(number(value, random)));
        }
        var result = slot.appendTail(filled).toString();
        return filled.length() > 0 && SLOT.matcher(result).find() && !result.equals(text)
                ? fill(result, random)
                : result;
    }

    private static String number(String value, Random random) {
        var range = RANGE.matcher(value);
        if (!range.matches()) {
            return value;
        }
        double low = Double.parseDouble(range.group(1));
        double high = Double.parseDouble(range.group(3));
        if (range.group(2) != null) {
            int decimals = range.group(2).length();
            return String.format(
                    Locale.ROOT, "%." + decimals + "f", low + (high - low) * random.nextDouble());
        }
        var number = Long.toString((long) low + random.nextInt((int) (high - low) + 1));
        int width = range.group(1).startsWith("0") ? range.group(1).length() : 1;
        return "0".repeat(Math.max(0, width - number.length())) + number;
    }
}
