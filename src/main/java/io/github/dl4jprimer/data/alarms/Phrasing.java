package io.github.dl4jprimer.data.alarms;

import java.util.Locale;

/**
 * One way to word an alarm.
 *
 * @param label its class
 * @param template text with slots
 * @param hard whether it names several components, negates, or misleads by a keyword
 * @param slots what its slots are filled with
 */
record Phrasing(String label, String template, boolean hard, Slots slots) {
    /** Returns the wording alone: no slots, no case, no white space or punctuation. */
    String skeleton() {
        return Slots.SLOT
                .matcher(template)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}，。；：！？（）【】“”、《》]+", "");
    }
}
