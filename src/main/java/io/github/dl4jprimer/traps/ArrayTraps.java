package io.github.dl4jprimer.traps;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Arrays that are cut wrongly: a triangle of one row, every second column, a row of a view.
 *
 * <p>A view shares the memory of the array it was cut from: it has a first element and, for each
 * axis, a stride, the step from one element to the next. An element is at
 *
 * <pre>offset + i * stride(0) + j * stride(1)</pre>
 *
 * <p>Only where the strides are the same as in a fresh array of that shape may rows be looked for
 * as if there were no strides. {@code dup()} makes such an array.
 */
final class ArrayTraps {
    private ArrayTraps() {}

    static List<Trap> all() {
        return List.of(
                new Trap("t-triangle-of-one", ArrayTraps::triangleOfOne),
                new Trap("t-interval-stride", ArrayTraps::intervalStride),
                new Trap("t-slice-of-view", ArrayTraps::sliceOfView));
    }

    /** The one entry of the lower triangle of a 1 x 1 matrix, the diagonal included. */
    private static Evidence triangleOfOne() {
        double corner = Nd4j.tri(2, 2, 0).getDouble(0, 0);
        return Evidence.of(Nd4j.tri(1, 1, 0).getDouble(0), 1).withWorkaround(corner);
    }

    /** Every second column from the second on, of two: 1 above 3. */
    private static Evidence intervalStride() {
        return Evidence.of(sum(NDArrayIndex.interval(1, 2, 2)), Outcome.of(4))
                .withWorkaround(sum(NDArrayIndex.indices(1)));
    }

    /** Returns the sum of some columns of (0, 1), (2, 3), or the exception. */
    private static Outcome sum(INDArrayIndex columns) {
        var matrix = Nd4j.arange(4).castTo(DataType.DOUBLE).reshape(2, 2);
        return Outcome.number(() -> matrix.get(NDArrayIndex.all(), columns).sumNumber());
    }

    /** The numbers in the second row of the two middle columns of four. */
    private static Evidence sliceOfView() {
        INDArray view =
                Nd4j.arange(8)
                        .reshape(2, 4)
                        .get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3)); // [2, 2]
        return Evidence.of((double) view.slice(1).length(), 2)
                .withWorkaround((double) view.dup().slice(1).length());
    }
}
