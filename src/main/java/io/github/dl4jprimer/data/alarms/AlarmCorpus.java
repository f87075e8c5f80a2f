package io.github.dl4jprimer.data.alarms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Composes unlabelled lines of operations text, each of 1 to 3 clauses of one topic in the order
 * observed, cause, check, action, note.
 *
 * <p>The clauses are other texts than the phrasings of the labelled lines, with the same
 * vocabulary, so that a model which has read them knows which words belong together.
 */
final class AlarmCorpus {
    private static final double DECORATED = 0.2;
    private static final List<String> JOINTS = List.of("，", "；", "。", "，", "；");

    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Slots slots;
    private final String topic;

    /**
     * Reads the clauses of a topic.
     *
     * @throws IllegalArgumentException if a clause stands before the first section
     */
    AlarmCorpus(String topic) {
        var resource = AlarmResource.read("corpus/" + topic + ".txt");
        this.topic = topic;
        slots = Slots.global().with(resource.definitions());
        String section = null;
        for (var line : resource.lines()) {
            if (line.matches("\\[[a-z]+]")) {
                section = line;
                sections.put(section, new ArrayList<>());
            } else if (section == null) {
                throw new IllegalArgumentException(
                        "clause must be in a section, got \"%s\". Put [observe] above it."
                                .formatted(line));
            } else {
                sections.get(section).add(line);
            }
        }
    }

    /** Returns all clauses, with slots, in order. */
    List<String> clauses() {
        return sections.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Returns distinct lines in random order.
     *
     * @param count how many
     */
    Set<String> draw(int count, long seed) {
        var random = StableRandom.of(seed, topic);
        var lines = new HashSet<String>();
        while (lines.size() < count) {
            lines.add(line(random));
        }
        return lines;
    }

    private String line(Random random) {
        int wanted = 1 + random.nextInt(3);
        int sectionsLeft = sections.size();
        var line = new StringBuilder();
        for (var clauses : sections.values()) {
            if (random.nextInt(sectionsLeft--) < wanted) {
                wanted--;
                line.append(clauses.get(random.nextInt(clauses.size())));
                line.append(wanted > 0 ? JOINTS.get(random.nextInt(JOINTS.size())) : "");
            }
        }
        var filled = slots.fill(line.toString(), random);
        return random.nextDouble() < DECORATED
                ? Decoration.around(filled, slots, random).strip()
                : filled;
    }
}
