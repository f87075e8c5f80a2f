package io.github.dl4jprimer.data.alarms;

import io.github.dl4jprimer.data.TextExample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws distinct labelled lines from phrasings. */
final class AlarmLines {
    private static final int ATTEMPTS_PER_LINE = 20;

    private final long seed;
    private final int linesPerPhrasing;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param linesPerPhrasing lines drawn from each phrasing, fewer only where it cannot give more
     */
    AlarmLines(int linesPerPhrasing, long seed) {
        this.linesPerPhrasing = linesPerPhrasing;
        this.seed = seed;
    }

    /** Returns lines in random order, none of which this object has returned before. */
    List<TextExample> draw(List<Phrasing> phrasings) {
        var examples = new ArrayList<TextExample>();
        for (var phrasing : phrasings) {
            var random = StableRandom.of(seed, phrasing.label() + phrasing.template());
            int left = linesPerPhrasing;
            for (int i = 0; left > 0 && i < linesPerPhrasing * ATTEMPTS_PER_LINE; i++) {
                var line = line(phrasing, random);
                if (seen.add(line)) {
                    examples.add(new TextExample(line, phrasing.label()));
                    left--;
                }
            }
        }
        examples.sort(Comparator.comparing(TextExample::text, StableRandom.order(seed)));
        return examples;
    }

    private static String line(Phrasing phrasing, Random random) {
        var slots = phrasing.slots();
        var filled = slots.fill(phrasing.template(), random);
        return Noise.on(Decoration.around(filled, slots, random), random).strip();
    }
}
