package io.github.dl4jprimer.notebook.kernel;

import static io.github.dl4jprimer.notebook.InstalledProgram.JUPYTER_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.notebook.Drives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel under Jupyter's own client, in a process of its own. */
@Tag("slow")
@Drives(JUPYTER_CLIENT)
class RealJupyterTest {
    private static final int STARTS = 20;

    @TempDir private Path jupyter;

    @BeforeEach
    void install() {
        KernelSpec.ofThisProgram(null).install(jupyter.resolve("kernels"), false);
    }

    /** Runs the script beside this class and returns what it saw. */
    private JsonObject session(int starts) throws IOException, InterruptedException {
        var script = jupyter.resolve("session.py");
        try (var source = RealJupyterTest.class.getResourceAsStream("jupyter_client_session.py")) {
            Files.write(script, source.readAllBytes());
        }
        var builder =
                new ProcessBuilder(
                        JUPYTER_CLIENT.path().toString(),
                        script.toString(),
                        Integer.toString(starts));
        builder.environment().put("JUPYTER_DATA_DIR", jupyter.toString());
        builder.environment().put("PRIMER_LANG", "en");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.redirectError(jupyter.resolve("errors.txt").toFile());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> errors());
        return JsonParser.parseString(said).getAsJsonObject();
    }

    private String errors() {
        try {
            return Files.readString(jupyter.resolve("errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void itStartsTwentyTimesOfTwenty() throws IOException, InterruptedException {
        assertEquals(STARTS, session(STARTS).getAsJsonArray("starts").size());
    }

    @Test
    void aSessionOfEverythingALearnerDoes() throws IOException, InterruptedException {
        var seen = session(0);
        assertEquals("磁盘使用率超过95%\n", seen.getAsJsonObject("chinese").get("stdout").getAsString());
        assertEquals("标签：磁盘", text(seen, "chinese"));
        assertEquals(List.of("the cell was interrupted"), error(seen, "loop"));
        assertEquals(List.of("the cell was interrupted"), error(seen, "sleep"));
        assertEquals("2", text(seen, "after"));
        assertEquals(2, error(seen, "library").size(), "what it says, and the learner's line");
        assertEquals(
                "error: cannot find symbol: variable c (cell 6, line 2)",
                error(seen, "compile").get(0));
        assertEquals(
                "[\"getFileName()\",\"getFileSystem()\"]",
                seen.getAsJsonObject("completion").get("matches").toString());
        assertTrue(seen.getAsJsonObject("inspection").get("found").getAsBoolean());
        assertTrue(error(seen, "refused").get(0).contains("standard input must be answered"));
        assertEquals("答", text(seen, "answered"));
    }

    private static String text(JsonObject seen, String cell) {
        return seen.getAsJsonObject(cell)
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject()
                .get("text/plain")
                .getAsString();
    }

    private static List<String> error(JsonObject seen, String cell) {
        return seen.getAsJsonObject(cell).getAsJsonArray("error").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }
}
