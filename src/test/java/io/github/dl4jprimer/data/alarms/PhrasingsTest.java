package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasingsTest {
    private static final Split<List<Phrasing>> SPLIT = Phrasings.split(AlarmLogs.SEED);

    private static List<Phrasing> all() {
        return Phrasings.CLASSES.stream().flatMap(label -> Phrasings.of(label).stream()).toList();
    }

    @Test
    void everyClassHasSixtyPhrasingsOrMoreAndSixteenHardOnes() {
        for (var label : Phrasings.CLASSES) {
            var phrasings = Phrasings.of(label);
            long hard = phrasings.stream().filter(Phrasing::hard).count();
            assertTrue(hard >= 16 && phrasings.size() - hard >= 60, label);
        }
    }

    @Test
    void noWordingOccursTwiceOrBeginsAnother() {
        var seen = new HashMap<String, String>();
        for (var phrasing : all()) {
            var before = seen.put(phrasing.skeleton(), phrasing.template());
            assertEquals(null, before, phrasing.template());
        }
        var templates = all().stream().map(Phrasing::template).sorted().toList();
        for (int i = 1; i < templates.size(); i++) { // sorted: what begins another stands before it
            var shorter = templates.get(i - 1);
            var longer = templates.get(i);
            assertFalse(longer.startsWith(shorter), shorter + " begins " + longer);
        }
    }

    @Test
    void noWordingOfOnePartIsInAnother() {
        var seen = new HashSet<String>();
        for (var part : List.of(SPLIT.train(), SPLIT.dev(), SPLIT.test())) {
            var skeletons = part.stream().map(Phrasing::skeleton).toList();
            assertTrue(skeletons.stream().noneMatch(seen::contains));
            seen.addAll(skeletons);
        }
        assertEquals(all().size(), seen.size());
    }

    @Test
    void eachClassAndItsHardPhrasingsAreSharedOutSeventyTenTwenty() {
        for (var label : Phrasings.CLASSES) {
            for (boolean hard : new boolean[] {false, true}) {
                double all =
                        count(Stream.of(SPLIT.train(), SPLIT.dev(), SPLIT.test()), label, hard);
                assertEquals(0.7, count(Stream.of(SPLIT.train()), label, hard) / all, 0.05, label);
                assertEquals(0.2, count(Stream.of(SPLIT.test()), label, hard) / all, 0.03, label);
            }
        }
    }

    private static long count(Stream<List<Phrasing>> parts, String label, boolean hard) {
        return parts.flatMap(List::stream)
                .filter(phrasing -> phrasing.label().equals(label) && phrasing.hard() == hard)
                .count();
    }

    @Test
    void theSeedDecidesTheSplit() {
        assertEquals(SPLIT, Phrasings.split(AlarmLogs.SEED));
        assertNotEquals(SPLIT.test(), Phrasings.split(1).test());
    }

    @Test
    void aSkeletonIsTheWordingAlone() {
        var phrasing = new Phrasing("disk", "[P1] {host} 磁盘 Full，{pct}%!", false, Slots.global());
        assertEquals("p1磁盘full", phrasing.skeleton());
    }

    @Test
    void corpusClausesRepeatNoPhrasing() {
        var skeletons = new ArrayList<String>();
        all().stream().map(Phrasing::skeleton).filter(s -> s.length() >= 5).forEach(skeletons::add);
        for (var topic : Phrasings.CLASSES) {
            for (var clause : new AlarmCorpus(topic).clauses()) {
                var skeleton = new Phrasing(topic, clause, false, Slots.global()).skeleton();
                assertTrue(skeletons.stream().noneMatch(skeleton::contains), clause);
            }
        }
    }
}
