package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.AttentionKernel;
import io.github.dl4jprimer.transformer.kernel.Floats;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the {@link FastEncoder} computes on the way: one flat array cut into slots, so that a pass
 * takes one piece of workspace memory.
 *
 * @param shape sizes of the batch
 * @param floats the flat array
 * @param first the example whose numbers come first
 * @param band number of the band that works with it, for working memory of its own
 */
record EncoderMemory(Shape shape, Floats floats, int first, int band) {
    /** Slots begin at multiples of 16 floats, 64 bytes, as vector instructions like it. */
    private static final long ALIGNMENT = 16;

    /**
     * Sizes of a batch and of the block.
     *
     * @param batch B
     * @param length T
     * @param settings D, H, F and the choices
     * @param kept whether a backward pass follows
     */
    record Shape(int batch, int length, EncoderSettings settings, boolean kept) {
        /** N = B T. */
        int rows() {
            return batch * length;
        }

        /** N D. */
        long hidden() {
            return (long) rows() * settings.embeddingSize();
        }

        /** N F. */
        long inner() {
            return (long) rows() * settings.feedForwardSize();
        }
    }

    /** What is stored; the two norms in the order in which they are applied. */
    enum Slot {
        /** Queries, keys and values side by side, [N, 3D]. */
        QKV,
        /** Attention weights, [B, H, key, query]. */
        WEIGHTS,
        /** Weights after dropout. */
        WORK,
        /** The heads' outputs side by side, [N, D]. */
        CONTEXT,
        /** Output of a part before its shortcut, [N, D]. */
        PART,
        /** x̂ of norm 1, [N, D]. */
        NORMALIZED1,
        /** 1/σ of norm 1, [N]. */
        INVERSE1,
        /** Output of norm 1, [N, D]. */
        NORM1,
        /** x̂ of norm 2, [N, D]. */
        NORMALIZED2,
        /** 1/σ of norm 2, [N]. */
        INVERSE2,
        /** Output of norm 2, [N, D]; pre-norm only. */
        NORM2,
        /** x + attention, [N, D]; pre-norm only. */
        SUM,
        /** Before the activation, [N, F]. */
        INNER,
        /** After the activation, [N, F]; in inference it takes the place of INNER. */
        ACTIVATED;

        long size(Shape shape) {
            var settings = shape.settings;
            boolean dropped = shape.kept && settings.attentionDropoutRate() > 0;
            return switch (this) {
                case QKV -> 3 * shape.hidden();
                case WEIGHTS -> (long) shape.rows() * shape.length * settings.numHeads();
                case WORK -> dropped ? AttentionKernel.workSize(shape.length) : 0;
                case CONTEXT, PART, NORMALIZED1, NORM1, NORMALIZED2 -> shape.hidden();
                case INVERSE1, INVERSE2 -> shape.rows();
                case NORM2, SUM -> settings.preNorm() ? shape.hidden() : 0;
                case INNER -> shape.inner();
                case ACTIVATED -> shape.kept ? shape.inner() : 0;
            };
        }
    }

    /** Takes the memory from the pass's workspace. */
    static EncoderMemory of(Shape shape, Pass pass) {
        INDArray flat = pass.keep(DataType.FLOAT, start(shape, null));
        return new EncoderMemory(shape, Floats.of(flat), 0, 0);
    }

    /** Returns the same memory from an example on, for a band of examples. */
    EncoderMemory from(int example, int numberOfBand) {
        return new EncoderMemory(shape, floats, example, numberOfBand);
    }

    /** Returns the memory of a slot. */
    Floats at(Slot slot) {
        boolean shared = slot == Slot.ACTIVATED && !shape.kept;
        Slot used = shared ? Slot.INNER : slot;
        long skipped =
                used == Slot.WORK
                        ? AttentionKernel.workSize(shape.length, band)
                        : used.size(shape) / shape.batch * first;
        return floats.from(start(shape, used) + skipped);
    }

    /** Returns where a slot begins; null stands for the end. */
    private static long start(Shape shape, Slot wanted) {
        long start = 0;
        for (var slot : Slot.values()) {
            if (slot == wanted) {
                return start;
            }
            start += (slot.size(shape) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        return start;
    }
}
