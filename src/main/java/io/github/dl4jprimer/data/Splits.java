package io.github.dl4jprimer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Cuts a data set into train, dev and test.
 *
 * <p>Stratified: of a class with n examples, round(n * dev) go to dev, round(n * test) to test and
 * the rest to train, so that each part has the classes in the same proportion. Which ones is
 * decided by the seed alone; within a part the rows keep their order.
 *
 * @see <a href="https://d2l.ai/chapter_linear-regression/generalization.html">Dive into Deep
 *     Learning, 3.6 Generalization</a>
 */
public final class Splits {
    private Splits() {}

    /**
     * Returns a stratified split of labelled text.
     *
     * @param dev share of the dev set, above 0
     * @param test share of the test set, above 0; dev + test below 1
     * @throws IllegalArgumentException if a share is out of range or a class is too small for it
     */
    public static Split<TextDataset> stratified(
            TextDataset data, double dev, double test, long seed) {
        var rows = stratify(data.classes(), data.labels(), dev, test, seed);
        return cut(rows, data::rows);
    }

    /**
     * Returns a stratified split of a table; a random one if the table is a regression.
     *
     * @param dev share of the dev set, above 0
     * @param test share of the test set, above 0; dev + test below 1
     * @throws IllegalArgumentException if a share is out of range or a class is too small for it
     */
    public static Split<NumberDataset> stratified(
            NumberDataset data, double dev, double test, long seed) {
        int[] classes = data.isRegression() ? new int[data.size()] : data.classes();
        var names = data.isRegression() ? List.of("all rows") : data.labels();
        return cut(stratify(classes, names, dev, test, seed), data::rows);
    }

    /**
     * Returns a split in time: the first rows are train, then dev, then test, as a series needs it.
     *
     * @param dev share of the dev set, above 0
     * @param test share of the test set, above 0; dev + test below 1
     * @throws IllegalArgumentException if a share is out of range or the table is too small for it
     */
    public static Split<NumberDataset> chronological(NumberDataset data, double dev, double test) {
        int[] sizes = sizes(data.size(), dev, test, data.name());
        int[] all = EpochOrder.inOrder(data.size());
        int devFrom = sizes[0];
        int testFrom = sizes[0] + sizes[1];
        return cut(
                new Split<>(
                        Arrays.copyOfRange(all, 0, devFrom),
                        Arrays.copyOfRange(all, devFrom, testFrom),
                        Arrays.copyOfRange(all, testFrom, all.length)),
                data::rows);
    }

    private static <T> Split<T> cut(Split<int[]> rows, Function<int[], T> pick) {
        return new Split<>(
                pick.apply(rows.train()), pick.apply(rows.dev()), pick.apply(rows.test()));
    }

    /** Returns the rows of each part, each class cut on its own. */
    private static Split<int[]> stratify(
            int[] classes, List<String> labels, double dev, double test, long seed) {
        var train = new ArrayList<Integer>();
        var devRows = new ArrayList<Integer>();
        var testRows = new ArrayList<Integer>();
        for (int c = 0; c < labels.size(); c++) {
            int label = c;
            int[] members =
                    IntStream.range(0, classes.length)
                            .filter(row -> classes[row] == label)
                            .toArray();
            if (members.length == 0) {
                continue;
            }
            int[] sizes = sizes(members.length, dev, test, labels.get(c));
            int[] order = EpochOrder.shuffled(members.length, seed, c);
            for (int i = 0; i < order.length; i++) {
                var part = i < sizes[0] ? train : i < sizes[0] + sizes[1] ? devRows : testRows;
                part.add(members[order[i]]);
            }
        }
        return new Split<>(sorted(train), sorted(devRows), sorted(testRows));
    }

    /** Returns how many of {@code count} examples go to train, dev and test. */
    private static int[] sizes(int count, double dev, double test, String what) {
        if (!(dev > 0 && test > 0 && dev + test < 1)) {
            throw new IllegalArgumentException(
                    "dev and test must be above 0 and together below 1, got %s and %s. Try 0.15 each."
                            .formatted(dev, test));
        }
        int devSize = (int) Math.round(count * dev);
        int testSize = (int) Math.round(count * test);
        int trainSize = count - devSize - testSize;
        if (trainSize < 1 || devSize < 1 || testSize < 1) {
            throw new IllegalArgumentException(
                    "each part must have an example of \"%s\", got %d, %d and %d. Add examples or change the shares."
                            .formatted(what, trainSize, devSize, testSize));
        }
        return new int[] {trainSize, devSize, testSize};
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
