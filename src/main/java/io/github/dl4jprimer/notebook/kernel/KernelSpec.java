package io.github.dl4jprimer.notebook.kernel;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.notebook.Notebook;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Jupyter has to know to start the kernel: one file, {@code kernels/java/kernel.json}, with
 * the class path in it, so that notebooks need no magics.
 *
 * @param command the words of the command line, in which Jupyter puts the connection file for
 *     {@code {connection_file}}
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel
 *     specs</a>
 */
public record KernelSpec(List<String> command) {
    /** The name notebooks ask for. */
    public static final String NAME = "java";

    private static final String FILE = "kernel.json";
    private static final String USUAL_HEAP = "2g";

    /** Copies the words. */
    public KernelSpec {
        command = List.copyOf(command);
    }

    /**
     * Returns the kernel of this very program: its Java, its class path, its data sets.
     *
     * @param heap of the kernel's JVM as Java writes it ({@code 4g}), or null for 2 GB
     */
    public static KernelSpec ofThisProgram(String heap) {
        var datasets = Datasets.folder().toAbsolutePath().normalize();
        var home = datasets.getParent();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + (heap == null ? USUAL_HEAP : heap));
        command.add("-XX:+UseSerialGC");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.add("-Dsun.misc.unsafe.memory.access=allow");
        command.add("-Dprimer.datasets=" + datasets);
        command.add("-D" + Notebook.RUNS + "=" + home.resolve("runs"));
        command.add("-D" + JavaKernel.SOURCES + "=" + home.resolve("src/main/java"));
        command.addAll(List.of("-cp", classPath(), KernelProgram.class.getName()));
        command.add("{connection_file}");
        return new KernelSpec(command);
    }

    /** The kernel starts in the notebook's folder, so that every entry has to be absolute. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns {@code kernel.json}; interrupts come as messages, since Java has no signals. */
    String json() {
        var json = new JsonObject();
        var words = new JsonArray();
        command.forEach(words::add);
        json.add("argv", words);
        json.addProperty("display_name", "Java (dl4j-primer)");
        json.addProperty("language", "java");
        json.addProperty("interrupt_mode", "message");
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
    }

    /**
     * Writes the file.
     *
     * @param kernels Jupyter's folder of kernels, made as needed
     * @param replace whether a kernel of the same name that is not ours may go
     * @return the folder of the kernel
     * @throws BadInput if there is such a kernel, or the folder cannot be written
     */
    public Path install(Path kernels, boolean replace) {
        var folder = kernels.resolve(NAME);
        var file = folder.resolve(FILE);
        try {
            if (!replace && Files.exists(file) && !isOurs(file)) {
                throw new BadInput(
                        "kernel java must be free or ours, got another one in %s. Add --replace to overwrite it."
                                .formatted(folder));
            }
            Files.createDirectories(folder);
            var text = json() + "\n";
            AtomicWrite.file(file, path -> Files.writeString(path, text));
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(
                    "Jupyter's folder of kernels must be writable, got %s (%s). Choose another: --prefix DIR"
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        return Files.readString(file).contains(KernelProgram.class.getName());
    }
}
