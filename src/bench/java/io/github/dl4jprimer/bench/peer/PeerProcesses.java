package io.github.dl4jprimer.bench.peer;

import com.google.gson.Gson;
import io.github.dl4jprimer.bench.Ceiling;
import io.github.dl4jprimer.bench.CeilingProcess;
import io.github.dl4jprimer.bench.ChildProcess;
import io.github.dl4jprimer.bench.peer.PeerCase.Mode;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** DL4J allows as much memory outside the heap as in it; the collector is the script's. */
    private static final List<String> JAVA_OPTIONS = List.of("-Xmx8g", "-XX:+UseSerialGC");

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
        var child = ChildProcess.of(command(entrant.contender(), size), folder);
        child.builder().environment().keySet().removeAll(environment.keySet());
        if (!entrant.ownDefaults()) {
            child.builder().environment().putAll(environment);
        }
        return child.run(
                Measured.class,
                "Run it alone: --contenders %s --cases %s"
                        .formatted(entrant.contender().key(), size.key()));
    }

    /** Measures what the machine can do at most, under the same environment. */
    Ceiling ceiling() {
        var command =
                ChildProcess.java(JAVA_OPTIONS, CeilingProcess.class, String.valueOf(seconds));
        var child = ChildProcess.of(command, folder);
        child.builder().environment().putAll(environment);
        return child.run(Ceiling.class, "Free memory: it takes 1 GB.");
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
        return ChildProcess.java(
                JAVA_OPTIONS,
                ContenderProcess.class,
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
