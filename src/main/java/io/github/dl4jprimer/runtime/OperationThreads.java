package io.github.dl4jprimer.runtime;

import com.sun.jna.Library;
import org.nd4j.linalg.factory.Environment;

/**
 * Threads of the element-wise operations: one for a small array, all of them for a large one.
 *
 * <p>libnd4j splits a row added to 32 others, or the softmax of 32 rows, over all threads however
 * short the rows are. To wake a sleeping thread takes tens of microseconds, in which one thread
 * works through some ten thousand numbers, so that on two cores a small network's step takes longer
 * than on one. Matrix products are not concerned: OpenBLAS has threads of its own and leaves them
 * asleep for small products.
 *
 * <p>How a sum is split follows from the array's length alone, so results stay reproducible.
 */
final class OperationThreads {
    /** Numbers in an array from which several threads work on it. */
    static final long LARGE = 1 << 16;

    private final int all;
    private final Environment libnd4j;
    private final OpenMp openMp = loaded();
    private final ThreadLocal<Integer> own;

    /**
     * @param all threads for large arrays
     * @param libnd4j where libnd4j keeps its number of threads
     */
    OperationThreads(int all, Environment libnd4j) {
        this.all = all;
        this.libnd4j = libnd4j;
        own = ThreadLocal.withInitial(() -> all);
    }

    /** Some loops of libnd4j, softmax's among them, ask OpenMP for the calling thread's number. */
    private interface OpenMp extends Library {
        /** Sets the number of threads of the parallel regions that the calling thread begins. */
        void omp_set_num_threads(int threads);
    }

    /** Returns the very library that libnd4j uses, or one that does nothing where it is unknown. */
    private static OpenMp loaded() {
        return LoadedLibrary.named("gomp", OpenMp.class).orElse(threads -> {});
    }

    /**
     * Sets the threads of the operation that the calling thread runs next.
     *
     * @param length numbers in the largest of its arrays
     */
    void prepare(long length) {
        int threads = length < LARGE ? 1 : all;
        if (libnd4j.maxMasterThreads() != threads) {
            libnd4j.setMaxMasterThreads(threads);
        }
        if (own.get() != threads) {
            openMp.omp_set_num_threads(threads);
            own.set(threads);
        }
    }
}
