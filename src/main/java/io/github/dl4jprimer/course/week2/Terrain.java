package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.report.Grid;
import io.github.dl4jprimer.scratch.Landscape;
import java.util.List;

/**
 * A landscape, the three learning rates to try on it, and the part of the plane to show.
 *
 * <p>The right rates lie below 2/c and the ones too large beyond it, so that each picture shows
 * both sides of the limit.
 *
 * @param landscape what is descended
 * @param curvature c, the largest one at the minimum; descent is stable there below {@code 2 / c}
 * @param tooSmall a learning rate that does not arrive
 * @param right one that does, or comes nearest
 * @param tooLarge one beyond the limit
 * @param patience how many times the usual number of steps this landscape needs
 * @param grid the part of the plane to show
 * @param minima [.][2], where the landscape is lowest
 */
record Terrain(
        Landscape landscape,
        double curvature,
        double tooSmall,
        double right,
        double tooLarge,
        int patience,
        Grid grid,
        double[][] minima) {
    private static final double[][] ORIGIN = {{0, 0}};
    private static final double[][] VALLEY_END = {{1, 1}};
    private static final double[][] BOTH_SIDES = {{0, 1}, {0, -1}};

    /** Returns the four terrains of the lesson. */
    static List<Terrain> all() {
        return List.of(
                new Terrain(Landscape.BOWL, 1, 0.03, 0.6, 2.1, 1, grid(-6, 6, -5, 5), ORIGIN),
                new Terrain(
                        Landscape.RAVINE, 20, 0.004, 0.085, 0.102, 1, grid(-3, 12, -4, 4), ORIGIN),
                new Terrain(
                        Landscape.ROSENBROCK,
                        1001.6,
                        0.00005,
                        0.0012,
                        0.01,
                        50,
                        grid(-2, 2, -1, 3),
                        VALLEY_END),
                new Terrain(
                        Landscape.SADDLE,
                        2,
                        0.03,
                        0.4,
                        2.1,
                        1,
                        grid(-2.5, 2.5, -2, 2),
                        BOTH_SIDES));
    }

    private static Grid grid(double xMin, double xMax, double yMin, double yMax) {
        return new Grid(xMin, xMax, yMin, yMax, 160, 160);
    }

    /** Returns the distance of a point [2] from the nearest minimum; NaN beyond all numbers. */
    double distance(double[] point) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] minimum : minima) {
            nearest = Math.min(nearest, Math.hypot(point[0] - minimum[0], point[1] - minimum[1]));
        }
        return nearest;
    }

    /** Returns the landscape's name in the learner's language. */
    String name(Lab lab) {
        return switch (landscape) {
            case BOWL -> lab.say("圆碗", "bowl");
            case RAVINE -> lab.say("山沟", "ravine");
            case ROSENBROCK -> lab.say("香蕉谷", "banana valley");
            case SADDLE -> lab.say("马鞍", "saddle");
        };
    }
}
