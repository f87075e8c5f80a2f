package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import io.github.dl4jprimer.regularization.NoiseAugmentation;
import io.github.dl4jprimer.regularization.TextAugmentation;
import io.github.dl4jprimer.report.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A few examples, changed copies of them, and as many real ones.
 *
 * <pre>
 * few      n examples
 * copies   the same n, and of each {@code copies} changed ones
 * real     n (copies + 1) examples, the few among them
 * </pre>
 *
 * <p>All three are judged on the same unseen examples, which are never copied.
 */
final class AugmentationData {
    /** What is left over validates. */
    private static final double LARGEST_SHARE = 0.8;

    /** So many training lines has the smallest class. */
    private static final int MOST_LINES = 1220;

    /**
     * Returns the digits with {@code times} as many training rows as the share says. Whatever the
     * times, the unseen rows are the same, and fewer training rows are some of the many.
     */
    static TableSplit digits(Settings settings, int times, long seed) {
        int most = settings.integer("copies") + 1;
        double rest = (1 - settings.number("digitsShare") * most) / 2;
        var all = Splits.stratified(Datasets.digits(), rest, rest, seed);
        if (times == most) {
            return new TableSplit(Standardization.of(all));
        }
        double left = (1 - times / (double) most) / 2;
        var few = Splits.stratified(all.train(), left, left, seed).train();
        return new TableSplit(Standardization.of(new Split<>(few, all.dev(), all.test())));
    }

    /** Checks that there are as many real examples as with all copies. */
    static void checkEnough(Settings settings) {
        int most = settings.integer("copies") + 1;
        double share = settings.number("digitsShare") * most;
        if (share > LARGEST_SHARE) {
            throw new BadInput(
                    "digitsShare * (copies + 1) must be at most %s, got %s. Lower one of them."
                            .formatted(LARGEST_SHARE, Numbers.significant(share, 3)));
        }
        int lines = settings.integer("linesPerClass") * most;
        if (lines > MOST_LINES) {
            throw new BadInput(
                    "linesPerClass * (copies + 1) must be at most %d, got %d. Lower one of them."
                            .formatted(MOST_LINES, lines));
        }
    }

    /** Returns the rows and noisy copies of them. */
    static NumberDataset noisy(NumberDataset rows, Settings settings, int copies, long seed) {
        var noise = NoiseAugmentation.fittedTo(rows.features(), settings.number("noise"), seed);
        var targets = Collections.nCopies(copies + 1, rows.targets()).toArray(INDArray[]::new);
        return rows.with(noise.augment(rows.features(), copies), Nd4j.concat(0, targets));
    }

    /** Returns the lines and reworded copies of them under the same labels. */
    static TextDataset reworded(TextDataset lines, int copies, long seed) {
        var augmentation = TextAugmentation.usual(seed);
        var all = new ArrayList<>(lines.examples());
        for (var line : lines.examples()) {
            for (int copy = 1; copy <= copies; copy++) {
                all.add(new TextExample(augmentation.copy(line.text(), copy), line.label()));
            }
        }
        return new TextDataset(lines.name(), all, lines.labels(), lines.checksum());
    }

    private AugmentationData() {}
}
