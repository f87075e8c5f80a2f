package io.github.dl4jprimer.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A server metric over time with labelled anomalies.
 *
 * @param points in order of time, equally spaced
 * @param checksum SHA-256 of the file it was read from
 */
public record MetricSeries(List<Point> points, String checksum) {
    /** What is abnormal about a point. */
    public enum Anomaly {
        /** Nothing. */
        NONE,
        /** One value far above its neighbours: a scraper, a retry storm. */
        SPIKE,
        /** An outage: values near zero. */
        DROP,
        /** A plateau above the usual level: a campaign, a lost replica. */
        SHIFT
    }

    /**
     * One measurement.
     *
     * @param value requests per second
     */
    public record Point(LocalDateTime time, double value, Anomaly anomaly) {
        /** Returns the line {@code time,value,anomaly} with the value to two decimals. */
        String toLine() {
            return String.format(
                    Locale.ROOT,
                    "%s,%.2f,%s",
                    time,
                    value,
                    anomaly.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The first line of a file. */
    static final String HEADER = "time,requests_per_second,anomaly";

    /** Keeps its own copy of the points. */
    public MetricSeries {
        points = List.copyOf(points);
    }

    /**
     * Reads {@code time,value,anomaly} rows under a header.
     *
     * @throws BadInput if a row is not of that form
     */
    static MetricSeries read(Path file) {
        var format = TextFormat.csv().withHeader(true);
        var source = SourceText.read(file, StandardCharsets.UTF_8);
        var points = new ArrayList<Point>();
        for (var row : RowReader.read(file, format, source)) {
            if (row.line() > 1) {
                points.add(point(row, file));
            }
        }
        return new MetricSeries(points, source.checksum());
    }

    private static Point point(RowReader.Row row, Path file) {
        try {
            return new Point(
                    LocalDateTime.parse(row.cells().get(0)),
                    Double.parseDouble(row.cells().get(1)),
                    Anomaly.valueOf(row.cells().get(2).toUpperCase(Locale.ROOT)));
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw row.error(
                    file,
                    "row must be %s, got %s".formatted(HEADER, row.cells()),
                    "Write it as 2026-01-05T00:15,412.50,none.");
        }
    }

    /**
     * Returns a regression: from {@code width} values in a row the next one.
     *
     * <p>N = points - width rows; features [N, width], oldest value first; targets [N, 1]. Split it
     * with {@link Splits#chronological}, since neighbouring windows overlap.
     *
     * @param width values the network sees, from 1 to points - 1
     * @throws IllegalArgumentException if {@code width} is out of range
     */
    public NumberDataset windows(int width) {
        check(width);
        int count = points.size() - width;
        float[][] features = new float[count][width];
        float[][] targets = new float[count][1];
        for (int row = 0; row < count; row++) {
            for (int step = 0; step < width; step++) {
                features[row][step] = (float) points.get(row + step).value();
            }
            targets[row][0] = (float) points.get(row + width).value();
        }
        var names = new ArrayList<String>();
        for (int step = width; step > 0; step--) {
            names.add("t-" + step);
        }
        return new NumberDataset(
                "metric-series",
                names,
                Nd4j.createFromArray(features),
                Nd4j.createFromArray(targets),
                List.of(),
                checksum);
    }

    /** Returns what is abnormal about the target of each row of {@link #windows}; shape [N]. */
    public List<Anomaly> targetAnomalies(int width) {
        check(width);
        return points.subList(width, points.size()).stream().map(Point::anomaly).toList();
    }

    private void check(int width) {
        if (width < 1 || width >= points.size()) {
            throw new IllegalArgumentException(
                    "width must be in 1..%d, got %d. 32 (eight hours) is a good start."
                            .formatted(points.size() - 1, width));
        }
    }
}
