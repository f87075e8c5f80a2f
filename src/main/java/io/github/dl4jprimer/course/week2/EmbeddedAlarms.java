package io.github.dl4jprimer.course.week2;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Alarm lines as embeddings, and how well distances between them tell the classes.
 *
 * @param training [N, D]
 * @param dev [M, D]
 * @param lines the lines themselves
 */
record EmbeddedAlarms(INDArray training, INDArray dev, PairedLines lines) {
    /** Returns what a network makes of the lines. */
    static EmbeddedAlarms by(MultiLayerNetwork network, PairedLines lines) {
        return new EmbeddedAlarms(
                network.output(lines.ngrams().transform(lines.training().texts())).dup(),
                network.output(lines.ngrams().transform(lines.dev().texts())).dup(),
                lines);
    }

    /** Returns the bags themselves, what a search without any network compares. */
    static EmbeddedAlarms bags(PairedLines lines) {
        return new EmbeddedAlarms(
                lines.ngrams().transform(lines.training().texts()),
                lines.ngrams().transform(lines.dev().texts()),
                lines);
    }

    /** Returns the row of the nearest training line for each dev line, [M]. */
    int[] neighbours() {
        return EmbeddingMap.nearest(dev, training);
    }

    /** Returns the share of dev lines whose nearest training line is of their class. */
    double agreement() {
        int[] neighbours = neighbours();
        int[] classes = lines.dev().classes();
        int[] known = lines.training().classes();
        return IntStream.range(0, classes.length)
                .map(i -> known[neighbours[i]] == classes[i] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Returns the mean distance of dev lines of the same class, or of different ones. */
    double distance(boolean alike) {
        return EmbeddingMap.meanDistance(dev, lines.dev().classes(), alike);
    }
}
