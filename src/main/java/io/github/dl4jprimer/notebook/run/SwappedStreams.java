package io.github.dl4jprimer.notebook.run;

import java.io.InputStream;
import java.io.PrintStream;

/** The standard streams of the JVM, lent to a cell while it runs. */
final class SwappedStreams {
    private SwappedStreams() {}

    /** Runs an action that prints to {@code output} and reads {@code input}, and puts back all. */
    static void during(PrintStream output, InputStream input, Runnable action) {
        var out = System.out;
        var error = System.err;
        var in = System.in;
        System.setOut(output);
        System.setErr(output);
        System.setIn(input);
        try {
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(error);
            System.setIn(in);
        }
    }
}
