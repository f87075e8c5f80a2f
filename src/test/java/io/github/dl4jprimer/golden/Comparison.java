package io.github.dl4jprimer.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.TestReporter;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares what a test computed with one case of the reference values, and reports how far it was
 * off, for the table of the READMEs.
 *
 * <pre>deviation = |expected - actual| / max(1, |expected|)</pre>
 */
public final class Comparison {
    private final Verified group;
    private final String goldenCase;
    private final DataType type;
    private long values;
    private double deviation;

    /** Starts a comparison with the case {@code file#name}, computed in a precision. */
    public Comparison(Verified group, String file, String name, DataType type) {
        this.group = group;
        this.goldenCase = file + "#" + name;
        this.type = type;
    }

    /** Requires the same shape, and every entry within absolute + relative |expected|. */
    public void close(INDArray expected, INDArray actual, double absolute, double relative) {
        assertArrayEquals(expected.shape(), actual.shape(), "shape");
        INDArray wanted = expected.dup('c'); // a flat index follows the order in memory
        INDArray got = actual.dup('c');
        for (long i = 0; i < wanted.length(); i++) {
            close(wanted.getDouble(i), got.getDouble(i), absolute, relative);
        }
    }

    /** Requires a number within absolute + relative |expected|; NaN is within nothing. */
    public void close(double expected, double actual, double absolute, double relative) {
        double difference = Math.abs(expected - actual);
        assertTrue(
                difference <= absolute + relative * Math.abs(expected),
                () -> goldenCase + ": expected " + expected + ", got " + actual);
        deviation = Math.max(deviation, difference / Math.max(1, Math.abs(expected)));
        values++;
    }

    /** Tells JUnit, and so {@link VerificationTest}, what was compared. */
    public void report(TestReporter reporter) {
        reporter.publishEntry(
                Map.of(
                        "verified", group.name(),
                        "case", goldenCase,
                        "precision", type.name(),
                        "values", String.valueOf(values),
                        "deviation", String.valueOf(deviation)));
    }
}
