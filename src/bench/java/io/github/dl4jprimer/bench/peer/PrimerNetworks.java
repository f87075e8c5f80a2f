package io.github.dl4jprimer.bench.peer;

import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import io.github.dl4jprimer.bench.peer.PeerModel.Perceptron;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The peers' networks as this project builds them, with the common first weights. */
final class PrimerNetworks {
    /** AdamW's decay, the same for all contenders. */
    static final double WEIGHT_DECAY = 0.01;

    private PrimerNetworks() {}

    /** Returns a case's work. */
    static Workload of(PeerCase size) {
        if (size.model() instanceof Encoder encoder) {
            return Dl4jWorkload.of(size, encoder(encoder, size.learningRate()));
        }
        return Dl4jWorkload.of(size, perceptron((Perceptron) size.model(), size.learningRate()));
    }

    private static MultiLayerNetwork perceptron(Perceptron model, double learningRate) {
        var hidden = List.of(model.hidden(), model.hidden());
        var configuration =
                MultilayerPerceptron.classifier(model.inputs(), hidden, model.classes(), 1)
                        .withUpdater(Optimizers.ADAMW.at(learningRate))
                        .withRegularization(Regularization.none().withWeightDecay(WEIGHT_DECAY))
                        .configuration();
        var network = new MultiLayerNetwork(configuration);
        network.init();
        start(network, model);
        return network;
    }

    /** Gives a stack of dense layers the common first weights. */
    static void start(MultiLayerNetwork network, Perceptron model) {
        var first = first(model);
        network.paramTable().values().forEach(place -> fill(place, first.remove()));
    }

    private static ComputationGraph encoder(Encoder model, double learningRate) {
        var classifier =
                TransformerClassifier.of(model.vocabulary(), model.inputs(), model.classes(), 1)
                        .withUpdater(Optimizers.ADAMW.at(learningRate))
                        .withWeightDecay(WEIGHT_DECAY);
        var configuration =
                new TransformerClassifier(
                                EmbeddingSettings.of(
                                        model.vocabulary(), model.width(), model.inputs()),
                                EncoderSettings.of(model.width(), model.heads(), model.inner()),
                                model.layers(),
                                classifier.pooling(),
                                false,
                                model.classes(),
                                classifier.training())
                        .configuration();
        var network = new ComputationGraph(configuration);
        network.init();
        var first = first(model);
        for (var name : List.of("Wtoken", "Wposition", "gain", "bias")) {
            var place = parameter(network, "embedding_" + name);
            place.assign(first.remove().reshape(place.shape()));
        }
        for (int block = 0; block < model.layers(); block++) {
            fillBlock(network, "block" + block + "_", first);
        }
        fill(parameter(network, "output_W"), first.remove());
        fill(parameter(network, "output_b"), first.remove());
        return network;
    }

    /** Ours has one matrix for queries, keys and values; the common order begins with the keys. */
    private static void fillBlock(ComputationGraph network, String block, Deque<INDArray> first) {
        var keys = first.remove();
        var keyBias = first.remove();
        var queries = first.remove();
        var queryBias = first.remove();
        var weights = Nd4j.vstack(queries, keys, first.remove());
        fill(parameter(network, block + "Wqkv"), weights);
        var bias = Nd4j.hstack(queryBias, keyBias, first.remove());
        fill(parameter(network, block + "bqkv"), bias);
        for (var name :
                List.of("Wo", "bo", "gain1", "bias1", "W1", "b1", "W2", "b2", "gain2", "bias2")) {
            fill(parameter(network, block + name), first.remove());
        }
    }

    private static INDArray parameter(ComputationGraph network, String name) {
        return network.getParam(name);
    }

    private static Deque<INDArray> first(PeerModel model) {
        var first = new ArrayDeque<INDArray>();
        for (var tensor : model.tensors()) {
            var values = Nd4j.createFromArray(tensor.values(first.size()));
            first.add(
                    tensor.shape().length == 2
                            ? values.reshape(tensor.shape()[0], tensor.shape()[1])
                            : values.reshape(1, values.length()));
        }
        return first;
    }

    /** Puts [out, in] into [in, out], and a row into a row or a vector. */
    private static void fill(INDArray place, INDArray value) {
        if (value.rows() == 1) {
            place.assign(value.reshape(place.shape()));
        } else {
            place.assign(value.transpose());
        }
    }
}
