package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.EncoderMemory.Slot;
import io.github.dl4jprimer.transformer.kernel.Bands;
import io.github.dl4jprimer.transformer.kernel.Floats;
import io.github.dl4jprimer.transformer.kernel.Matrix;
import io.github.dl4jprimer.transformer.kernel.Rows;
import java.util.Map;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The encoder block on float memory: the formulas of the {@link ReadableEncoder}, which is the one
 * to read first, with everything between two products done in one pass over the rows, and each
 * thread going all the way with examples of its own.
 *
 * <p>N = B T rows of D features, F inside the feed-forward part.
 */
final class FastEncoder implements Encoder {
    private final EncoderSettings settings;
    private final Map<String, INDArray> parameters;
    private FastEncoderState kept;

    FastEncoder(EncoderSettings settings, Map<String, INDArray> parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    @Override
    public INDArray forward(INDArray x, INDArray mask, Pass pass) {
        kept = FastEncoderState.of(settings, parameters, x, mask, pass);
        INDArray result = pass.output(DataType.FLOAT, x.shape());
        Floats y = Floats.of(result);
        long numbersAnExample = x.size(1) * x.size(2);
        Bands.run(
                Math.toIntExact(x.size(0)),
                numbersAnExample,
                (from, to, band) -> {
                    var state = kept.examples(from, to, band);
                    Floats output = y.from(from * numbersAnExample);
                    if (settings.preNorm()) {
                        preNorm(state, output);
                    } else {
                        postNorm(state, output);
                    }
                });
        return result;
    }

    @Override
    public INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        return FastEncoderGradient.of(kept, gradient, gradients, workspaces).find();
    }

    @Override
    public void forget() {
        kept = null;
    }

    private void preNorm(FastEncoderState state, Floats output) {
        Floats x = state.x();
        Floats sum = state.at(Slot.SUM);
        Floats part = state.at(Slot.PART);
        hidden(state).read(x).normalize(state.norm1()).write(state.at(Slot.NORM1)).run();
        attend(state, state.at(Slot.NORM1));
        hidden(state)
                .read(part)
                .add(state.parameter("bo"))
                .drop(state.attentionDropout())
                .addRow(x)
                .write(sum)
                .normalize(state.norm2())
                .write(state.at(Slot.NORM2))
                .run();
        feed(state, state.at(Slot.NORM2));
        hidden(state)
                .read(part)
                .add(state.parameter("b2"))
                .drop(state.feedForwardDropout())
                .addRow(sum)
                .write(output)
                .run();
    }

    private void postNorm(FastEncoderState state, Floats output) {
        Floats part = state.at(Slot.PART);
        Floats h = state.at(Slot.NORM1);
        attend(state, state.x());
        hidden(state)
                .read(part)
                .add(state.parameter("bo"))
                .drop(state.attentionDropout())
                .addRow(state.x())
                .normalize(state.norm1())
                .write(h)
                .run();
        feed(state, h);
        hidden(state)
                .read(part)
                .add(state.parameter("b2"))
                .drop(state.feedForwardDropout())
                .addRow(h)
                .normalize(state.norm2())
                .write(output)
                .run();
    }

    /** Puts SelfAttention(input Wqkv + bqkv) Wo into PART. */
    private void attend(FastEncoderState state, Floats input) {
        int n = state.shape().rows();
        int d = settings.embeddingSize();
        Floats qkv = state.at(Slot.QKV);
        Floats context = state.at(Slot.CONTEXT);
        Matrix.of(qkv, n, 3 * d).product(Matrix.of(input, n, d), state.matrix("Wqkv"));
        Rows.of(n, 3 * d).read(qkv).add(state.parameter("bqkv")).write(qkv).run();
        state.attention().forward(qkv, state.at(Slot.WEIGHTS), context, state.at(Slot.WORK));
        Matrix.of(state.at(Slot.PART), n, d).product(Matrix.of(context, n, d), state.matrix("Wo"));
    }

    /** Puts activation(input W1 + b1) W2 into PART. */
    private void feed(FastEncoderState state, Floats input) {
        int n = state.shape().rows();
        int d = settings.embeddingSize();
        int f = settings.feedForwardSize();
        Floats inner = state.at(Slot.INNER);
        Floats activated = state.at(Slot.ACTIVATED);
        Matrix.of(inner, n, f).product(Matrix.of(input, n, d), state.matrix("W1"));
        var rows = Rows.of(n, f).read(inner).add(state.parameter("b1"));
        if (state.shape().kept()) {
            rows.write(inner);
        }
        rows.activate(settings.activation().kernel()).write(activated).run();
        Matrix.of(state.at(Slot.PART), n, d)
                .product(Matrix.of(activated, n, f), state.matrix("W2"));
    }

    private Rows hidden(FastEncoderState state) {
        return Rows.of(state.shape().rows(), settings.embeddingSize());
    }
}
