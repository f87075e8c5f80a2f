package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.Landscape;
import org.junit.jupiter.api.Test;

class TerrainTest {
    private static Terrain of(Landscape landscape) {
        return Terrain.all().get(landscape.ordinal());
    }

    @Test
    void eachLandscapeHasOneTerrainInTheirOrder() {
        for (var landscape : Landscape.values()) {
            assertEquals(landscape, of(landscape).landscape());
        }
    }

    @Test
    void minimaAreWhereNoDirectionLeadsDown() {
        for (var terrain : Terrain.all()) {
            for (double[] minimum : terrain.minima()) {
                double lowest = terrain.landscape().value(minimum[0], minimum[1]);
                for (int i = 0; i < 16; i++) {
                    double x = minimum[0] + 0.01 * Math.cos(i * Math.PI / 8);
                    double y = minimum[1] + 0.01 * Math.sin(i * Math.PI / 8);
                    assertTrue(terrain.landscape().value(x, y) > lowest);
                }
            }
        }
    }

    /** The steepest curvature is the largest second difference over all directions. */
    @Test
    void curvatureIsTheLargestOneAtTheMinimum() {
        double h = 1e-4;
        for (var terrain : Terrain.all()) {
            double x = terrain.minima()[0][0];
            double y = terrain.minima()[0][1];
            double largest = 0;
            for (int i = 0; i < 3600; i++) {
                double dx = h * Math.cos(i * Math.PI / 3600);
                double dy = h * Math.sin(i * Math.PI / 3600);
                var f = terrain.landscape();
                double second =
                        f.value(x + dx, y + dy) - 2 * f.value(x, y) + f.value(x - dx, y - dy);
                largest = Math.max(largest, second / (h * h));
            }
            assertEquals(terrain.curvature(), largest, 1e-3 * largest);
        }
    }

    @Test
    void theDistanceIsThatFromTheNearerMinimum() {
        var saddle = of(Landscape.SADDLE);
        assertEquals(0.5, saddle.distance(new double[] {0, -1.5}), 1e-12);
        assertEquals(0.5, saddle.distance(new double[] {0.5, 1}), 1e-12);
        assertEquals(5, of(Landscape.BOWL).distance(new double[] {3, 4}), 1e-12);
    }
}
