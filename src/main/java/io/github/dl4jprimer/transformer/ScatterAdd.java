package io.github.dl4jprimer.transformer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** The backward pass of picking rows. */
final class ScatterAdd {
    private ScatterAdd() {}

    /** Adds each row [N, D] to the row of a table [V, D] that its index names. */
    static void rows(INDArray table, int[] indices, INDArray rows) {
        Nd4j.exec(
                DynamicCustomOp.builder("scatter_add")
                        .addInputs(table, Nd4j.createFromArray(indices), rows)
                        .addOutputs(table)
                        // On one thread: on several it loses sums of rows with the same index.
                        .addBooleanArguments(true)
                        .build());
    }
}
