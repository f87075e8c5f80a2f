package io.github.dl4jprimer.transformer;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The positions of a batch that a language model is asked about, and what is right there.
 *
 * @param positions where, as rows of [B T, D], rising
 * @param ids the tokens there
 * @param total B T, all positions
 */
record PredictedTokens(int[] positions, int[] ids, int total) {

    /**
     * Reads labels, checked where they count.
     *
     * @param labels token ids, [B, T, 1] or [B, T]
     * @param mask [B, T], 1 for a position to predict and 0 for another, or null for all
     * @param batch B
     * @param length T
     * @param vocabularySize V
     * @throws IllegalArgumentException if a shape does not fit or an id is out of range
     */
    static PredictedTokens of(
            INDArray labels, INDArray mask, long batch, long length, int vocabularySize) {
        checkShape(labels, batch, length);
        Require.mask(mask, batch, length);
        double[] numbers = labels.dup('c').data().asDouble();
        double[] counts = mask == null ? null : mask.dup('c').data().asDouble();
        int[] positions = new int[numbers.length];
        int[] ids = new int[numbers.length];
        int found = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (counts == null || isPredicted(counts[i])) {
                positions[found] = i;
                ids[found++] = id(numbers[i], i, length, vocabularySize);
            }
        }
        return new PredictedTokens(
                Arrays.copyOf(positions, found), Arrays.copyOf(ids, found), numbers.length);
    }

    /** Returns the number of predicted positions. */
    int count() {
        return positions.length;
    }

    /** Whether no position is left out. */
    boolean areAll() {
        return count() == total;
    }

    private static void checkShape(INDArray labels, long batch, long length) {
        boolean fits =
                (labels.rank() == 2 || (labels.rank() == 3 && labels.size(2) == 1))
                        && labels.size(0) == batch
                        && labels.size(1) == length;
        Require.require(
                fits,
                "labels",
                "token ids [%d, %d, 1] or [%d, %d]".formatted(batch, length, batch, length),
                Require.shape(labels),
                "Give one id a position, not one-hot rows");
    }

    private static boolean isPredicted(double count) {
        Require.require(
                count == 0 || count == 1,
                "labels' mask",
                "0 or 1",
                count,
                "A position is predicted or it is not");
        return count == 1;
    }

    private static int id(double id, int at, long length, int vocabularySize) {
        if (!(id >= 0 && id < vocabularySize && id == Math.rint(id))) {
            throw new IllegalArgumentException(
                    "labels must be whole numbers from 0 to %d, got %s (example %d, position %d). Mask what is not to be predicted."
                            .formatted(vocabularySize - 1, id, at / length, at % length));
        }
        return (int) id;
    }
}
