package io.github.dl4jprimer.traps;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * An object whose code runs when it is read back; it does nothing but count that, in a system
 * property.
 */
final class PlantedObject implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String RUNS = "primer.planted.runs";

    /** Returns how often the code has run in this JVM. */
    static int runs() {
        return Integer.getInteger(RUNS, 0);
    }

    private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
        stream.defaultReadObject();
        System.setProperty(RUNS, String.valueOf(runs() + 1));
    }
}
