package io.github.dl4jprimer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private static final Grid SQUARE = new Grid(-2, 2, -2, 2, 81, 81);

    @Test
    void aLevelOfABowlIsACircleOfTheRightRadiusAndLength() {
        List<Line2D.Double> pieces = new Contours((x, y) -> x * x + y * y, SQUARE).at(1);
        double length = 0;
        for (Line2D.Double piece : pieces) {
            assertEquals(1, Math.hypot(piece.x1, piece.y1), 1e-3);
            assertEquals(1, Math.hypot(piece.x2, piece.y2), 1e-3);
            length += Math.hypot(piece.x2 - piece.x1, piece.y2 - piece.y1);
        }
        assertEquals(2 * Math.PI, length, 0.01);
    }

    @Test
    void thereIsNoLineWhereTheLevelIsNotReached() {
        assertTrue(new Contours((x, y) -> x * x + y * y, SQUARE).at(-1).isEmpty());
        assertTrue(new Contours((x, y) -> 3, SQUARE).at(2).isEmpty());
    }

    @Test
    void cellsWithNanHaveNoLines() {
        var half = new Contours((x, y) -> x < 0 ? Double.NaN : x * x + y * y, SQUARE);
        assertTrue(half.at(1).stream().allMatch(piece -> piece.x1 >= 0 && piece.x2 >= 0));
        assertTrue(half.at(1).size() > 20);
    }

    @Test
    void aSaddleCellIsDecidedByItsMiddle() {
        var two = new Grid(0, 1, 0, 1, 2, 2);
        // Lower left and upper right are high, and so is the mean: the other two corners are cut
        // off.
        List<Line2D.Double> pieces = new Contours((x, y) -> x == y ? 3 : 0, two).at(1);
        assertEquals(2, pieces.size());
        for (Line2D.Double piece : pieces) {
            double nearLowerRight =
                    Math.hypot(1 - (piece.x1 + piece.x2) / 2, (piece.y1 + piece.y2) / 2);
            double nearUpperLeft =
                    Math.hypot((piece.x1 + piece.x2) / 2, 1 - (piece.y1 + piece.y2) / 2);
            assertTrue(Math.min(nearLowerRight, nearUpperLeft) < 0.5);
        }
    }

    @Test
    void levelsAreOneTwoFiveTimesPowersOfTen() {
        double[][] values = new Contours((x, y) -> 50 * (x * x + y * y), SQUARE).values();
        double[] levels = ContourLevels.of(values);
        assertEquals(200, levels[levels.length - 1]);
        assertEquals(100, levels[levels.length - 2]);
        assertEquals(50, levels[levels.length - 3]);
        assertTrue(levels.length >= 9);
    }

    @Test
    void levelsOfASaddleLieOnBothSidesOfZero() {
        double[] levels = ContourLevels.of(new Contours((x, y) -> x * x - y * y, SQUARE).values());
        for (int i = 0; i < levels.length; i++) {
            assertEquals(-levels[levels.length - 1 - i], levels[i], 1e-12);
        }
    }

    @Test
    void levelsBeginAtTheLowestValueAndAreNoneForAConstant() {
        double[] levels = ContourLevels.of(new Contours((x, y) -> 1000 + x * x, SQUARE).values());
        assertTrue(levels[0] > 1000 && levels[0] < 1000.01);
        assertArrayEquals(new double[0], ContourLevels.of(new double[][] {{1, 1}, {1, 1}}));
        assertArrayEquals(new double[0], ContourLevels.of(new double[][] {{Double.NaN}}));
    }

    @Test
    void gridsListTheirPointsFromTheLowestRowUp() {
        var grid = new Grid(0, 1, 10, 20, 2, 3);
        double[][] expected = {{0, 10}, {1, 10}, {0, 15}, {1, 15}, {0, 20}, {1, 20}};
        assertArrayEquals(expected, grid.points());
        assertEquals(6, grid.size());
    }

    @Test
    void gridsAroundDataLeaveATenthFree() {
        assertEquals(
                new Grid(-1, 11, 4, 6, 5, 5), Grid.around(new double[][] {{0, 5}, {10, 5}}, 5));
    }

    @Test
    void gridsRefuseRangesAndCountsThatCannotBe() {
        var range = assertThrows(IllegalArgumentException.class, () -> new Grid(1, 1, 0, 1, 2, 2));
        assertEquals(
                "grid range must be finite with min < max, got x 1.0 to 1.0, y 0.0 to 1.0. Give"
                        + " other limits.",
                range.getMessage());
        var count = assertThrows(IllegalArgumentException.class, () -> new Grid(0, 1, 0, 1, 1, 2));
        assertEquals(
                "columns and rows must be 2 to 2000, got 1 and 2. 80 suit a panel.",
                count.getMessage());
    }
}
