package io.github.dl4jprimer.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes {@code datasets/metric-series/requests.csv}: eight weeks of a web server's load.
 *
 * <p>value(t) = (400 + 1.5 day) * daily(t) * weekend(t) + noise(t), in requests per second; the
 * noise is autoregressive, n(t) = 0.6 n(t-1) + e(t) with e ~ N(0, 9). About 2 % of the points are
 * then made anomalous. {@code StrictMath} and {@code java.util.Random} make the file the same on
 * every machine.
 */
public final class MetricSeriesGenerator {
    /** The seed of the shipped file. */
    public static final long SEED = 20260105;

    private static final int PER_DAY = 96;
    private static final int DAYS = 56;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0); // a Monday

    private final Random random;

    private MetricSeriesGenerator(long seed) {
        random = new Random(seed);
    }

    /** Writes the shipped file and its checksum into the folder {@code args[0]}. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args.length > 0 ? args[0] : "datasets/metric-series");
        new DatasetFolder(folder).write(Map.of("requests.csv", file(SEED)));
    }

    /** Returns the file's text for a seed. */
    static String file(long seed) {
        return Stream.concat(
                        Stream.of(MetricSeries.HEADER),
                        points(seed).stream().map(MetricSeries.Point::toLine))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Returns the series for a seed. */
    static List<MetricSeries.Point> points(long seed) {
        return new MetricSeriesGenerator(seed).points();
    }

    private List<MetricSeries.Point> points() {
        double[] values = normal();
        var anomalies = new MetricSeries.Anomaly[values.length];
        Arrays.fill(anomalies, MetricSeries.Anomaly.NONE);
        for (int day = 1; day < DAYS; day++) {
            disturb(values, anomalies, day * PER_DAY);
        }
        var points = new ArrayList<MetricSeries.Point>();
        for (int i = 0; i < values.length; i++) {
            points.add(new MetricSeries.Point(START.plusMinutes(15L * i), values[i], anomalies[i]));
        }
        return points;
    }

    /** Returns the undisturbed values, [days * 96]. */
    private double[] normal() {
        double[] values = new double[DAYS * PER_DAY];
        double noise = 0;
        for (int i = 0; i < values.length; i++) {
            double day = (double) i / PER_DAY;
            double phase = 2 * StrictMath.PI * (day - StrictMath.floor(day));
            double daily = 1 - 0.45 * StrictMath.cos(phase) - 0.2 * StrictMath.sin(2 * phase);
            double weekend = (i / PER_DAY) % 7 >= 5 ? 0.65 : 1;
            noise = 0.6 * noise + 9 * random.nextGaussian();
            values[i] = Math.max(0, (400 + 1.5 * day) * daily * weekend + noise);
        }
        return values;
    }

    /** Puts at most one disturbance of each kind into the day that begins at {@code from}. */
    private void disturb(double[] values, MetricSeries.Anomaly[] anomalies, int from) {
        if (random.nextDouble() < 0.5) {
            mark(values, anomalies, from + random.nextInt(30), 1, MetricSeries.Anomaly.SPIKE);
        }
        if (random.nextDouble() < 0.12) {
            int length = 2 + random.nextInt(5);
            mark(
                    values,
                    anomalies,
                    from + 32 + random.nextInt(26),
                    length,
                    MetricSeries.Anomaly.DROP);
        }
        if (random.nextDouble() < 0.08) {
            int length = 8 + random.nextInt(12);
            mark(
                    values,
                    anomalies,
                    from + 66 + random.nextInt(10),
                    length,
                    MetricSeries.Anomaly.SHIFT);
        }
    }

    /** Disturbs {@code length} values from {@code from} on and labels them. */
    private void mark(
            double[] values,
            MetricSeries.Anomaly[] anomalies,
            int from,
            int length,
            MetricSeries.Anomaly anomaly) {
        double strength = random.nextDouble();
        for (int i = from; i < from + length; i++) {
            anomalies[i] = anomaly;
            values[i] *=
                    switch (anomaly) {
                        case NONE -> 1;
                        case SPIKE -> 2 + 2 * strength;
                        case DROP -> 0.02 + 0.1 * random.nextDouble();
                        case SHIFT -> 1.4 + 0.4 * strength;
                    };
        }
    }
}
