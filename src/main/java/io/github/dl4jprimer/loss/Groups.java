package io.github.dl4jprimer.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Batches whose rows belong together in groups: rows 2i and 2i+1 are a pair, 3i to 3i+2 a triplet.
 *
 * <p>Neighbours, not halves, so that a batch cut anywhere between two groups stays right. Whoever
 * shuffles must shuffle groups.
 */
final class Groups {
    private Groups() {}

    /** Splits [G * size, D] into {@code size} arrays [G, D]: all firsts, all seconds, ... */
    static List<INDArray> split(INDArray rows, int size) {
        if (rows.rank() != 2 || rows.size(0) % size != 0) {
            throw new IllegalArgumentException(
                    ("output must be [groups of %d rows, D], got %s."
                                    + " Let the batch size be a multiple of %d.")
                            .formatted(size, Arrays.toString(rows.shape()), size));
        }
        // [G * size, D] -> [G, size, D]
        var grouped = rows.dup('c').reshape('c', rows.size(0) / size, size, rows.size(1));
        return IntStream.range(0, size)
                .mapToObj(
                        i ->
                                grouped.get(
                                        NDArrayIndex.all(),
                                        NDArrayIndex.point(i),
                                        NDArrayIndex.all()))
                .map(INDArray::dup)
                .toList();
    }

    /** The inverse of {@link #split}: {@code size} arrays [G, D] become [G * size, D]. */
    static INDArray join(INDArray... members) {
        // [G, size, D] -> [G * size, D]
        return Nd4j.stack(1, members)
                .dup('c')
                .reshape('c', members.length * members[0].size(0), members[0].size(1));
    }

    /** Refuses a mask: leaving out a row would break its group. */
    static void noMask(INDArray mask) {
        if (mask != null) {
            throw new IllegalArgumentException(
                    ("mask must be absent for a loss of groups of rows, got %s."
                                    + " Leave whole groups out of the batch.")
                            .formatted(Arrays.toString(mask.shape())));
        }
    }

    /** Euclidean length of each row, [G, 1]. */
    static INDArray lengths(INDArray rows) {
        return rows.norm2(true, 1);
    }
}
