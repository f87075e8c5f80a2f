package io.github.dl4jprimer.runtime;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The threads that matrix products are split over, OpenBLAS's own.
 *
 * <p>Code with threads of its own makes its products inside {@link #oneEach}: two threads that both
 * wake OpenBLAS's wait for each other, many times longer than they compute.
 */
public final class ProductThreads {
    private static final ProductThreads OF_OPENBLAS = new ProductThreads();

    private final Optional<Function> get = function("openblas_get_num_threads");
    private final Optional<Function> set = function("openblas_set_num_threads");
    private int users;
    private int before;

    private ProductThreads() {
        if (Nd4j.getExecutioner() instanceof PreparedExecutioner prepared) {
            prepared.prepareBlas();
        }
    }

    /**
     * Returns a function of the OpenBLAS that products go to. JavaCPP loads two, and the dynamic
     * linker takes the first for both; so does {@code addressof}.
     */
    private static Optional<Function> function(String name) {
        Loader.load(openblas.class);
        return Optional.ofNullable(Loader.addressof(name))
                .map(found -> Function.getFunction(new Pointer(found.address())));
    }

    /** Returns how many threads a large product is split over, {@link #oneEach} left aside. */
    public static int count() {
        return OF_OPENBLAS.counted();
    }

    /** Returns how many threads a large product would be split over now. */
    public static int now() {
        return OF_OPENBLAS.threads();
    }

    /**
     * Does work in which each product is made by the thread that asks for it, whichever thread that
     * is. Meanwhile it is so for products elsewhere in the program, too: OpenBLAS has one setting.
     */
    public static void oneEach(Runnable work) {
        OF_OPENBLAS.enter();
        try {
            work.run();
        } finally {
            OF_OPENBLAS.leave();
        }
    }

    private synchronized int counted() {
        return users > 0 ? before : threads();
    }

    private synchronized void enter() {
        if (users == 0) {
            before = threads();
            setThreads(1);
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        if (users == 0) {
            setThreads(before);
        }
    }

    /**
     * JavaCPP's own way looks through the file system at each call, and returns what was last set
     * through it; but it knows other libraries.
     */
    private int threads() {
        return get.map(found -> found.invokeInt(new Object[0]))
                .orElseGet(openblas::blas_get_num_threads);
    }

    private void setThreads(int threads) {
        set.ifPresentOrElse(
                found -> found.invokeVoid(new Object[] {threads}),
                () -> openblas.blas_set_num_threads(threads));
    }
}
