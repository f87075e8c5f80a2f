package io.github.dl4jprimer.property;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws input for a {@link Property} from a seed; small sizes and the extremes come up often. */
public final class Draw {
    private static final int RUNS = 25;

    private final Random random;

    /** Starts drawing from a seed. */
    public Draw(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Returns the seeds of a property. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, RUNS);
    }

    /** Returns the source of everything drawn, for what takes one. */
    public Random random() {
        return random;
    }

    /** Returns a whole number, both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Returns a number in [low, high). */
    public double number(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Returns a power of ten, every size as likely as the next. */
    public double magnitude(double lowExponent, double highExponent) {
        return Math.pow(10, number(lowExponent, highExponent));
    }

    /** Returns normal numbers of a scale, [rows, columns], in double precision. */
    public INDArray matrix(int rows, int columns, double scale) {
        double[] values =
                IntStream.range(0, rows * columns)
                        .mapToDouble(i -> scale * random.nextGaussian())
                        .toArray();
        return Nd4j.create(values, new long[] {rows, columns}, DataType.DOUBLE);
    }

    /** Returns one-hot rows, [rows, classes], in double precision. */
    public INDArray oneHot(int rows, int classes) {
        var labels = Nd4j.zeros(DataType.DOUBLE, rows, classes);
        for (int i = 0; i < rows; i++) {
            labels.putScalar(i, random.nextInt(classes), 1);
        }
        return labels;
    }

    /** Returns rows of probabilities that sum to one, [rows, classes], in double precision. */
    public INDArray distributions(int rows, int classes) {
        var positive = Nd4j.zeros(DataType.DOUBLE, rows, classes);
        for (int i = 0; i < rows * classes; i++) {
            positive.putScalar(i, 0.01 - Math.log(1 - random.nextDouble()));
        }
        return positive.divColumnVector(positive.sum(true, 1));
    }
}
