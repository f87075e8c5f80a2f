package io.github.dl4jprimer.bench.peer;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import io.github.dl4jprimer.bench.peer.PeerModel.Perceptron;

/** The peers' networks of DJL's blocks, as DJL's documentation puts them together. */
final class DjlNetworks {
    private DjlNetworks() {}

    /** Returns the network; its parameters come in the common order. */
    static Block of(PeerModel model) {
        return model instanceof Encoder encoder ? encoder(encoder) : perceptron((Perceptron) model);
    }

    private static Block perceptron(Perceptron model) {
        return new SequentialBlock()
                .add(linear(model.hidden()))
                .add(Activation::relu)
                .add(linear(model.hidden()))
                .add(Activation::relu)
                .add(linear(model.classes()));
    }

    private static Block encoder(Encoder model) {
        var network = new SequentialBlock().add(new TokensAndPositions(model));
        network.add(LayerNorm.builder().axis(2).build());
        for (int block = 0; block < model.layers(); block++) {
            network.add(new DjlEncoderBlock(model));
        }
        return network.add(x -> new NDList(x.singletonOrThrow().mean(new int[] {1})))
                .add(linear(model.classes()));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    /** DJL has an embedding of tokens, but none with positions. */
    private static final class TokensAndPositions extends AbstractBlock {
        private final Encoder model;
        private final Parameter tokens;
        private final Parameter positions;

        TokensAndPositions(Encoder model) {
            this.model = model;
            tokens = table("tokens", model.vocabulary());
            positions = table("positions", model.inputs());
        }

        private Parameter table(String name, int rows) {
            return addParameter(
                    Parameter.builder()
                            .setName(name)
                            .setType(Parameter.Type.WEIGHT)
                            .optShape(new Shape(rows, model.width()))
                            .build());
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> options) {
            var ids = inputs.singletonOrThrow();
            var table = store.getValue(tokens, ids.getDevice(), training);
            var vectors = Embedding.embedding(ids, table, SparseFormat.DENSE).singletonOrThrow();
            return new NDList(vectors.add(store.getValue(positions, ids.getDevice(), training)));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {new Shape(inputs[0].get(0), model.inputs(), model.width())};
        }

        @Override
        protected void initializeChildBlocks(
                NDManager manager, DataType type, Shape... inputShapes) {}
    }
}
