package io.github.dl4jprimer.data.alarms;

import io.github.dl4jprimer.data.DatasetFolder;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextExample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The data set <b>alarm-logs-zh</b>, made from hand-written phrasings and a seed.
 *
 * <p>The phrasings, not the lines, are split: a phrasing that training saw never comes up in dev or
 * test with other numbers in it. What a classifier scores is thus how well it understands a wording
 * it has not met.
 *
 * @param lines the labelled lines
 * @param corpus the unlabelled lines
 */
public record AlarmLogs(Split<List<TextExample>> lines, List<String> corpus) {
    /** The seed of the shipped files. */
    public static final long SEED = 20260317;

    private static final int LINES_PER_PHRASING = 20;
    private static final int CORPUS_LINES_PER_TOPIC = 5400;

    /** Writes the shipped files and their checksums into the folder {@code args[0]}. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args.length > 0 ? args[0] : "datasets/alarm-logs-zh");
        new DatasetFolder(folder).write(generate(SEED).files());
    }

    /** Makes the data set for a seed. */
    public static AlarmLogs generate(long seed) {
        var phrasings = Phrasings.split(seed);
        var lines = new AlarmLines(LINES_PER_PHRASING, seed);
        var split =
                new Split<>(
                        lines.draw(phrasings.train()),
                        lines.draw(phrasings.dev()),
                        lines.draw(phrasings.test()));
        var corpus = new TreeSet<String>(StableRandom.order(seed));
        for (var topic : Phrasings.CLASSES) {
            corpus.addAll(new AlarmCorpus(topic).draw(CORPUS_LINES_PER_TOPIC, seed));
        }
        return new AlarmLogs(split, List.copyOf(corpus));
    }

    /** Returns the text of each file, by its name. */
    public Map<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put("train.tsv", table(lines.train()));
        files.put("dev.tsv", table(lines.dev()));
        files.put("test.tsv", table(lines.test()));
        files.put("labels.txt", joined(Phrasings.CLASSES));
        files.put("corpus.txt", joined(corpus));
        return files;
    }

    private static String table(List<TextExample> examples) {
        return joined(
                examples.stream().map(example -> example.text() + "\t" + example.label()).toList());
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
