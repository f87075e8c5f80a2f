package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.SafetensorsWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a run stands after an epoch: with the network's arrays, all it takes to go on as if it had
 * never stopped.
 *
 * <p>It is one file, so that it is replaced in one step. Random numbers need no place in it because
 * they start anew, from seed and epoch, with every epoch.
 *
 * @param epoch epochs done
 * @param step steps done
 * @param best the best epoch so far
 * @param metricsBytes length of the metrics log
 * @param seconds time spent
 */
record Checkpoint(int epoch, long step, BestEpoch best, long metricsBytes, double seconds) {
    static final Checkpoint START = new Checkpoint(0, 0, BestEpoch.NONE, 0, 0);

    Checkpoint nextStep() {
        return new Checkpoint(epoch, step + 1, best, metricsBytes, seconds);
    }

    Checkpoint nextEpoch(BestEpoch bestNow) {
        return new Checkpoint(epoch + 1, step, bestNow, metricsBytes, seconds);
    }

    Checkpoint at(long metricsBytesNow, double secondsNow) {
        return new Checkpoint(epoch, step, best, metricsBytesNow, secondsNow);
    }

    /** Writes this and the network's parameters and optimizer state. */
    void write(RunDirectory run, Experiment experiment, Network network) {
        var tensors = new LinkedHashMap<String, INDArray>();
        tensors.put("parameters", flat(network.model().params()));
        if (network.updaterState() != null) {
            tensors.put("updater", flat(network.updaterState()));
        }
        if (best.parameters() != null) {
            tensors.put("best", flat(best.parameters()));
        }
        var numbers = new LinkedHashMap<String, String>();
        numbers.put("experiment", fingerprint(experiment));
        numbers.put("epoch", String.valueOf(epoch));
        numbers.put("step", String.valueOf(step));
        numbers.put("iterations", String.valueOf(network.iterations()));
        numbers.put("bestEpoch", String.valueOf(best.epoch()));
        numbers.put("bestLoss", String.valueOf(best.loss()));
        numbers.put("epochsSinceBest", String.valueOf(best.epochsSince()));
        numbers.put("metricsBytes", String.valueOf(metricsBytes));
        numbers.put("seconds", String.valueOf(seconds));
        SafetensorsWriter.write(run.checkpoint(), tensors, numbers);
    }

    /**
     * Reads a run's checkpoint and puts the network where it was.
     *
     * @throws BadInput if there is none, or it is of another experiment
     */
    static Checkpoint restore(RunDirectory run, Experiment experiment, Network network) {
        if (!Files.exists(run.checkpoint())) {
            throw new BadInput(
                    "run must have a checkpoint, got none (%s). Start the run anew, with checkpoints."
                            .formatted(run.checkpoint()));
        }
        try (var file = SafetensorsFile.open(run.checkpoint())) {
            var numbers = file.metadata();
            if (!fingerprint(experiment).equals(numbers.get("experiment"))) {
                throw new BadInput(
                        "experiment must be the one that the checkpoint was written by, got another model or seed (%s). Resume with the same settings."
                                .formatted(run.checkpoint()));
            }
            fill(file, "parameters", network.model().params());
            if (network.updaterState() != null) {
                fill(file, "updater", network.updaterState());
            }
            int epoch = Integer.parseInt(numbers.get("epoch"));
            network.setCounts(Integer.parseInt(numbers.get("iterations")), epoch);
            return new Checkpoint(
                    epoch,
                    Long.parseLong(numbers.get("step")),
                    best(file, numbers, network.model().params()),
                    Long.parseLong(numbers.get("metricsBytes")),
                    Double.parseDouble(numbers.get("seconds")));
        } catch (NumberFormatException e) {
            throw new BadInput(
                    "checkpoint must hold the run's counts, got none (%s). Start the run anew."
                            .formatted(run.checkpoint()),
                    e);
        }
    }

    private static BestEpoch best(
            SafetensorsFile file, Map<String, String> numbers, INDArray like) {
        INDArray parameters = null;
        if (file.tensors().containsKey("best")) {
            parameters = like.dup();
            fill(file, "best", parameters);
        }
        return new BestEpoch(
                Integer.parseInt(numbers.get("bestEpoch")),
                Double.parseDouble(numbers.get("bestLoss")),
                Integer.parseInt(numbers.get("epochsSinceBest")),
                parameters);
    }

    private static void fill(SafetensorsFile file, String name, INDArray target) {
        file.readInto(name, flat(target));
    }

    private static INDArray flat(INDArray array) {
        return array.reshape(array.length());
    }

    /** Tells experiments apart whose checkpoints must not be mixed up. */
    private static String fingerprint(Experiment experiment) {
        var checksum = new CRC32();
        checksum.update(
                experiment.model().json(experiment.seed()).getBytes(StandardCharsets.UTF_8));
        return "%s seed %d model %08x"
                .formatted(experiment.name(), experiment.seed(), checksum.getValue());
    }
}
