package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.TextDataset;
import java.util.List;

/**
 * Alarm lines of six classes: those that pairs are drawn from, and lines of other phrasings.
 *
 * @param training {@code lines} lines of each class
 * @param dev lines whose phrasings are in no pair
 * @param ngrams columns of the bags, from training
 */
record PairedLines(TextDataset training, TextDataset dev, CharacterNgrams ngrams) {
    /** The classes, no more than a chart has colours for. */
    static final List<String> CLASSES =
            List.of("disk", "cpu", "memory", "network", "database", "certificate");

    private static final int DEV_LINES = 60;

    /** Draws the lines for a lab's settings and seed. */
    static PairedLines of(Lab lab) {
        var alarms = Datasets.alarms();
        var training = sample(alarms.train(), lab.settings().integer("lines"), lab.seed());
        var dev = sample(alarms.dev(), DEV_LINES, lab.seed());
        int features = lab.settings().integer("features");
        return new PairedLines(training, dev, CharacterNgrams.fit(training.texts(), 2, features));
    }

    private static TextDataset sample(TextDataset from, int perClass, long seed) {
        var counts =
                from.labels().stream()
                        .map(label -> CLASSES.contains(label) ? perClass : 0)
                        .toList();
        var sampled = AlarmClassifier.sample(from, counts, seed);
        return new TextDataset(from.name(), sampled.examples(), CLASSES, from.checksum());
    }
}
