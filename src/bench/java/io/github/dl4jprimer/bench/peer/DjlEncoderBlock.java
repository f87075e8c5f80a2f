package io.github.dl4jprimer.bench.peer;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.transformer.PointwiseFeedForwardBlock;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import java.util.List;

/**
 * A post-norm encoder block of DJL's parts.
 *
 * <p>DJL 0.36 has a {@code TransformerEncoderBlock}, but that one normalises over the batch where
 * BERT normalises each token, and its second shortcut begins before the first norm: it computes
 * something else.
 */
final class DjlEncoderBlock extends AbstractBlock {
    private final Block attention;
    private final Block attentionNorm;
    private final Block feedForward;
    private final Block outputNorm;

    DjlEncoderBlock(Encoder model) {
        attention =
                addChildBlock(
                        "attention",
                        ScaledDotProductAttentionBlock.builder()
                                .setEmbeddingSize(model.width())
                                .setHeadCount(model.heads())
                                .optAttentionProbsDropoutProb(0)
                                .build());
        attentionNorm = addChildBlock("attentionNorm", LayerNorm.builder().axis(2).build());
        feedForward =
                addChildBlock(
                        "feedForward",
                        new PointwiseFeedForwardBlock(
                                List.of(model.inner()), model.width(), Activation::gelu));
        outputNorm = addChildBlock("outputNorm", LayerNorm.builder().axis(2).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        var x = inputs.head();
        var attended = attention.forward(store, inputs, training).head();
        var h = attentionNorm.forward(store, new NDList(x.add(attended)), training);
        var fed = feedForward.forward(store, h, training).head();
        return outputNorm.forward(store, new NDList(h.head().add(fed)), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return inputs;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        for (var child : List.of(attention, attentionNorm, feedForward, outputNorm)) {
            child.initialize(manager, type, inputs);
        }
    }
}
