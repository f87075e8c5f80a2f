package io.github.dl4jprimer.transformer.kernel;

import io.github.dl4jprimer.runtime.ProductThreads;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Splits a loop over as many threads as a large matrix product uses. */
final class Parallel {
    /** Below so many numbers a part, starting a thread costs more than it saves. */
    private static final long NUMBERS_A_PART = 8192;

    private static final int THREADS = Math.max(1, ProductThreads.count());

    /** Whether the calling thread is in a loop of {@link #runUnsplit}. */
    private static final ThreadLocal<Boolean> UNSPLIT = ThreadLocal.withInitial(() -> false);

    private Parallel() {}

    /** A part of a loop. */
    interface Part {
        /**
         * Runs items {@code from} (inclusive) to {@code to} (exclusive).
         *
         * @param part number of the part, below {@link Parallel#parts}
         */
        void run(int from, int to, int part);
    }

    /** Returns the most parts that any loop is split into. */
    static int threads() {
        return THREADS;
    }

    /** Returns into how many parts a loop is split; the same for the same arguments and place. */
    static int parts(int items, long numbersAnItem) {
        if (UNSPLIT.get()) {
            return 1;
        }
        long worthwhile = items * numbersAnItem / NUMBERS_A_PART;
        return (int) Math.max(1, Math.min(Math.min(THREADS, items), worthwhile));
    }

    /** Runs the loop; loops inside its body are not split further. */
    static void runUnsplit(int items, int parts, Part body) {
        run(
                items,
                parts,
                (from, to, part) -> {
                    UNSPLIT.set(true);
                    try {
                        body.run(from, to, part);
                    } finally {
                        UNSPLIT.remove();
                    }
                });
    }

    /** Runs the loop, the first part in this thread. */
    static void run(int items, int parts, Part body) {
        int size = (items + parts - 1) / parts;
        var tasks = new ForkJoinTask<?>[parts];
        for (int part = 1; part < parts; part++) {
            int number = part;
            int from = Math.min(items, part * size);
            int to = Math.min(items, from + size);
            tasks[part] = ForkJoinPool.commonPool().submit(() -> body.run(from, to, number));
        }
        body.run(0, Math.min(items, size), 0);
        for (int part = 1; part < parts; part++) {
            tasks[part].join();
        }
    }
}
