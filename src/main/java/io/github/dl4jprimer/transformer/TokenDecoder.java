package io.github.dl4jprimer.transformer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * From vectors to logits over the vocabulary, forward and backward.
 *
 * <pre>
 * n = norm(activation(h W + b)),   z = n Eᵀ + bias        E = Wtoken, the embedding's table
 * ∂L/∂n = ∂L/∂z E,   ∂L/∂E = (∂L/∂z)ᵀ n,   ∂L/∂bias = sum over rows of ∂L/∂z
 * </pre>
 *
 * <p>Rows are positions: h and n are [P, D], z is [P, V].
 *
 * @param settings what is done
 * @param parameters those of the {@link TokenOutput}
 * @param table E, [V, D]
 */
record TokenDecoder(DecoderSettings settings, Map<String, INDArray> parameters, INDArray table) {

    /**
     * What the forward pass leaves for the backward pass.
     *
     * @param input h
     * @param inner h W + b, or null without a transform
     * @param norm of the activated, or null without a transform
     * @param output n
     */
    record Hidden(
            INDArray input, INDArray inner, LayerNormalization.Result norm, INDArray output) {}

    /** Returns n of h. */
    Hidden transform(INDArray h) {
        if (!settings.transform()) {
            return new Hidden(h, null, null, h);
        }
        INDArray inner = linear().forward(h);
        var norm = norm().forward(settings.activation().value(inner));
        return new Hidden(h, inner, norm, norm.output());
    }

    /** Returns z of n, in row-major order. */
    INDArray logits(Hidden hidden) {
        // The product comes out in column-major order, so its transpose is what is wanted.
        INDArray logits = table.mmul(hidden.output.transpose()).transpose();
        return settings.bias() ? logits.addiRowVector(parameters.get("bdecoder")) : logits;
    }

    /**
     * Writes the parameters' gradients and returns ∂L/∂h from ∂L/∂z.
     *
     * @param tableGradient where that of the table is written, or null if it is not wanted
     */
    INDArray backward(
            Hidden hidden,
            INDArray gradient,
            Map<String, INDArray> gradients,
            INDArray tableGradient) {
        if (settings.bias()) {
            gradients.get("bdecoder").assign(gradient.sum(0));
        }
        if (tableGradient != null) {
            // Its transpose, [D, V], is in the order that BLAS writes: no array beside it.
            Nd4j.gemm(hidden.output, gradient, tableGradient.transpose(), true, false, 1, 0);
        }
        INDArray dOutput = gradient.mmul(table);
        if (!settings.transform()) {
            return dOutput;
        }
        var found = norm().backward(hidden.norm, dOutput);
        gradients.get("gain").assign(found.gain());
        gradients.get("bias").assign(found.bias());
        INDArray dInner = found.input().mul(settings.activation().slope(hidden.inner));
        return linear().backward(hidden.input, dInner, gradients);
    }

    private Linear linear() {
        return Linear.of(parameters, "transform");
    }

    private LayerNormalization norm() {
        return new LayerNormalization(
                parameters.get("gain"), parameters.get("bias"), settings.epsilon());
    }
}
