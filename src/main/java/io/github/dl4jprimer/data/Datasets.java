package io.github.dl4jprimer.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data sets that ship with the course, each checked against its SHA-256 when it is loaded.
 *
 * <p>Tables come whole: cut them with {@link Splits} and scale them with {@link Standardization}.
 * The alarm lines come split, because test lines must use phrasings that training never saw.
 *
 * <p>They are found in the folder that the system property {@code primer.datasets} or the
 * environment variable {@code PRIMER_DATASETS} names, else in {@code datasets/} of the current
 * folder or one above it, else beside the jar or above it. Where each comes from stands in its
 * README.md.
 */
public final class Datasets {
    private Datasets() {}

    /**
     * Returns Fisher's iris: 150 flowers, 4 lengths in cm, 3 species; sorted by species.
     *
     * @throws BadInput if the file is missing or changed
     * @see <a href="https://doi.org/10.24432/C56C76">UCI Iris</a>
     */
    public static NumberDataset iris() {
        return table("iris", "iris.csv", List.of("setosa", "versicolor", "virginica"));
    }

    /**
     * Returns 178 wines, 13 chemical measurements in their own units, 3 cultivars.
     *
     * @throws BadInput if the file is missing or changed
     * @see <a href="https://doi.org/10.24432/C5PC7J">UCI Wine</a>
     */
    public static NumberDataset wine() {
        return table("wine", "wine.csv", List.of("cultivar_0", "cultivar_1", "cultivar_2"));
    }

    /**
     * Returns 569 breast tumours, 30 measurements of cell nuclei, malignant (0) or benign (1).
     *
     * @throws BadInput if the file is missing or changed
     * @see <a href="https://doi.org/10.24432/C5DW2B">UCI Breast Cancer Wisconsin (Diagnostic)</a>
     */
    public static NumberDataset breastCancer() {
        return table("breast-cancer", "breast_cancer.csv", List.of("malignant", "benign"));
    }

    /**
     * Returns 1797 handwritten digits of 8 x 8 pixels with values 0..16, row by row.
     *
     * @throws BadInput if the file is missing or changed
     * @see <a href="https://doi.org/10.24432/C50P49">UCI Optical Recognition of Handwritten
     *     Digits</a>
     */
    public static NumberDataset digits() {
        var names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        return table("digits", "digits.csv", names);
    }

    /**
     * Returns eight weeks of a server's requests per second, every 15 minutes, with anomalies.
     *
     * @throws BadInput if the file is missing or changed
     */
    public static MetricSeries metricSeries() {
        return MetricSeries.read(file("metric-series", "requests.csv"));
    }

    /**
     * Returns the alarm lines in Chinese, split by phrasing; 12 classes, the component at fault.
     *
     * <p>The three parts share one checksum, that of the list of checksums.
     *
     * @throws BadInput if a file is missing or changed
     */
    public static Split<TextDataset> alarms() {
        var checksum = Checksum.of(set("alarm-logs-zh").path().resolve(DatasetFolder.CHECKSUMS));
        return new Split<>(
                alarms("train", checksum), alarms("dev", checksum), alarms("test", checksum));
    }

    /**
     * Returns unlabelled operations text, 64 800 distinct lines, for pre-training.
     *
     * @throws BadInput if the file is missing or changed
     */
    public static List<String> alarmCorpus() {
        return lines(file("alarm-logs-zh", "corpus.txt"));
    }

    /**
     * Returns the HuggingFace directory of a small BERT, pre-trained on the unlabelled operations
     * text and on the training alarms without their labels.
     *
     * @throws BadInput if a file is missing or changed
     */
    public static Path bert() {
        var set = set("bert-alarms-zh");
        List.of("config.json", "model.safetensors", "tokenizer_config.json", "vocab.txt")
                .forEach(set::file);
        return set.path();
    }

    /**
     * Returns the folder of all shipped sets.
     *
     * @throws BadInput if it is not found
     */
    public static Path folder() {
        return DatasetsFolder.find(
                System.getProperty("primer.datasets"),
                System.getenv("PRIMER_DATASETS"),
                Path.of("").toAbsolutePath(),
                codeLocation());
    }

    private static NumberDataset table(String set, String name, List<String> labels) {
        return new NumberReader(TextFormat.csv().withHeader(true), -1)
                .classification(file(set, name), labels)
                .withName(set);
    }

    private static TextDataset alarms(String part, String checksum) {
        var labels = lines(file("alarm-logs-zh", "labels.txt"));
        var read =
                new TextReader(TextFormat.tsv(), 0, 1)
                        .read(file("alarm-logs-zh", part + ".tsv"), labels);
        return new TextDataset("alarm-logs-zh/" + part, read.examples(), labels, checksum);
    }

    private static DatasetFolder set(String name) {
        return new DatasetFolder(folder().resolve(name));
    }

    private static Path file(String set, String name) {
        return set(set).file(name);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path codeLocation() {
        try {
            var source = Datasets.class.getProtectionDomain().getCodeSource();
            return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return Path.of("");
        }
    }
}
