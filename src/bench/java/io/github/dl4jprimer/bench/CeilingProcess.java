package io.github.dl4jprimer.bench;

import com.google.gson.Gson;
import io.github.dl4jprimer.runtime.NativeRuntime;
import io.github.dl4jprimer.transformer.kernel.Floats;
import io.github.dl4jprimer.transformer.kernel.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures what this machine can do at most and prints a {@link Ceiling} as one line of JSON.
 *
 * <p>Products are square and by the same OpenBLAS call that the encoder makes; the best of a few
 * sizes counts. The vectors of the sum are too long for any cache.
 */
public final class CeilingProcess {
    private static final int[] SIDES = {256, 512, 1024, 2048};
    private static final long LENGTH = 64L << 20; // 256 MiB each

    private CeilingProcess() {}

    /** Takes the seconds to measure each of products and sums. */
    public static void main(String[] arguments) {
        NativeRuntime.prepare();
        double seconds = Double.parseDouble(arguments[0]);
        double gigaflops = 0;
        for (int side : SIDES) {
            gigaflops = Math.max(gigaflops, gigaflops(side, seconds / SIDES.length));
        }
        System.out.println(new Gson().toJson(new Ceiling(gigaflops, gigabytes(seconds))));
        System.exit(0); // the libraries' threads need not end by themselves
    }

    private static double gigaflops(int side, double seconds) {
        Matrix a = square(side);
        Matrix b = square(side);
        Matrix c = square(side);
        StepClock.warmUp(() -> c.product(a, b), seconds);
        double milliseconds = StepClock.median(() -> c.product(a, b), seconds);
        return 2.0 * side * side * side / (1e6 * milliseconds);
    }

    private static Matrix square(int side) {
        return Matrix.of(Floats.of(Nd4j.rand(DataType.FLOAT, side, side)), side, side);
    }

    /** y + x into y: two floats read and one written for each sum. */
    private static double gigabytes(double seconds) {
        var x = Nd4j.ones(DataType.FLOAT, LENGTH);
        var y = Nd4j.ones(DataType.FLOAT, LENGTH);
        StepClock.median(() -> y.addi(x), seconds);
        double milliseconds = StepClock.median(() -> y.addi(x), seconds);
        return 3.0 * Float.BYTES * LENGTH / (1e6 * milliseconds);
    }
}
