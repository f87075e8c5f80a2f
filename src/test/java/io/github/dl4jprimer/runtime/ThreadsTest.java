package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The number of threads in a process of its own, where nothing has loaded ND4J yet. */
class ThreadsTest {
    /** Prints the threads that libnd4j and OpenBLAS work with. */
    static final class Printed {
        private Printed() {}

        public static void main(String[] arguments) {
            NativeRuntime.prepare();
            Nd4j.ones(OperationThreads.LARGE).addi(1); // small ones run on one thread
            var operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
            System.out.println(operations.ompGetMaxThreads() + " " + ProductThreads.now());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMER_THREADS=1, 1 1",
        "PRIMER_THREADS=3, 3 3",
        "OMP_NUM_THREADS=3, 3 3",
        "OMP_NUM_THREADS=3 OPENBLAS_NUM_THREADS=1, 3 1",
        "PRIMER_THREADS=1 OMP_NUM_THREADS=3, 3 1"
    })
    void bothFollowTheVariablesWhateverTheProcessorHas(String variables, String threads)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Surefire hides the class path in a manifest, and says what it is.
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ProcessBuilder(java, "-Xmx256m", "-cp", classPath, Printed.class.getName());
        command.environment().keySet().removeIf(name -> name.endsWith("_THREADS"));
        for (var variable : variables.split(" ")) {
            var nameAndValue = variable.split("=");
            command.environment().put(nameAndValue[0], nameAndValue[1]);
        }
        var process = command.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertEquals(threads + "\n", output);
    }
}
