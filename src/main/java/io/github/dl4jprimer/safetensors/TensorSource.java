package io.github.dl4jprimer.safetensors;

import io.github.dl4jprimer.data.BadInput;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Named tensors that lie in one file or several, and are read one by one.
 *
 * <p>Opening a source reads and checks what it says about its tensors; their numbers are read when
 * they are asked for, straight into the arrays that need them.
 */
public interface TensorSource extends AutoCloseable {
    /** Returns what there is, by name, in the source's order. */
    Map<String, TensorInfo> tensors();

    /**
     * Reads a floating-point tensor into an array of the same shape, which may be a view (of a
     * transposed array, of some columns) and of another precision.
     *
     * @throws BadInput if there is no such tensor, or its shape or type does not fit
     */
    void readInto(String name, INDArray target);

    @Override
    void close();
}
