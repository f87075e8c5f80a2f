package io.github.dl4jprimer.report;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The map of a loss surface: a function of two variables sampled on a grid, and the lines on which
 * it has one value.
 *
 * <p>Marching squares: in each cell the level is found on the edges by linear interpolation and the
 * crossings are joined; a cell with four crossings is decided by the mean of its corners. Cells
 * with NaN or infinity have no lines.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Marching_squares">Marching squares</a>
 */
final class Contours {
    private final Grid grid;
    private final double[][] values;

    /** Samples {@code function} at the grid's points. */
    Contours(DoubleBinaryOperator function, Grid grid) {
        this.grid = grid;
        this.values = new double[grid.rows()][grid.columns()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                values[row][column] = function.applyAsDouble(grid.x(column), grid.y(row));
            }
        }
    }

    /** The sampled values, [rows][columns], the lowest y first. */
    double[][] values() {
        return values;
    }

    /**
     * The pieces of the line on which the function equals {@code level}, in the function's
     * coordinates.
     */
    List<Line2D.Double> at(double level) {
        List<Line2D.Double> pieces = new ArrayList<>();
        for (int row = 0; row + 1 < grid.rows(); row++) {
            for (int column = 0; column + 1 < grid.columns(); column++) {
                addCell(pieces, row, column, level);
            }
        }
        return pieces;
    }

    /**
     * The pieces in one cell: none if all corners are on one side of the level, one if the line
     * passes through, two if opposite corners agree against the other two.
     */
    private void addCell(List<Line2D.Double> pieces, int row, int column, double level) {
        double lowerLeft = values[row][column] - level;
        double lowerRight = values[row][column + 1] - level;
        double upperRight = values[row + 1][column + 1] - level;
        double upperLeft = values[row + 1][column] - level;
        if (!Double.isFinite(lowerLeft + lowerRight + upperRight + upperLeft)) {
            return;
        }
        double left = grid.x(column);
        double right = grid.x(column + 1);
        double low = grid.y(row);
        double high = grid.y(row + 1);
        // Counter-clockwise from the lower edge, so that neighbours in the list share a corner.
        List<double[]> crossings = new ArrayList<>();
        addCrossing(crossings, left, low, lowerLeft, right, low, lowerRight);
        addCrossing(crossings, right, low, lowerRight, right, high, upperRight);
        addCrossing(crossings, right, high, upperRight, left, high, upperLeft);
        addCrossing(crossings, left, high, upperLeft, left, low, lowerLeft);
        if (crossings.size() == 2) {
            pieces.add(piece(crossings, 0, 1));
        } else if (crossings.size() == 4) {
            boolean centreAbove = lowerLeft + lowerRight + upperRight + upperLeft >= 0;
            // The corners that differ from the centre are cut off.
            boolean cutLowerRight = centreAbove != lowerRight >= 0;
            pieces.add(cutLowerRight ? piece(crossings, 0, 1) : piece(crossings, 1, 2));
            pieces.add(cutLowerRight ? piece(crossings, 2, 3) : piece(crossings, 3, 0));
        }
    }

    /** Where the level lies on an edge, by linear interpolation, if its ends are on both sides. */
    private static void addCrossing(
            List<double[]> crossings,
            double x1,
            double y1,
            double value1,
            double x2,
            double y2,
            double value2) {
        if (value1 >= 0 != value2 >= 0) {
            double share = value1 / (value1 - value2);
            crossings.add(new double[] {x1 + share * (x2 - x1), y1 + share * (y2 - y1)});
        }
    }

    private static Line2D.Double piece(List<double[]> crossings, int from, int to) {
        double[] start = crossings.get(from);
        double[] end = crossings.get(to);
        return new Line2D.Double(start[0], start[1], end[0], end[1]);
    }
}
