package io.github.dl4jprimer.bert;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where the numbers of one of HuggingFace's tensors are in our network.
 *
 * <p>PyTorch multiplies by the transpose, y = x Wᵀ + b, so that its weights are [out, in] where
 * ours are [in, out]; and it has three matrices for queries, keys and values where ours lie side by
 * side in Wqkv [D, 3D].
 *
 * @param name HuggingFace's
 * @param shape HuggingFace's
 * @param vertex the network's vertex
 * @param parameter its parameter
 * @param transposed whether the parameter is [in, out] where the tensor is [out, in]
 * @param third 0 for queries, 1 for keys, 2 for values, or {@link #WHOLE}
 */
record TensorPlace(
        String name,
        List<Long> shape,
        String vertex,
        String parameter,
        boolean transposed,
        int third) {
    static final int WHOLE = -1;

    /** Returns the place of a vector. */
    static TensorPlace vector(String name, long size, String vertex, String parameter) {
        return new TensorPlace(name, List.of(size), vertex, parameter, false, WHOLE);
    }

    /** Returns the place of a table, which both have row by row. */
    static TensorPlace table(String name, long rows, long width, String vertex, String parameter) {
        return new TensorPlace(name, List.of(rows, width), vertex, parameter, false, WHOLE);
    }

    /** Returns the place of a linear map's weights, [out, in] in the file. */
    static TensorPlace weights(String name, long out, long in, String vertex, String parameter) {
        return new TensorPlace(name, List.of(out, in), vertex, parameter, true, WHOLE);
    }

    /** Returns this place as a third of the parameter. */
    TensorPlace third(int index) {
        return new TensorPlace(name, shape, vertex, parameter, transposed, index);
    }

    /** Returns the number of numbers. */
    long length() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    /** Returns the numbers in the network, a view of HuggingFace's shape. */
    INDArray view(ComputationGraph network) {
        return view(network.getVertex(vertex).paramTable(false).get(parameter));
    }

    /** Returns the numbers in the parameter, or in its gradient, a view of HuggingFace's shape. */
    INDArray view(INDArray whole) {
        // DL4J's own layers have biases [1, n].
        INDArray plain = shape.size() == 1 ? whole.reshape(whole.length()) : whole;
        INDArray cut = third == WHOLE ? plain : third(plain);
        INDArray view = transposed ? cut.transpose() : cut;
        if (!Arrays.equals(view.shape(), dimensions())) {
            throw new IllegalArgumentException(
                    "network's %s.%s must be %s for %s, got %s. Use the configuration of this network."
                            .formatted(
                                    vertex, parameter, shape, name, Arrays.toString(view.shape())));
        }
        return view;
    }

    private INDArray third(INDArray all) {
        long width = all.size(all.rank() - 1) / 3;
        var columns = NDArrayIndex.interval(third * width, (third + 1) * width);
        return all.rank() == 1 ? all.get(columns) : all.get(NDArrayIndex.all(), columns);
    }

    private long[] dimensions() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
