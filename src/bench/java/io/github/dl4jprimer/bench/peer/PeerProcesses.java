package io.github.dl4jprimer.bench.peer;

import com.google.gson.Gson;
import io.github.dl4jprimer.bench.peer.PeerCase.Mode;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts contenders in processes of their own, under the same environment or under their own
 * defaults.
 *
 * @param folder for archives and output
 * @param seconds to measure each mode
 * @param environment what this project's runtime has chosen: threads, waiting policy, kernels
 * @param python a Python that has torch, if there is one
 */
record PeerProcesses(
        Path folder, double seconds, Map<String, String> environment, Optional<String> python) {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final long LONGEST_MINUTES = 15;

    /** Returns the first Python that imports torch, if there is one. */
    static Optional<String> findPython() {
        return PYTHONS.stream().filter(PeerProcesses::importsTorch).findFirst();
    }

    private static boolean importsTorch(String python) {
        try {
            var process =
                    new ProcessBuilder(python, "-c", "import torch")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs a contender once.
     *
     * @param entrant contender and environment
     * @throws IllegalStateException if it fails
     */
    Measured run(Entrant entrant, PeerCase size) {
        try {
            var output = Files.createDirectories(folder).resolve("output.log");
            var builder =
                    new ProcessBuilder(command(entrant.contender(), size))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeAll(environment.keySet());
            if (!entrant.ownDefaults()) {
                builder.environment().putAll(environment);
            }
            var process = builder.start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            var lines = Files.readString(output, StandardCharsets.UTF_8).lines().toList();
            if (!ended || process.waitFor() != 0 || lines.isEmpty()) {
                throw new IllegalStateException(
                        "%s must end well on %s, see %s. Run it alone: --contenders %s --cases %s"
                                .formatted(
                                        entrant.key(),
                                        size.key(),
                                        output,
                                        entrant.contender().key(),
                                        size.key()));
            }
            return new Gson().fromJson(lines.get(lines.size() - 1), Measured.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(Contender contender, PeerCase size) {
        boolean isPython = contender == Contender.TORCH_PYTHON;
        var attention = isPython ? TorchScript.Attention.SPELT_OUT : TorchScript.Attention.FUSED;
        var archive = folder.resolve(size.key() + (isPython ? "-python.pt" : ".pt"));
        TorchScriptArchive.write(TorchScript.program(size.model(), attention), archive);
        if (isPython) {
            var script = Path.of("src", "bench", "python", "torch_peer.py").toString();
            return List.of(python.orElseThrow(), script, archive.toString(), json(size));
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx8g", // DL4J allows as much memory outside the heap as in it
                "-XX:+UseSerialGC", // as the primer script
                "-Dlogback.configurationFile=io/github/dl4jprimer/runtime/logback.xml", // quiet
                "-cp",
                System.getProperty("java.class.path"),
                ContenderProcess.class.getName(),
                contender.key(),
                size.key(),
                archive.toString(),
                String.valueOf(seconds));
    }

    private String json(PeerCase size) {
        var model = size.model();
        return new Gson()
                .toJson(
                        Map.of(
                                "inputs", model.inputs(),
                                "vocabulary", model instanceof Encoder e ? e.vocabulary() : 0,
                                "classes", model.classes(),
                                "trainBatch", size.batch(Mode.TRAIN),
                                "inferBatch", size.batch(Mode.INFER),
                                "learningRate", size.learningRate(),
                                "weightDecay", PrimerNetworks.WEIGHT_DECAY,
                                "checked", ContenderProcess.CHECKED,
                                "seconds", seconds));
    }
}
