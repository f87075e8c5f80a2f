package io.github.dl4jprimer.traps;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.function.Supplier;

/**
 * Keeps what native code, DL4J and loggers print from the console while a demonstration runs.
 *
 * <p>ND4J's native side prints its complaints past Java, straight to the process's standard output.
 * So file descriptors 1 and 2 themselves point to the null device meanwhile; what other threads
 * print in that time is lost, too. On Windows nothing is kept back.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup2(2)</a>
 */
final class Silence {
    private static final int[] STREAMS = {1, 2};
    private static final int OWNER_WRITES = 0200;

    private Silence() {}

    /** The C functions that redirect a process's streams. */
    private interface CLibrary extends Library {
        /** Opens a file to write, and returns its descriptor. */
        int creat(String path, int mode);

        /** Returns a new descriptor of the same open file. */
        int dup(int descriptor);

        /** Makes {@code to} a descriptor of the file that {@code from} is one of. */
        int dup2(int from, int to);

        /** Gives a descriptor up. */
        int close(int descriptor);

        /** Writes what C has buffered; all streams for null. */
        int fflush(Pointer stream);
    }

    /** Runs an action in silence and returns its result. */
    static synchronized <T> T during(Supplier<T> action) {
        if (Platform.isWindows()) {
            return action.get();
        }
        var library = Native.load("c", CLibrary.class);
        var kept = new int[STREAMS.length];
        int nowhere = library.creat("/dev/null", OWNER_WRITES);
        library.fflush(null);
        for (int i = 0; i < STREAMS.length; i++) {
            kept[i] = library.dup(STREAMS[i]);
            library.dup2(nowhere, STREAMS[i]);
        }
        try {
            return action.get();
        } finally {
            // What C has not written yet would come out later, on the console.
            library.fflush(null);
            for (int i = 0; i < STREAMS.length; i++) {
                library.dup2(kept[i], STREAMS[i]);
                library.close(kept[i]);
            }
            library.close(nowhere);
        }
    }
}
