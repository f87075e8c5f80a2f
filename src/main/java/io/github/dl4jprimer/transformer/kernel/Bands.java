package io.github.dl4jprimer.transformer.kernel;

import io.github.dl4jprimer.runtime.ProductThreads;

/**
 * Splits the examples of a batch into bands, one a thread, each of which goes through all of a
 * layer on its own.
 *
 * <p>To split each operation instead makes the threads wait for each other after every product and
 * every pass over rows. Inside a band nothing is split further: whoever asks for a {@link
 * Matrix#product}, {@link Rows} or an {@link AttentionKernel} makes them alone.
 */
public final class Bands {
    /** The longest band may be so much longer than if examples could be shared out evenly. */
    private static final double LOPSIDED = 1.15;

    private Bands() {}

    /** What is done with a band. */
    @FunctionalInterface
    public interface Band {
        /**
         * Works on examples {@code from} (inclusive) to {@code to} (exclusive).
         *
         * @param number of the band, below the number of threads
         */
        void run(int from, int to, int number);
    }

    /**
     * Runs all bands; or all examples as one band, whose operations are split, if the examples are
     * too few to keep every thread busy.
     */
    public static void run(int examples, long numbersAnExample, Band body) {
        int bands = Parallel.parts(examples, numbersAnExample);
        if (bands == 1 || examples < Parallel.threads() || isLopsided(examples, bands)) {
            body.run(0, examples, 0);
        } else {
            ProductThreads.oneEach(() -> Parallel.runUnsplit(examples, bands, body::run));
        }
    }

    private static boolean isLopsided(int examples, int bands) {
        int longest = (examples + bands - 1) / bands;
        return longest * bands > LOPSIDED * examples;
    }
}
