package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EmbeddingMapTest {
    private static final INDArray ROWS =
            Nd4j.createFromArray(new double[][] {{0, 0, 0}, {3, 4, 0}, {0, 0, 1}});

    @Test
    void distancesAreEuclidean() {
        var squares = EmbeddingMap.squaredDistances(ROWS, ROWS).toDoubleMatrix();
        assertArrayEquals(new double[] {0, 25, 1}, squares[0], 1e-9);
        assertArrayEquals(new double[] {25, 0, 26}, squares[1], 1e-9);
    }

    @Test
    void theNearestRowIsFound() {
        var queries = Nd4j.createFromArray(new double[][] {{3, 3, 0}, {0, 0, 0.9}});
        assertArrayEquals(new int[] {1, 2}, EmbeddingMap.nearest(queries, ROWS));
    }

    @Test
    void meanDistancesTellClassesApart() {
        int[] classes = {0, 1, 0};
        assertEquals(1, EmbeddingMap.meanDistance(ROWS, classes, true), 1e-9);
        double others = (5 + Math.sqrt(26)) / 2;
        assertEquals(others, EmbeddingMap.meanDistance(ROWS, classes, false), 1e-9);
    }

    /** Spread 10 along the second axis, 2 along the third, 0 along the first. */
    @Test
    void thePlaneShowsTheTwoWidestDirections() {
        var rows =
                Nd4j.createFromArray(
                        new double[][] {{7, -10, 0}, {7, 10, 0}, {7, 0, -2}, {7, 0, 2}});
        double[][] plane = EmbeddingMap.plane(rows);
        assertEquals(10, Math.abs(plane[0][0]), 1e-9);
        assertEquals(0, plane[0][1], 1e-9);
        assertEquals(2, Math.abs(plane[2][1]), 1e-9);
        assertEquals(-plane[2][1], plane[3][1], 1e-9);
    }
}
