package io.github.dl4jprimer.bench.growth;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sizes of one encoder, its batch and its threads: a point where time and memory are measured.
 *
 * <p>Heads are {@value #HEAD_SIZE} wide and the feed-forward part is four times as wide as the
 * block, as in BERT's family.
 *
 * @param batch B
 * @param length T, tokens a line
 * @param width D, a multiple of {@value #HEAD_SIZE}
 * @param layers L
 * @param vocabulary V
 * @param threads of all native libraries
 */
record GrowthPoint(int batch, int length, int width, int layers, int vocabulary, int threads) {
    /** Width of a head. */
    static final int HEAD_SIZE = 32;

    /**
     * @throws IllegalArgumentException if a size is below 1 or the width cannot be split into heads
     */
    GrowthPoint {
        int smallest =
                IntStream.of(batch, length, width, layers, vocabulary, threads).min().getAsInt();
        if (smallest < 1) {
            throw new IllegalArgumentException(
                    "sizes must be at least 1, got " + smallest + ". Give larger ones.");
        }
        if (width % HEAD_SIZE != 0) {
            throw new IllegalArgumentException(
                    "width must be a multiple of %d, got %d. 128 is a small encoder's."
                            .formatted(HEAD_SIZE, width));
        }
    }

    /** Returns the point from which each axis starts. */
    static GrowthPoint base(int threads) {
        return new GrowthPoint(16, 64, 128, 2, 5000, threads);
    }

    /** Returns H. */
    int heads() {
        return width / HEAD_SIZE;
    }

    /** Returns F, the inner width of the feed-forward part. */
    int inner() {
        return 4 * width;
    }

    /** Returns C. */
    int classes() {
        return 10;
    }

    /** Returns N = B T. */
    long tokens() {
        return (long) batch * length;
    }

    /** Returns the sizes in order, for a command line: {@code 16,64,128,2,5000,2}. */
    String text() {
        return IntStream.of(batch, length, width, layers, vocabulary, threads)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} wrote. */
    static GrowthPoint parse(String text) {
        int[] sizes = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        return new GrowthPoint(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
    }
}
