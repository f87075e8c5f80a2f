package io.github.dl4jprimer.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A run in a list of runs.
 *
 * @param directory the run's folder
 * @param name its path below the folder of all runs: {@code experiment/id}, or {@code
 *     experiment/id/name} in a group
 * @param start when it started; {@link Instant#EPOCH} if unknown
 * @param duration how long it took; zero if it has not ended
 * @param outcome how it ended
 * @param metric name of its main metric, empty if unknown
 * @param value the main metric's value, NaN if unknown
 */
public record RunSummary(
        Path directory,
        String name,
        Instant start,
        Duration duration,
        Outcome outcome,
        String metric,
        double value) {}
