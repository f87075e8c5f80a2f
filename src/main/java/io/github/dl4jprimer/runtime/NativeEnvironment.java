package io.github.dl4jprimer.runtime;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * Environment variables of the running process, as its C library has them: Java can read only a
 * copy made when it started, and write none.
 *
 * <p>libgomp and OpenBLAS read theirs when they are loaded, so a variable set here before ND4J is
 * touched counts as if it had been exported before the JVM started.
 */
final class NativeEnvironment {
    private NativeEnvironment() {}

    /** The C functions, of the two that set whichever the system has. */
    private interface CLibrary extends Library {
        /** Returns the value of {@code name}, or null. */
        String getenv(String name);

        /** POSIX: sets {@code name} to {@code value}, replacing it if {@code overwrite} is 1. */
        int setenv(String name, String value, int overwrite);

        /** Windows: sets {@code name} to {@code value}. */
        int _putenv_s(String name, String value);
    }

    /**
     * Sets the variables.
     *
     * @throws IllegalStateException if the C library refuses one
     */
    static void set(Map<String, String> variables) {
        var library = library();
        variables.forEach(
                (name, value) -> {
                    var status =
                            Platform.isWindows()
                                    ? library._putenv_s(name, value)
                                    : library.setenv(name, value, 1);
                    if (status != 0) {
                        throw new IllegalStateException(
                                "the C library refused " + name + "=" + value);
                    }
                });
    }

    /** Returns a variable's value now, or null if it is not set. */
    static String get(String name) {
        return library().getenv(name);
    }

    private static CLibrary library() {
        return Native.load(Platform.isWindows() ? "msvcrt" : "c", CLibrary.class);
    }
}
