package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.data.EpochBatches;
import io.github.dl4jprimer.data.EpochIterator;
import io.github.dl4jprimer.data.PaddedTokens;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TokenBatches;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batches of labelled alarms that are a little different in each epoch, against learning by heart.
 *
 * <pre>
 * hidden     each token becomes [MASK] with probability r, anew in each epoch
 * smoothed   the label is 1 - s + s / C for the class and s / C for the others
 * </pre>
 *
 * <p>A phrasing stands in the training lines some twenty times with other numbers. A model that
 * sees all of its characters every time needs only one of them to know it again; with some hidden
 * it must make do with the others.
 */
final class AlarmBatches {
    private static final int EVALUATION_BATCH = 128;

    private AlarmBatches() {}

    /**
     * Returns shuffled batches for training: ids [B, T], labels [B, C], mask [B, T].
     *
     * @param hiddenRate r, share of tokens to hide, in [0, 1)
     * @param smoothing s, in [0, 1)
     * @param seed decides, with the epoch, about order and hidden tokens
     */
    static EpochIterator training(
            AlarmTokens tokens,
            TextDataset data,
            double hiddenRate,
            double smoothing,
            int batchSize,
            long seed) {
        List<int[]> lines = data.texts().stream().map(tokens::ids).toList();
        int[] lengths = lines.stream().mapToInt(line -> line.length).toArray();
        int[] classes = data.classes();
        int numClasses = data.labels().size();
        return EpochBatches.bucketed(
                lengths,
                batchSize,
                seed,
                (rows, epoch) -> {
                    var padded =
                            PaddedTokens.of(
                                    Arrays.stream(rows)
                                            .mapToObj(
                                                    row ->
                                                            hidden(
                                                                    lines.get(row),
                                                                    hiddenRate,
                                                                    source(seed, epoch, row)))
                                            .toList());
                    float[] labels = new float[rows.length * numClasses];
                    Arrays.fill(labels, (float) (smoothing / numClasses));
                    for (int i = 0; i < rows.length; i++) {
                        labels[i * numClasses + classes[rows[i]]] += (float) (1 - smoothing);
                    }
                    return new DataSet(
                            padded.ids(),
                            Nd4j.create(labels, new long[] {rows.length, numClasses}, 'c'),
                            padded.mask(),
                            null);
                });
    }

    /** Returns the lines as they are, those of like length together, for measuring. */
    static EpochIterator measuring(AlarmTokens tokens, TextDataset data) {
        return TokenBatches.byLength(tokens::ids, data, EVALUATION_BATCH);
    }

    /** Returns the ids with some hidden. */
    static int[] hidden(int[] ids, double rate, SplittableRandom random) {
        return IntStream.of(ids)
                .map(id -> random.nextDouble() < rate ? AlarmTokens.HIDDEN : id)
                .toArray();
    }

    /**
     * A function of seed, epoch and row alone, so that a training that is resumed sees the same.
     */
    private static SplittableRandom source(long seed, int epoch, int row) {
        long mixed = new SplittableRandom(seed).nextLong() + epoch;
        return new SplittableRandom(new SplittableRandom(mixed).nextLong() + row);
    }
}
