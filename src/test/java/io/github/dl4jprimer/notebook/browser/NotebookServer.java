package io.github.dl4jprimer.notebook.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dl4jprimer.notebook.InstalledProgram;
import io.github.dl4jprimer.notebook.kernel.KernelSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A Jupyter Notebook server on loopback that knows nothing of the user's Jupyter: kernels, settings
 * and notebooks are in one folder of its own.
 */
final class NotebookServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int PAUSE_MILLIS = 100;

    private final Path folder;
    private final Process process;

    private NotebookServer(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts a server with our kernel, on the class path of this test.
     *
     * @param folder empty; notebooks are put into {@link #notebooks}
     */
    static NotebookServer start(Path folder) throws IOException, InterruptedException {
        KernelSpec.ofThisProgram(null).install(folder.resolve("data/kernels"), false);
        Files.createDirectories(notebooks(folder));
        var builder =
                new ProcessBuilder(
                        InstalledProgram.NOTEBOOK.path().toString(),
                        "--no-browser",
                        "--allow-root",
                        "--ip=127.0.0.1",
                        "--port=" + freePort(),
                        "--notebook-dir=" + notebooks(folder));
        var environment = builder.environment();
        environment.put("JUPYTER_DATA_DIR", folder.resolve("data").toString());
        environment.put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
        environment.put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
        environment.put("JUPYTER_TOKEN", UUID.randomUUID().toString());
        environment.put("PRIMER_LANG", "zh");
        builder.redirectErrorStream(true).redirectOutput(log(folder).toFile());
        var server = new NotebookServer(folder, builder.start());
        try {
            server.awaitStart();
            return server;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private static Path notebooks(Path folder) {
        return folder.resolve("notebooks");
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    /** Should somebody else take it, the server takes the next and {@link #address} tells which. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The server listens before it writes this file. */
    private Path information() {
        return folder.resolve("runtime").resolve("nbserver-%d.json".formatted(process.pid()));
    }

    private void awaitStart() throws IOException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(information()) || Files.size(information()) == 0) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(
                        "the Notebook server must start, got:\n" + Files.readString(log(folder)));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns the folder that the server shows. */
    Path notebooks() {
        return notebooks(folder);
    }

    /** Returns the address of a notebook, with the token that lets the browser in. */
    String address(String notebook) throws IOException {
        JsonObject server =
                JsonParser.parseString(Files.readString(information())).getAsJsonObject();
        return "%snotebooks/%s?token=%s"
                .formatted(
                        server.get("url").getAsString(),
                        notebook,
                        server.get("token").getAsString());
    }

    /** Ends the server, which ends its kernels, and any of them that it left. */
    @Override
    public void close() {
        var kernels = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        kernels.forEach(ProcessHandle::destroyForcibly);
    }
}
