package io.github.dl4jprimer.report;

import java.util.Arrays;

/**
 * Evenly spaced points over a rectangle: where a network is asked for its decision.
 *
 * <p>A finer grid gives smoother edges and takes more predictions: 80 x 80 are 6400, one batch for
 * a small network.
 *
 * <p>Points are in rows from the lowest y upwards, each row from the lowest x; all results handed
 * back to a chart are in that order.
 *
 * @param xMin x of the first column
 * @param xMax x of the last column, above {@code xMin}
 * @param yMin y of the first row
 * @param yMax y of the last row, above {@code yMin}
 * @param columns 2 to 2000
 * @param rows 2 to 2000
 */
public record Grid(double xMin, double xMax, double yMin, double yMax, int columns, int rows) {
    /** Checks ranges and counts. */
    public Grid {
        if (!(xMin < xMax
                && yMin < yMax
                && Double.isFinite(xMax - xMin)
                && Double.isFinite(yMax - yMin))) {
            throw new IllegalArgumentException(
                    "grid range must be finite with min < max, got x %s to %s, y %s to %s. Give other limits."
                            .formatted(xMin, xMax, yMin, yMax));
        }
        if (Math.min(columns, rows) < 2 || Math.max(columns, rows) > 2000) {
            throw new IllegalArgumentException(
                    "columns and rows must be 2 to 2000, got %d and %d. 80 suit a panel."
                            .formatted(columns, rows));
        }
    }

    /**
     * A grid around data with a tenth of its extent as margin.
     *
     * @param points [N][2], at least one
     * @param side columns and rows
     */
    public static Grid around(double[][] points, int side) {
        Check.notEmpty("points", points.length);
        double[] x = range(points, 0);
        double[] y = range(points, 1);
        return new Grid(x[0], x[1], y[0], y[1], side, side);
    }

    /** All points, [rows * columns][2]: the features to predict. */
    public double[][] points() {
        var points = new double[rows * columns][];
        for (int index = 0; index < points.length; index++) {
            points[index] = new double[] {x(index % columns), y(index / columns)};
        }
        return points;
    }

    /** How many points there are. */
    public int size() {
        return rows * columns;
    }

    double x(int column) {
        return xMin + (xMax - xMin) * column / (columns - 1);
    }

    double y(int row) {
        return yMin + (yMax - yMin) * row / (rows - 1);
    }

    /** Smallest and largest value with a tenth of their distance around, or 1 if they agree. */
    private static double[] range(double[][] points, int feature) {
        double min = Arrays.stream(points).mapToDouble(point -> point[feature]).min().orElseThrow();
        double max = Arrays.stream(points).mapToDouble(point -> point[feature]).max().orElseThrow();
        double margin = max > min ? 0.1 * (max - min) : 1;
        return new double[] {min - margin, max + margin};
    }
}
