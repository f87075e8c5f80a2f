package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.EncoderMemory.Shape;
import io.github.dl4jprimer.transformer.EncoderMemory.Slot;
import io.github.dl4jprimer.transformer.kernel.AttentionKernel;
import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import io.github.dl4jprimer.transformer.kernel.Floats;
import io.github.dl4jprimer.transformer.kernel.Matrix;
import io.github.dl4jprimer.transformer.kernel.NormalizationKernel;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one forward pass of the {@link FastEncoder} works with, and its backward pass again.
 *
 * @param shape sizes
 * @param x the input, [N, D]
 * @param memory what is computed on the way
 * @param norm1 the norm that is applied first
 * @param norm2 the norm that is applied second
 * @param attention with its mask and dropout
 * @param attentionDropout of the attention part's output
 * @param feedForwardDropout of the feed-forward part's output
 * @param parameters by name
 */
record FastEncoderState(
        Shape shape,
        Floats x,
        EncoderMemory memory,
        NormalizationKernel norm1,
        NormalizationKernel norm2,
        AttentionKernel attention,
        DropoutMask attentionDropout,
        DropoutMask feedForwardDropout,
        Map<String, INDArray> parameters) {

    /** Prepares a pass over x, [B, T, D], with a mask [B, T] or null. */
    static FastEncoderState of(
            EncoderSettings settings,
            Map<String, INDArray> parameters,
            INDArray x,
            INDArray mask,
            Pass pass) {
        int batch = Math.toIntExact(x.size(0));
        int length = Math.toIntExact(x.size(1));
        var shape = new Shape(batch, length, settings, pass.keepsState());
        var memory = EncoderMemory.of(shape, pass);
        return new FastEncoderState(
                shape,
                Floats.of(x),
                memory,
                norm("1", settings, parameters, memory, Slot.NORMALIZED1, Slot.INVERSE1),
                norm("2", settings, parameters, memory, Slot.NORMALIZED2, Slot.INVERSE2),
                new AttentionKernel(
                        batch,
                        length,
                        settings.numHeads(),
                        settings.headSize(),
                        seen(mask),
                        settings.causal(),
                        pass.dropout(settings.attentionDropoutRate(), Encoder.ATTENTION_WEIGHTS)),
                pass.dropout(settings.hiddenDropoutRate(), Encoder.ATTENTION_OUTPUT),
                pass.dropout(settings.hiddenDropoutRate(), Encoder.FEED_FORWARD_OUTPUT),
                parameters);
    }

    /** Returns the state of examples {@code from} (inclusive) to {@code to} (exclusive). */
    FastEncoderState examples(int from, int to, int band) {
        var settings = shape.settings();
        var own = memory.from(from, band);
        long skipped = (long) from * shape.length() * settings.embeddingSize();
        return new FastEncoderState(
                new Shape(to - from, shape.length(), settings, shape.kept()),
                x.from(skipped),
                own,
                norm("1", settings, parameters, own, Slot.NORMALIZED1, Slot.INVERSE1),
                norm("2", settings, parameters, own, Slot.NORMALIZED2, Slot.INVERSE2),
                attention.examples(from, to),
                attentionDropout.from(skipped),
                feedForwardDropout.from(skipped),
                parameters);
    }

    private static NormalizationKernel norm(
            String suffix,
            EncoderSettings settings,
            Map<String, INDArray> parameters,
            EncoderMemory memory,
            Slot normalized,
            Slot inverse) {
        return new NormalizationKernel(
                Floats.of(parameters.get("gain" + suffix)),
                Floats.of(parameters.get("bias" + suffix)),
                settings.epsilon(),
                memory.at(normalized),
                memory.at(inverse));
    }

    /** Returns the mask on the heap, or null if nothing is padded. */
    private static float[] seen(INDArray mask) {
        if (mask == null) {
            return null;
        }
        float[] seen = mask.castTo(DataType.FLOAT).dup('c').data().asFloat();
        for (float one : seen) {
            if (one == 0) {
                return seen;
            }
        }
        return null;
    }

    /** Returns the memory of a slot. */
    Floats at(Slot slot) {
        return memory.at(slot);
    }

    /** Returns a parameter's memory. */
    Floats parameter(String name) {
        return Floats.of(parameters.get(name));
    }

    /** Returns a weight matrix, [in, out]. */
    Matrix matrix(String name) {
        INDArray weights = parameters.get(name);
        return Matrix.of(Floats.of(weights), (int) weights.size(0), (int) weights.size(1));
    }
}
