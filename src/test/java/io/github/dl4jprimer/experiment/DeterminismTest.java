package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed and number of threads give the same bits, in whatever process. */
class DeterminismTest {
    private static final String THREADS = "2";

    @TempDir private static Path root;

    private static Process first;
    private static Process second;

    @BeforeAll
    static void trainInTwoJvms() throws IOException, InterruptedException {
        first = start("first", "3", "4");
        second = start("second", "3", "4");
        for (var process : List.of(first, second)) {
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), output);
        }
    }

    @AfterAll
    static void leaveNoProcessBehind() {
        first.destroy();
        second.destroy();
    }

    @Test
    void twoProcessesTrainTheSameParametersToTheBit() throws IOException {
        for (var seed : List.of("seed3", "seed4")) {
            assertArrayEquals(parameters("first", seed), parameters("second", seed), seed);
        }
    }

    @Test
    void theyMeasureTheSameToTheLastDigit() throws IOException {
        var metrics = metrics("first", "seed3");
        assertEquals(9 + 3, metrics.size(), "steps and epochs");
        assertTrue(metrics.get(0).get("gradientNorm").getAsDouble() > 0);
        assertEquals(metrics, metrics("second", "seed3"));
    }

    @Test
    void anotherSeedTrainsOtherParameters() throws IOException {
        assertFalse(Arrays.equals(parameters("first", "seed3"), parameters("first", "seed4")));
        var three = metrics("first", "seed3");
        var four = metrics("first", "seed4");
        for (int line = 0; line < three.size(); line++) {
            assertFalse(three.get(line).equals(four.get(line)), "line " + line);
        }
    }

    private static byte[] parameters(String process, String run) throws IOException {
        var model = new RunDirectory(root.resolve(process).resolve(run)).model();
        return Files.readAllBytes(model.resolve("model.safetensors"));
    }

    /** The lines of the log without the only number that depends on the clock. */
    private static List<JsonObject> metrics(String process, String run) throws IOException {
        var log = new RunDirectory(root.resolve(process).resolve(run)).metrics();
        var lines =
                Files.readAllLines(log).stream()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .toList();
        lines.forEach(line -> line.remove("samplesPerSecond"));
        return lines;
    }

    private static Process start(String name, String... seeds) throws IOException {
        var runs = Files.createDirectory(root.resolve(name));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Surefire hides the class path in a manifest, and says what it is.
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        classPath,
                        SeparateTraining.class.getName(),
                        runs.toString());
        command.command().addAll(List.of(seeds));
        command.environment().put("PRIMER_THREADS", THREADS);
        return command.redirectErrorStream(true).start();
    }
}
