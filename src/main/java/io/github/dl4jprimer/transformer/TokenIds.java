package io.github.dl4jprimer.transformer;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch of token ids, checked, as plain numbers.
 *
 * @param batch B
 * @param length T
 * @param tokens [B T], from 0 to V - 1
 * @param segments [B T], from 0 to S - 1
 */
record TokenIds(int batch, int length, int[] tokens, int[] segments) {

    /**
     * Reads the input of a {@link TokenEmbedding}.
     *
     * @param input [B, T], [B, 1, T] or [B, 2, T]
     * @throws IllegalArgumentException if its shape, its length or an id is out of range
     */
    static TokenIds of(INDArray input, EmbeddingSettings settings) {
        boolean withSegments = input.rank() == 3 && input.size(1) == 2;
        boolean fits =
                input.rank() == 2
                        || (input.rank() == 3 && input.size(1) == 1)
                        || (withSegments && settings.numSegments() > 0);
        Require.require(
                fits,
                "input",
                settings.numSegments() > 0
                        ? "[B, T], [B, 1, T] or [B, 2, T]"
                        : "[B, T] or [B, 1, T]",
                Require.shape(input),
                "Give one id a position, the segments in a second row");
        int batch = Math.toIntExact(input.size(0));
        int length = Math.toIntExact(input.size(input.rank() - 1));
        Require.require(
                length <= settings.maxLength(),
                "sequence length",
                "at most maxLength " + settings.maxLength(),
                length,
                "Cut the texts, or build the embedding with a larger maxLength");
        double[] numbers = input.dup('c').data().asDouble();
        int rows = withSegments ? 2 : 1;
        int[] tokens = row(numbers, 0, rows, length, "token ids", settings.vocabularySize());
        int[] segments = new int[tokens.length];
        if (withSegments) {
            segments = row(numbers, 1, rows, length, "segments", settings.numSegments());
        }
        return new TokenIds(batch, length, tokens, segments);
    }

    /** Returns one of each example's rows, its numbers checked. */
    private static int[] row(
            double[] numbers, int row, int rows, int length, String name, int limit) {
        int[] ids = new int[numbers.length / rows];
        for (int i = 0; i < ids.length; i++) {
            int example = i / length;
            int position = i % length;
            double id = numbers[(example * rows + row) * length + position];
            if (!(id >= 0 && id < limit && id == Math.rint(id))) {
                throw new IllegalArgumentException(
                        "%s must be whole numbers from 0 to %d, got %s (example %d, position %d). Use the vocabulary that the embedding was built for."
                                .formatted(name, limit - 1, id, example, position));
            }
            ids[i] = (int) id;
        }
        return ids;
    }

    /** Whether all positions are segment 0. */
    boolean isOneSegment() {
        return Arrays.stream(segments).allMatch(segment -> segment == 0);
    }
}
