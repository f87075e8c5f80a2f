package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Loading a model runs code that the model file brings.
 *
 * <p>The file is a zip with one entry, {@code preprocessor.bin}, that holds a {@link
 * PlantedObject}. {@link NativeRuntime} has shut this out of the running JVM for good, so DL4J
 * without the guard is asked in a JVM of its own, {@link UnguardedRestore}, which takes about a
 * second.
 *
 * @see <a href="https://owasp.org/www-community/vulnerabilities/Deserialization_of_untrusted_data">
 *     OWASP, deserialisation of untrusted data</a>
 */
final class DeserialisationTrap {
    private DeserialisationTrap() {}

    static List<Trap> all() {
        return List.of(new Trap("t-deserialisation", DeserialisationTrap::demonstrate));
    }

    /** How often the planted object's code ran while DL4J loaded the file. */
    private static Evidence demonstrate() {
        try {
            var folder = Files.createTempDirectory("primer-trap");
            var model = folder.resolve("model.zip");
            var answer = folder.resolve("answer.txt");
            try {
                plant(model);
                return Evidence.of(Outcome.of(runsUnguarded(model, answer)), Outcome.of(0))
                        .withWorkaround(runsGuarded(model));
            } finally {
                Files.deleteIfExists(model);
                Files.deleteIfExists(answer);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a "model" of nothing but the object. */
    private static void plant(Path model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new PlantedObject());
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(model))) {
            zip.putNextEntry(new ZipEntry(ModelSerializer.PREPROCESSOR_BIN));
            zip.write(bytes.toByteArray());
        }
    }

    /** Restores in a JVM that has not been prepared. */
    private static double runsUnguarded(Path model, Path answer) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                UnguardedRestore.class.getName(),
                                model.toString(),
                                answer.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            int status = process.waitFor();
            if (!Files.exists(answer)) {
                throw new IOException(
                        "another JVM must run, got exit status %d. Check %s"
                                .formatted(status, java));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another JVM restored " + model, e);
        }
        return Double.parseDouble(Files.readString(answer));
    }

    /** Restores in this JVM, behind the filter of {@link NativeRuntime#prepare()}. */
    private static double runsGuarded(Path model) {
        NativeRuntime.prepare();
        return UnguardedRestore.runs(model);
    }
}
