package io.github.dl4jprimer.notebook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.data.BadInput;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    @TempDir private Path kernels;

    private static KernelSpec spec(String word) {
        return new KernelSpec(List.of(word, KernelProgram.class.getName(), "{connection_file}"));
    }

    private Path file() {
        return kernels.resolve("java").resolve("kernel.json");
    }

    @Test
    void theFileSaysHowToStartAndToInterrupt() {
        var json = JsonParser.parseString(spec("/路径/<java>").json()).getAsJsonObject();
        assertEquals("/路径/<java>", json.getAsJsonArray("argv").get(0).getAsString());
        assertEquals("java", json.get("language").getAsString());
        assertEquals("message", json.get("interrupt_mode").getAsString());
    }

    @Test
    void thisProgramIsStartedWithAbsolutePathsFromAnyFolder() {
        var command = KernelSpec.ofThisProgram("3g").command();
        assertTrue(Files.isExecutable(Path.of(command.get(0))), command.get(0));
        assertTrue(command.contains("-Xmx3g"));
        assertTrue(KernelSpec.ofThisProgram(null).command().contains("-Xmx2g"));
        assertEquals("{connection_file}", command.get(command.size() - 1));
        assertEquals(KernelProgram.class.getName(), command.get(command.size() - 2));
        for (var entry : command.get(command.indexOf("-cp") + 1).split(File.pathSeparator)) {
            assertTrue(Path.of(entry).isAbsolute(), entry);
        }
        var datasets =
                command.stream().filter(word -> word.startsWith("-Dprimer.datasets=")).findFirst();
        assertTrue(Path.of(datasets.orElseThrow().substring(18)).isAbsolute());
    }

    @Test
    void installingMakesTheFolderAndReplacesOurOwn() throws IOException {
        assertEquals(kernels.resolve("java"), spec("old").install(kernels, false));
        spec("new").install(kernels, false);
        assertEquals(spec("new").json() + "\n", Files.readString(file()));
        try (var files = Files.list(kernels.resolve("java"))) {
            assertEquals(List.of(file()), files.toList(), "nothing else is left");
        }
    }

    @Test
    void anotherKernelOfTheNameIsKeptUnlessItMayGo() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"argv\": [\"jjava\"]}");
        var e = assertThrows(BadInput.class, () -> spec("a").install(kernels, false));
        assertEquals(
                "kernel java must be free or ours, got another one in %s. Add --replace to overwrite it."
                        .formatted(file().getParent()),
                e.getMessage());
        assertEquals("{\"argv\": [\"jjava\"]}", Files.readString(file()));
        spec("a").install(kernels, true);
        assertEquals(spec("a").json() + "\n", Files.readString(file()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(kernels.resolve("java"), "a file where a folder should be");
        var e = assertThrows(BadInput.class, () -> spec("a").install(kernels, false));
        assertEquals(
                "Jupyter's folder of kernels must be writable, got %s (FileAlreadyExistsException). Choose another: --prefix DIR"
                        .formatted(kernels.resolve("java")),
                e.getMessage());
    }
}
