package io.github.dl4jprimer.data;

import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Small problems of two numbers a point, made from a seed, that show on a plane what a network can
 * do.
 *
 * <p>Every set has features [N, 2] (the line: [N, 1]) of about -1..1 (spiral and moons up to 2).
 */
public final class Synthetic {
    private static final List<String> PLANE = List.of("x", "y");

    private Synthetic() {}

    /**
     * Returns two half circles that interlock: class 0 on top, class 1 below and to the right.
     *
     * @param size points in all, at least 2, even
     * @param noise standard deviation of what is added to each coordinate, at least 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static NumberDataset moons(int size, double noise, long seed) {
        check(size, 2, noise);
        var random = new Random(seed);
        float[][] points = new float[size][];
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            double angle = StrictMath.PI * random.nextDouble();
            classes[i] = i % 2;
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            points[i] =
                    classes[i] == 0
                            ? noisy(x, y, noise, random)
                            : noisy(1 - x, 0.5 - y, noise, random);
        }
        return plane("moons", points, classes, List.of("upper", "lower"));
    }

    /**
     * Returns three arms that wind around the origin once; a class an arm.
     *
     * @param size points in all, at least 3, a multiple of 3
     * @param noise standard deviation of what is added to each coordinate, at least 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static NumberDataset spiral(int size, double noise, long seed) {
        check(size, 3, noise);
        var random = new Random(seed);
        float[][] points = new float[size][];
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            classes[i] = i % 3;
            double radius = 0.05 + 0.95 * random.nextDouble();
            double angle = 2 * StrictMath.PI * (radius + classes[i] / 3.0);
            points[i] =
                    noisy(
                            radius * StrictMath.cos(angle),
                            radius * StrictMath.sin(angle),
                            noise,
                            random);
        }
        return plane("spiral", points, classes, List.of("arm 1", "arm 2", "arm 3"));
    }

    /**
     * Returns points around (-1, -1), (1, 1): class "same", and (-1, 1), (1, -1): class
     * "different".
     *
     * @param size points in all, at least 4, a multiple of 4; with 4 and no noise the truth table
     * @param noise standard deviation of what is added to each coordinate, at least 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static NumberDataset xor(int size, double noise, long seed) {
        check(size, 4, noise);
        var random = new Random(seed);
        float[][] points = new float[size][];
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            int x = i % 2;
            int y = (i / 2) % 2;
            classes[i] = x ^ y;
            points[i] = noisy(2 * x - 1, 2 * y - 1, noise, random);
        }
        return plane("xor", points, classes, List.of("same", "different"));
    }

    /**
     * Returns points along y = slope * x + intercept with x uniform in -1..1: a regression.
     *
     * @param size points, at least 1
     * @param noise standard deviation of what is added to y, at least 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static NumberDataset line(
            int size, double slope, double intercept, double noise, long seed) {
        check(size, 1, noise);
        var random = new Random(seed);
        float[][] x = new float[size][1];
        float[][] y = new float[size][1];
        for (int i = 0; i < size; i++) {
            x[i][0] = 2 * random.nextFloat() - 1;
            y[i][0] = (float) (slope * x[i][0] + intercept + noise * random.nextGaussian());
        }
        INDArray features = Nd4j.createFromArray(x);
        INDArray targets = Nd4j.createFromArray(y);
        var checksum = Checksum.of(features, targets);
        return new NumberDataset("line", List.of("x"), features, targets, List.of(), checksum);
    }

    private static float[] noisy(double x, double y, double noise, Random random) {
        return new float[] {
            (float) (x + noise * random.nextGaussian()), (float) (y + noise * random.nextGaussian())
        };
    }

    private static NumberDataset plane(
            String name, float[][] points, int[] classes, List<String> labels) {
        INDArray features = Nd4j.createFromArray(points);
        var checksum = Checksum.of(features, Nd4j.createFromArray(classes));
        return NumberDataset.classification(name, PLANE, features, classes, labels, checksum);
    }

    private static void check(int size, int multiple, double noise) {
        if (size < multiple || size % multiple != 0) {
            throw new IllegalArgumentException(
                    "size must be a positive multiple of %d, got %d. Each class has as many points."
                            .formatted(multiple, size));
        }
        if (!(noise >= 0)) {
            throw new IllegalArgumentException(
                    "noise must be at least 0, got %s. 0.1 is a good start.".formatted(noise));
        }
    }
}
