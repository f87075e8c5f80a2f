package io.github.dl4jprimer.data.alarms;

import io.github.dl4jprimer.data.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All hand-written phrasings, and their split into train, dev and test. */
final class Phrasings {
    /** The classes in the order of their indices: the component at fault. */
    static final List<String> CLASSES =
            List.of(
                    "disk",
                    "cpu",
                    "memory",
                    "network",
                    "database",
                    "application",
                    "security",
                    "hardware",
                    "middleware",
                    "certificate",
                    "job",
                    "normal");

    private static final double DEV = 0.1;
    private static final double TEST = 0.2;
    private static final String HARD = "! ";

    private Phrasings() {}

    /** Returns every phrasing of a class. */
    static List<Phrasing> of(String label) {
        var resource = AlarmResource.read("phrasings/" + label + ".txt");
        var slots = Slots.global().with(resource.definitions());
        return resource.lines().stream()
                .map(
                        line ->
                                line.startsWith(HARD)
                                        ? new Phrasing(
                                                label, line.substring(2).strip(), true, slots)
                                        : new Phrasing(label, line, false, slots))
                .toList();
    }

    /**
     * Returns the phrasings cut 70 / 10 / 20, so that each class and, within it, the hard ones are
     * shared out in this proportion.
     */
    static Split<List<Phrasing>> split(long seed) {
        var train = new ArrayList<Phrasing>();
        var dev = new ArrayList<Phrasing>();
        var test = new ArrayList<Phrasing>();
        for (var label : CLASSES) {
            for (boolean hard : new boolean[] {false, true}) {
                var group =
                        of(label).stream()
                                .filter(phrasing -> phrasing.hard() == hard)
                                .sorted(
                                        Comparator.comparing(
                                                Phrasing::template, StableRandom.order(seed)))
                                .toList();
                int testEnd = (int) Math.round(TEST * group.size());
                int devEnd = testEnd + (int) Math.round(DEV * group.size());
                test.addAll(group.subList(0, testEnd));
                dev.addAll(group.subList(testEnd, devEnd));
                train.addAll(group.subList(devEnd, group.size()));
            }
        }
        return new Split<>(List.copyOf(train), List.copyOf(dev), List.copyOf(test));
    }
}
