package io.github.dl4jprimer.runtime;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * Environment variables of the running process, which Java can read but not write.
 *
 * <p>libgomp and OpenBLAS read theirs when they are loaded, so a variable set here before ND4J is
 * touched counts as if it had been exported before the JVM started.
 */
final class NativeEnvironment {
    private NativeEnvironment() {}

    /** The two C functions, whichever of them the system has. */
    private interface CLibrary extends Library {
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
        var library = Native.load(Platform.isWindows() ? "msvcrt" : "c", CLibrary.class);
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
}
