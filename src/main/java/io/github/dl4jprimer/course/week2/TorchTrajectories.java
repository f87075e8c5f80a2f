package io.github.dl4jprimer.course.week2;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What PyTorch's optimizers did with twenty given gradients, recorded in double precision.
 *
 * @param source how the numbers were made
 * @param initial parameters at the start, [8]
 * @param gradients [20][8]; the fourth is all zero, component 7 is of size 1e-6, component 8 of
 *     size 1e3
 * @param optimizers by PyTorch's name: {@code sgd, sgd_momentum, sgd_nesterov, rmsprop, adam,
 *     adamw}
 */
record TorchTrajectories(
        String source, double[] initial, double[][] gradients, Map<String, Trajectory> optimizers) {
    private static final String RESOURCE = "torch-trajectories.json";

    /**
     * The way of one optimizer.
     *
     * @param learningRate constant
     * @param parameters after each step, [20][8]
     */
    record Trajectory(double learningRate, double[][] parameters) {}

    /** Reads the recorded numbers. */
    static TorchTrajectories recorded() {
        var stream = TorchTrajectories.class.getResourceAsStream(RESOURCE);
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, TorchTrajectories.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
