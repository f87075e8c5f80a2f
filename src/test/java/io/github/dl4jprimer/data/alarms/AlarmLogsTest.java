package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.TextExample;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlarmLogsTest {
    private static final AlarmLogs LOGS = AlarmLogs.generate(AlarmLogs.SEED);

    private static List<List<TextExample>> parts() {
        return List.of(LOGS.lines().train(), LOGS.lines().dev(), LOGS.lines().test());
    }

    /** The line without width and case. */
    private static String narrow(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Test
    void theShippedFilesAreWhatTheGeneratorMakes() throws IOException {
        var folder = Datasets.folder().resolve("alarm-logs-zh");
        long bytes = 0;
        for (var file : LOGS.files().entrySet()) {
            var shipped = Files.readString(folder.resolve(file.getKey()));
            assertTrue(
                    shipped.equals(file.getValue()),
                    file.getKey() + " differs: run AlarmLogs' main to write the files anew");
            bytes += Files.size(folder.resolve(file.getKey()));
        }
        assertTrue(bytes < 15_000_000, "" + bytes);
    }

    @Test
    void thereAreTwentyThousandDistinctLinesAndSixtyThousandOfText() {
        var distinct = new HashSet<String>();
        parts().forEach(part -> part.forEach(example -> distinct.add(example.text())));
        assertEquals(parts().stream().mapToInt(List::size).sum(), distinct.size());
        assertTrue(distinct.size() >= 20_000, "" + distinct.size());
        assertEquals(LOGS.corpus().size(), Set.copyOf(LOGS.corpus()).size());
        assertTrue(LOGS.corpus().size() >= 60_000, "" + LOGS.corpus().size());
        assertTrue(LOGS.corpus().stream().noneMatch(distinct::contains));
    }

    @Test
    void noLineOfOnePartIsInAnotherEvenWithoutItsDigits() {
        var seen = new HashSet<String>();
        for (var part : parts()) {
            var plain =
                    part.stream()
                            .map(e -> narrow(e.text()).replaceAll("[\\s\\d]+", ""))
                            .collect(Collectors.toSet());
            assertTrue(plain.stream().noneMatch(seen::contains));
            seen.addAll(plain);
        }
    }

    @Test
    void everySlotIsFilledAndNoLineBreaksTheFormat() {
        for (var part : parts()) {
            for (var example : part) {
                assertTrue(!Slots.SLOT.matcher(example.text()).find(), example.text());
                assertTrue(example.text().indexOf('\t') < 0, example.text());
                assertTrue(Phrasings.CLASSES.contains(example.label()));
            }
        }
        assertTrue(LOGS.corpus().stream().noneMatch(line -> Slots.SLOT.matcher(line).find()));
    }

    @Test
    void whatSurroundsALineSaysNothingAboutItsClass() {
        var severity = Pattern.compile("\\[p\\d]|【(严重|警告|提醒|一般)】|\\[critical]|[一二]级告警");
        var ticket = Pattern.compile("#\\d|工单 inc|eventid|zabbix\\)|traceid|\\(值班|单号 ");
        for (var mark : List.of(severity, ticket)) {
            var shares = new TreeMap<String, Double>();
            for (var label : Phrasings.CLASSES) {
                shares.put(label, share(label, mark));
            }
            double mean = shares.values().stream().mapToDouble(share -> share).average().orElse(0);
            shares.forEach((label, share) -> assertEquals(mean, share, 0.25 * mean, mark + label));
        }
    }

    private static double share(String label, Pattern mark) {
        return parts().stream()
                .flatMap(List::stream)
                .filter(example -> example.label().equals(label))
                .mapToInt(example -> mark.matcher(narrow(example.text())).find() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void theShippedSetIsReadBackWithItsClasses() {
        var alarms = Datasets.alarms();
        assertEquals(Phrasings.CLASSES, alarms.train().labels());
        assertEquals(LOGS.lines().test(), alarms.test().examples());
        assertEquals("alarm-logs-zh/dev", alarms.dev().name());
        assertEquals(LOGS.corpus(), Datasets.alarmCorpus());
    }

    @Test
    void theReadmeGivesTheCounts() throws IOException {
        var readme = Files.readString(Datasets.folder().resolve("alarm-logs-zh/README.md"));
        for (var label : Phrasings.CLASSES) {
            var row = new StringBuilder("| " + label + " |");
            for (var part : parts()) {
                row.append(" ").append(count(part, label)).append(" |");
            }
            assertTrue(readme.contains(row), row + " must be in README.md");
        }
        assertTrue(readme.contains(LOGS.corpus().size() + " "), "size of the corpus");
    }

    private static long count(List<TextExample> part, String label) {
        return part.stream().filter(example -> example.label().equals(label)).count();
    }

    @Test
    void anotherSeedMakesOtherLines() {
        var phrasings = Phrasings.of("disk").subList(0, 3);
        assertEquals(new AlarmLines(4, 1).draw(phrasings), new AlarmLines(4, 1).draw(phrasings));
        assertNotEquals(new AlarmLines(4, 1).draw(phrasings), new AlarmLines(4, 2).draw(phrasings));
    }
}
