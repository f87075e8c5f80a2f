package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.EncoderMemory.Slot;
import io.github.dl4jprimer.transformer.kernel.AttentionKernel;
import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import io.github.dl4jprimer.transformer.kernel.Floats;
import io.github.dl4jprimer.transformer.kernel.Matrix;
import io.github.dl4jprimer.transformer.kernel.Rows;
import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The backward pass of the {@link FastEncoder}: its lines from bottom to top.
 *
 * <p>Names with a d are gradients of the loss by what follows.
 */
final class FastEncoderGradient {
    private final FastEncoderState state;
    private final Map<String, INDArray> gradients;
    private final INDArray result;
    private final Floats dy;
    private final Floats dx;
    private final Floats dInner;
    private final Floats dQkv;
    private final Floats dSum;
    private final Floats dPart;
    private final Floats work;

    private FastEncoderGradient(
            FastEncoderState state,
            INDArray gradient,
            Map<String, INDArray> gradients,
            INDArray result,
            INDArray memory) {
        this.state = state;
        this.gradients = gradients;
        this.result = result;
        dy = Floats.of(gradient);
        dx = Floats.of(result);
        dInner = Floats.of(memory);
        dQkv = dInner.from(state.shape().inner());
        dSum = dQkv.from(3 * state.shape().hidden());
        dPart = dSum.from(state.shape().hidden());
        work = dPart.from(state.shape().hidden());
    }

    /** Prepares the backward pass from ∂L/∂y, [B, T, D]. */
    static FastEncoderGradient of(
            FastEncoderState state,
            INDArray gradient,
            Map<String, INDArray> gradients,
            LayerWorkspaceMgr workspaces) {
        var shape = state.shape();
        long needed = shape.inner() + 5 * shape.hidden() + AttentionKernel.workSize(shape.length());
        INDArray memory =
                workspaces.createUninitialized(
                        ArrayType.BP_WORKING_MEM, DataType.FLOAT, new long[] {needed}, 'c');
        INDArray result =
                workspaces.createUninitialized(
                        ArrayType.ACTIVATION_GRAD, DataType.FLOAT, gradient.shape(), 'c');
        return new FastEncoderGradient(state, gradient, gradients, result, memory);
    }

    /** Writes the parameters' gradients and returns ∂L/∂x, [B, T, D]. */
    INDArray find() {
        if (state.shape().settings().preNorm()) {
            preNorm();
        } else {
            postNorm();
        }
        return result;
    }

    private void postNorm() {
        Rows rows =
                hidden().read(dy)
                        .normalizationGradient(state.norm2(), gradient("gain2"), gradient("bias2"))
                        .write(dSum);
        feed(partGradient(rows, dSum, state.feedForwardDropout(), "b2"), state.at(Slot.NORM1));
        hiddenMatrix(dSum).addProduct(innerMatrix(dInner), state.matrix("W1").transpose());
        rows =
                hidden().read(dSum)
                        .normalizationGradient(state.norm1(), gradient("gain1"), gradient("bias1"))
                        .write(dx);
        attend(partGradient(rows, dx, state.attentionDropout(), "bo"), state.x());
        hiddenMatrix(dx).addProduct(qkvMatrix(dQkv), state.matrix("Wqkv").transpose());
    }

    private void preNorm() {
        feed(
                partGradient(hidden().read(dy), dy, state.feedForwardDropout(), "b2"),
                state.at(Slot.NORM2));
        hiddenMatrix(dSum).product(innerMatrix(dInner), state.matrix("W1").transpose());
        Rows rows =
                hidden().read(dSum)
                        .normalizationGradient(state.norm2(), gradient("gain2"), gradient("bias2"))
                        .addRow(dy)
                        .write(dx);
        attend(partGradient(rows, dx, state.attentionDropout(), "bo"), state.at(Slot.NORM1));
        hiddenMatrix(dSum).product(qkvMatrix(dQkv), state.matrix("Wqkv").transpose());
        hidden().read(dSum)
                .normalizationGradient(state.norm1(), gradient("gain1"), gradient("bias1"))
                .addRow(dx)
                .write(dx)
                .run();
    }

    /**
     * Ends a pass over rows that wrote the gradient of a sum, and returns the gradient of the part
     * in it: the same, or what dropout left of it. The bias of the part gets the column sums.
     */
    private Floats partGradient(Rows rows, Floats ofSum, DropoutMask dropout, String bias) {
        rows.drop(dropout).sumTo(gradient(bias));
        if (dropout.isNone()) {
            rows.run();
            return ofSum;
        }
        rows.write(dPart).run();
        return dPart;
    }

    /** Finds dInner and the gradients of W2, b1 and W1. */
    private void feed(Floats dOutput, Floats input) {
        Matrix d = hiddenMatrix(dOutput);
        gradientMatrix("W2").product(innerMatrix(state.at(Slot.ACTIVATED)).transpose(), d);
        innerMatrix(dInner).product(d, state.matrix("W2").transpose());
        var settings = state.shape().settings();
        Rows.of(state.shape().rows(), settings.feedForwardSize())
                .read(dInner)
                .activationGradient(settings.activation().kernel(), state.at(Slot.INNER))
                .sumTo(gradient("b1"))
                .write(dInner)
                .run();
        gradientMatrix("W1").product(hiddenMatrix(input).transpose(), innerMatrix(dInner));
    }

    /** Finds dQkv and the gradients of Wo, bqkv and Wqkv; uses dSum up. */
    private void attend(Floats dOutput, Floats input) {
        Matrix d = hiddenMatrix(dOutput);
        gradientMatrix("Wo").product(hiddenMatrix(state.at(Slot.CONTEXT)).transpose(), d);
        hiddenMatrix(dSum).product(d, state.matrix("Wo").transpose());
        state.attention().backward(state.at(Slot.QKV), state.at(Slot.WEIGHTS), dSum, dQkv, work);
        Rows.of(state.shape().rows(), 3 * state.shape().settings().embeddingSize())
                .read(dQkv)
                .sumTo(gradient("bqkv"))
                .run();
        gradientMatrix("Wqkv").product(hiddenMatrix(input).transpose(), qkvMatrix(dQkv));
    }

    private Rows hidden() {
        return Rows.of(state.shape().rows(), state.shape().settings().embeddingSize());
    }

    private Matrix hiddenMatrix(Floats floats) {
        return rowsMatrix(floats, state.shape().settings().embeddingSize());
    }

    private Matrix qkvMatrix(Floats floats) {
        return rowsMatrix(floats, 3 * state.shape().settings().embeddingSize());
    }

    private Matrix innerMatrix(Floats floats) {
        return rowsMatrix(floats, state.shape().settings().feedForwardSize());
    }

    private Matrix rowsMatrix(Floats floats, int columns) {
        return Matrix.of(floats, state.shape().rows(), columns);
    }

    private Floats gradient(String name) {
        return Floats.of(gradients.get(name));
    }

    private Matrix gradientMatrix(String name) {
        INDArray weights = gradients.get(name);
        return Matrix.of(Floats.of(weights), (int) weights.size(0), (int) weights.size(1));
    }
}
