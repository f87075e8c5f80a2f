package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The encoder block in plain ND4J operations, as one would write it on paper.
 *
 * <pre>
 * attention(x)   = SelfAttention(x Wqkv + bqkv) Wo + bo
 * feedForward(x) = activation(x W1 + b1) W2 + b2
 *
 * post-norm: h = norm1(x + attention(x)),  y = norm2(h + feedForward(h))
 * pre-norm:  h = x + attention(norm1(x)),  y = h + feedForward(norm2(h))
 * </pre>
 *
 * <p>Both parts' outputs are dropped out before they are added. The backward pass walks the same
 * lines from bottom to top; where a value is used twice, its gradients are added.
 */
final class ReadableEncoder implements Encoder {
    private final EncoderSettings settings;
    private final Map<String, INDArray> parameters;
    private State kept;

    /** What the backward pass needs; rows are [N, D] with N = B T. */
    private record State(
            LayerNormalization.Result norm1,
            Attended attended,
            LayerNormalization.Result norm2,
            Fed fed) {}

    private record Attended(
            INDArray x, SelfAttention.Result attention, INDArray output, DropoutMask dropout) {}

    private record Fed(
            INDArray x, INDArray inner, INDArray activated, INDArray output, DropoutMask dropout) {}

    ReadableEncoder(EncoderSettings settings, Map<String, INDArray> parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    @Override
    @SuppressWarnings("try") // the workspace is entered, not called
    public INDArray forward(INDArray x, INDArray mask, Pass pass) {
        try (var memory = pass.workspaces().notifyScopeBorrowed(pass.kept())) {
            INDArray rows = x.reshape('c', -1, settings.embeddingSize()); // [N, D]
            INDArray output = forwardRows(rows, x.size(0), mask, pass);
            return pass.workspaces()
                    .leverageTo(pass.result(), output.dup('c').reshape('c', x.shape()));
        }
    }

    private INDArray forwardRows(INDArray x, long batch, INDArray mask, Pass pass) {
        if (settings.preNorm()) {
            var norm1 = norm("1").forward(x);
            var attended = attend(norm1.output(), batch, mask, pass);
            INDArray h = x.add(attended.output());
            var norm2 = norm("2").forward(h);
            var fed = feed(norm2.output(), pass);
            kept = new State(norm1, attended, norm2, fed);
            return h.add(fed.output());
        }
        var attended = attend(x, batch, mask, pass);
        var norm1 = norm("1").forward(x.add(attended.output()));
        INDArray h = norm1.output();
        var fed = feed(h, pass);
        var norm2 = norm("2").forward(h.add(fed.output()));
        kept = new State(norm1, attended, norm2, fed);
        return norm2.output();
    }

    @Override
    public INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        INDArray dy = gradient.reshape('c', -1, settings.embeddingSize()); // [N, D]
        INDArray dx = backwardRows(dy, gradients);
        return workspaces.leverageTo(
                ArrayType.ACTIVATION_GRAD, dx.dup('c').reshape('c', gradient.shape()));
    }

    private INDArray backwardRows(INDArray dy, Map<String, INDArray> gradients) {
        if (settings.preNorm()) {
            INDArray dNorm2 = feedBackward(dy, gradients);
            INDArray dh = dy.add(normBackward("2", kept.norm2, dNorm2, gradients));
            INDArray dNorm1 = attendBackward(dh, gradients);
            return dh.add(normBackward("1", kept.norm1, dNorm1, gradients));
        }
        INDArray dSum2 = normBackward("2", kept.norm2, dy, gradients);
        INDArray dh = dSum2.add(feedBackward(dSum2, gradients));
        INDArray dSum1 = normBackward("1", kept.norm1, dh, gradients);
        return dSum1.add(attendBackward(dSum1, gradients));
    }

    @Override
    public void forget() {
        kept = null;
    }

    private Attended attend(INDArray x, long batch, INDArray mask, Pass pass) {
        INDArray qkv = linear("qkv").forward(x).dup('c'); // [N, 3D]
        var weightDropout = pass.dropout(settings.attentionDropoutRate(), ATTENTION_WEIGHTS);
        var attention =
                attention().forward(qkv.reshape('c', batch, -1, qkv.size(1)), mask, weightDropout);
        INDArray context = attention.context().reshape('c', x.shape()); // [N, D]
        var dropout = pass.dropout(settings.hiddenDropoutRate(), ATTENTION_OUTPUT);
        INDArray output = dropped(linear("o").forward(context), dropout);
        return new Attended(x, attention, output, dropout);
    }

    private INDArray attendBackward(INDArray gradient, Map<String, INDArray> gradients) {
        var attended = kept.attended;
        INDArray context = attended.attention.context(); // [B, T, D]
        INDArray rows = context.reshape('c', gradient.shape());
        INDArray dOutput = dropped(gradient, attended.dropout);
        INDArray dContext = linear("o").backward(rows, dOutput, gradients).dup('c');
        INDArray dQkv =
                attention().backward(attended.attention, dContext.reshape('c', context.shape()));
        INDArray dRows = dQkv.dup('c').reshape('c', gradient.size(0), -1); // [N, 3D]
        return linear("qkv").backward(attended.x, dRows, gradients);
    }

    private Fed feed(INDArray x, Pass pass) {
        INDArray inner = linear("1").forward(x); // [N, F]
        INDArray activated = settings.activation().value(inner);
        var dropout = pass.dropout(settings.hiddenDropoutRate(), FEED_FORWARD_OUTPUT);
        INDArray output = dropped(linear("2").forward(activated), dropout);
        return new Fed(x, inner, activated, output, dropout);
    }

    private INDArray feedBackward(INDArray gradient, Map<String, INDArray> gradients) {
        var fed = kept.fed;
        INDArray dOutput = dropped(gradient, fed.dropout);
        INDArray dActivated = linear("2").backward(fed.activated, dOutput, gradients);
        INDArray dInner = dActivated.mul(settings.activation().slope(fed.inner));
        return linear("1").backward(fed.x, dInner, gradients);
    }

    private INDArray normBackward(
            String suffix,
            LayerNormalization.Result norm,
            INDArray gradient,
            Map<String, INDArray> gradients) {
        var found = norm(suffix).backward(norm, gradient);
        gradients.get("gain" + suffix).assign(found.gain());
        gradients.get("bias" + suffix).assign(found.bias());
        return found.input();
    }

    private Linear linear(String suffix) {
        return Linear.of(parameters, suffix);
    }

    private LayerNormalization norm(String suffix) {
        return new LayerNormalization(
                parameters.get("gain" + suffix),
                parameters.get("bias" + suffix),
                settings.epsilon());
    }

    private SelfAttention attention() {
        return new SelfAttention(settings.numHeads(), settings.causal());
    }

    private static INDArray dropped(INDArray array, DropoutMask dropout) {
        return dropout.isNone() ? array : array.mul(dropout.array(array));
    }
}
