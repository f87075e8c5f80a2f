package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class NativeRuntimeTest {
    /** Stands for a class that a planted model file would bring. */
    private record Planted(String command) implements Serializable {}

    @Test
    void preparingTwiceGivesTheSameSettings() {
        assertSame(NativeRuntime.prepare(), NativeRuntime.prepare());
    }

    @Test
    void bothLibrariesRunWithTheChosenNumberOfThreads() {
        Nd4j.ones(OperationThreads.LARGE).addi(1); // small ones run on one thread
        var chosen = System.getenv("PRIMER_THREADS");
        int expected =
                chosen == null
                        ? Runtime.getRuntime().availableProcessors()
                        : Integer.parseInt(chosen);
        var libnd4j = NativeOpsHolder.getInstance().getDeviceNativeOps();
        assertEquals(expected, libnd4j.ompGetMaxThreads());
        assertEquals(expected, Nd4j.factory().blas().getMaxThreads());
    }

    @Test
    void deserialisationRefusesClassesThatNoModelNeeds() throws IOException {
        var bytes = serialised(new Planted("rm"));
        assertThrows(InvalidClassException.class, () -> deserialised(bytes));
    }

    @Test
    void deserialisationStillReadsDl4jNormalizers() throws Exception {
        var restored = deserialised(serialised(new NormalizerStandardize()));
        assertEquals(NormalizerStandardize.class, restored.getClass());
    }

    private static byte[] serialised(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object deserialised(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
