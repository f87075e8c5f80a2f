package io.github.dl4jprimer.exercise;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a learner's code prints, up to what one can read; the rest is dropped. */
final class Printed extends OutputStream {
    private static final int MOST = 2000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
        if (bytes.size() < MOST) {
            bytes.write(b);
        }
    }

    /** Returns what was printed; a character that the end cut in two is left out. */
    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\uFFFD+$", "");
    }
}
