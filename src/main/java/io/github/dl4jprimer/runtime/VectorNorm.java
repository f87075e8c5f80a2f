package io.github.dl4jprimer.runtime;

import static org.bytedeco.openblas.global.openblas.cblas_sdot;

import java.lang.ref.Reference;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Euclidean norm of all numbers of an array, √Σx², by OpenBLAS.
 *
 * <p>DL4J takes it of every weight matrix at every step, for the penalty in its score; libnd4j goes
 * over them number by number, ten times as long.
 */
final class VectorNorm {
    /** Numbers from which it is used. */
    static final long SMALLEST = 1024;

    /** Numbers summed in single precision; OpenBLAS wakes other threads for more than 10 000. */
    private static final int CHUNK = 8192;

    private VectorNorm() {}

    /**
     * Returns it, or nothing if the array is no large float array without gaps, or it overflows.
     */
    static OptionalDouble of(INDArray array) {
        if (array.dataType() != DataType.FLOAT
                || array.length() < SMALLEST
                || array.elementWiseStride() != 1) {
            return OptionalDouble.empty();
        }
        double norm = Math.sqrt(squares(array));
        return norm <= Float.MAX_VALUE ? OptionalDouble.of(norm) : OptionalDouble.empty();
    }

    private static double squares(INDArray array) {
        double sum = 0;
        try {
            var at = new FloatPointer((FloatPointer) array.data().addressPointer());
            long start = at.position();
            for (long done = 0; done < array.length(); done += CHUNK) {
                int count = (int) Math.min(CHUNK, array.length() - done);
                at.position(start + done);
                sum += cblas_sdot(count, at, 1, at, 1);
            }
        } finally { // the memory must outlive the calls
            Reference.reachabilityFence(array);
        }
        return sum;
    }
}
