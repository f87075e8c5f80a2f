package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One forward pass through a layer: what is dropped, and in which of DL4J's workspaces arrays live.
 *
 * @param training whether dropout is on
 * @param kept where arrays live that the backward pass needs
 * @param result where the output lives
 * @param workspaces DL4J's workspaces of this call
 * @param seed of the network
 * @param layer index of the layer
 * @param iteration updates made so far
 */
record Pass(
        boolean training,
        ArrayType kept,
        ArrayType result,
        LayerWorkspaceMgr workspaces,
        long seed,
        int layer,
        int iteration) {

    /** Returns what to drop at one place of the layer. */
    DropoutMask dropout(double rate, int site) {
        return training && rate > 0
                ? new DropoutMask(rate, DropoutMask.seed(seed, layer, iteration, site))
                : DropoutMask.none();
    }

    /** Whether a backward pass may follow. */
    boolean keepsState() {
        return kept != ArrayType.FF_WORKING_MEM;
    }

    /** Makes an array that the backward pass needs. */
    INDArray keep(DataType type, long... shape) {
        return workspaces.createUninitialized(kept, type, shape, 'c');
    }

    /** Makes an array that is needed during the call only. */
    INDArray temporary(DataType type, long... shape) {
        return workspaces.createUninitialized(ArrayType.FF_WORKING_MEM, type, shape, 'c');
    }

    /** Makes the output array. */
    INDArray output(DataType type, long... shape) {
        return workspaces.createUninitialized(result, type, shape, 'c');
    }
}
