package io.github.dl4jprimer.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the one warning that JDK 24 and later print when a library first uses {@code
 * sun.misc.Unsafe}.
 *
 * <p>JavaCPP and ND4J 1.0.0-M2.1 do, and a learner can do nothing about it. The JDK prints it once
 * a JVM, to the standard error stream, at the first such call: that call is made here, with the
 * stream turned away for its duration.
 */
final class QuietUnsafe {
    private static final int FIRST_RELEASE_THAT_WARNS = 24;

    private QuietUnsafe() {}

    static void silence() {
        if (Runtime.version().feature() < FIRST_RELEASE_THAT_WARNS) {
            return;
        }
        var error = System.err;
        try {
            System.setErr(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            var type = Class.forName("sun.misc.Unsafe");
            var field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            type.getMethod("arrayBaseOffset", Class.class).invoke(field.get(null), byte[].class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Without Unsafe there is nothing to silence.
        } finally {
            System.setErr(error);
        }
    }
}
