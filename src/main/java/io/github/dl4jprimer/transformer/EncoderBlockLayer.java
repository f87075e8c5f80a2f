package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The layer that computes an {@link EncoderBlock} inside a network.
 *
 * <p>Get it with {@code network.getLayer(...)} to look at its {@link #attentionWeights}.
 */
public final class EncoderBlockLayer extends SequenceLayerRuntime<EncoderBlock> {
    private static final long serialVersionUID = 1L;

    private transient Encoder encoder;

    EncoderBlockLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public void setParamTable(Map<String, INDArray> parameters) {
        super.setParamTable(parameters);
        var settings = layerConf().settings();
        encoder =
                Face.of(dataType) == Face.FAST
                        ? new FastEncoder(settings, parameters)
                        : new ReadableEncoder(settings, parameters);
    }

    @Override
    INDArray forward(Pass pass) {
        Require.sequences("input", input, layerConf().getNIn());
        Require.mask(maskArray, input.size(0), input.size(1));
        INDArray x = plain(input, pass.kept(), pass.workspaces());
        return encoder.forward(x, maskArray, pass);
    }

    @Override
    INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        return encoder.backward(gradient, gradients, workspaces);
    }

    @Override
    void forget() {
        encoder.forget();
    }

    /**
     * Returns who attends to whom, for heat maps: [B, H, T, T], query by key, rows summing to one.
     *
     * @param x the layer's input, [B, T, D]
     * @param mask [B, T], 1 for a token and 0 for padding, or null
     */
    public INDArray attentionWeights(INDArray x, INDArray mask) {
        Require.sequences("x", x, layerConf().getNIn());
        Require.mask(mask, x.size(0), x.size(1));
        var settings = layerConf().settings();
        var workspaces = LayerWorkspaceMgr.noWorkspaces();
        INDArray rows =
                plain(x, ArrayType.ACTIVATIONS, workspaces)
                        .reshape('c', -1, settings.embeddingSize());
        if (settings.preNorm()) {
            rows =
                    new LayerNormalization(getParam("gain1"), getParam("bias1"), settings.epsilon())
                            .forward(rows)
                            .output();
        }
        INDArray qkv = Linear.of(params, "qkv").forward(rows).dup('c'); // [B T, 3D]
        return new SelfAttention(settings.numHeads(), settings.causal())
                .forward(
                        qkv.reshape('c', x.size(0), x.size(1), qkv.size(1)),
                        mask,
                        DropoutMask.none())
                .weights();
    }
}
