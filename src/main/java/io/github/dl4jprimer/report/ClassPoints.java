package io.github.dl4jprimer.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Points of the plane that belong to classes: each class has a colour and a shape of its own, so
 * that it is told apart without colour, too.
 *
 * @param points [N][2], x and y; a point with NaN is not drawn
 * @param labels [N], class indices from 0
 */
record ClassPoints(double[][] points, int[] labels) {
    /** No points. */
    static final ClassPoints NONE = new ClassPoints(new double[0][], new int[0]);

    ClassPoints {
        Check.sameLength("points", points.length, "labels", labels.length);
        for (double[] point : points) {
            Check.sameLength("x and y", 2, "coordinates of a point", point.length);
        }
    }

    /** Adds the points of every class to a frame, later classes on top. */
    void addTo(Frame frame) {
        int classes = IntStream.of(labels).max().orElse(-1) + 1;
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            int[] members =
                    IntStream.range(0, points.length).filter(i -> labels[i] == wanted).toArray();
            if (members.length > 0) {
                double[] xs = IntStream.of(members).mapToDouble(i -> points[i][0]).toArray();
                double[] ys = IntStream.of(members).mapToDouble(i -> points[i][1]).toArray();
                frame.points(xs, ys, label);
            }
        }
    }

    /** All x (0) or all y (1), for an axis to fit. */
    DoubleStream coordinates(int coordinate) {
        return Arrays.stream(points).mapToDouble(point -> point[coordinate]);
    }

    int size() {
        return points.length;
    }
}
