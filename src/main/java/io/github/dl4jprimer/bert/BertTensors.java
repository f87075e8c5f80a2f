package io.github.dl4jprimer.bert;

import static io.github.dl4jprimer.bert.TensorPlace.table;
import static io.github.dl4jprimer.bert.TensorPlace.vector;
import static io.github.dl4jprimer.bert.TensorPlace.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a BERT: HuggingFace's name and shape of each, and where it is in our network.
 *
 * <pre>
 * bert.embeddings.*                             embedding
 * bert.encoder.layer.0.attention.self.query.*   block0: first third of Wqkv, bqkv; then key, value
 * bert.encoder.layer.0.attention.output.*       block0: Wo, bo, and gain1, bias1 of the norm
 * bert.encoder.layer.0.intermediate.dense.*     block0: W1, b1
 * bert.encoder.layer.0.output.*                 block0: W2, b2, and gain2, bias2 of the norm
 * bert.pooler.dense.*                           pooler
 * classifier.*                                  output
 * cls.predictions.*                             output of a masked language model
 * </pre>
 */
final class BertTensors {
    private final BertConfig config;
    private final long d;
    private final List<TensorPlace> places = new ArrayList<>();

    private BertTensors(BertConfig config) {
        this.config = config;
        d = config.encoder().embeddingSize();
    }

    /** Returns what every BERT has: the embedding and the blocks. */
    static List<TensorPlace> encoder(BertConfig config) {
        var tensors = new BertTensors(config);
        tensors.addEmbedding();
        for (int i = 0; i < config.numLayers(); i++) {
            tensors.addBlock("bert.encoder.layer.%d.".formatted(i), "block" + i);
        }
        return tensors.places;
    }

    /** Returns the dense layer on top of [CLS]. */
    static List<TensorPlace> pooler(BertConfig config) {
        var tensors = new BertTensors(config);
        tensors.addLinear("bert.pooler.dense", tensors.d, tensors.d, "pooler", "W", "b");
        return tensors.places;
    }

    /** Returns the head that sorts into classes. */
    static List<TensorPlace> classifier(BertConfig config, long classes) {
        var tensors = new BertTensors(config);
        tensors.addLinear("classifier", classes, tensors.d, "output", "W", "b");
        return tensors.places;
    }

    /** Returns the head that fills gaps, without its decoder: that is the embedding's table. */
    static List<TensorPlace> predictions(BertConfig config) {
        var tensors = new BertTensors(config);
        var name = "cls.predictions.";
        long d = tensors.d;
        tensors.addLinear(name + "transform.dense", d, d, "output", "Wtransform", "btransform");
        tensors.addNorm(name + "transform.LayerNorm", "output", "");
        tensors.places.add(
                vector(name + "bias", config.embedding().vocabularySize(), "output", "bdecoder"));
        return tensors.places;
    }

    private void addEmbedding() {
        var settings = config.embedding();
        var name = "bert.embeddings.";
        var vertex = "embedding";
        places.add(
                table(
                        name + "word_embeddings.weight",
                        settings.vocabularySize(),
                        d,
                        vertex,
                        "Wtoken"));
        places.add(
                table(
                        name + "position_embeddings.weight",
                        settings.maxLength(),
                        d,
                        vertex,
                        "Wposition"));
        places.add(
                table(
                        name + "token_type_embeddings.weight",
                        settings.numSegments(),
                        d,
                        vertex,
                        "Wsegment"));
        addNorm(name + "LayerNorm", vertex, "");
    }

    private void addBlock(String name, String vertex) {
        long f = config.encoder().feedForwardSize();
        var thirds = List.of("query", "key", "value");
        for (int i = 0; i < 3; i++) {
            var self = name + "attention.self." + thirds.get(i);
            places.add(weights(self + ".weight", d, d, vertex, "Wqkv").third(i));
            places.add(vector(self + ".bias", d, vertex, "bqkv").third(i));
        }
        addLinear(name + "attention.output.dense", d, d, vertex, "Wo", "bo");
        addNorm(name + "attention.output.LayerNorm", vertex, "1");
        addLinear(name + "intermediate.dense", f, d, vertex, "W1", "b1");
        addLinear(name + "output.dense", d, f, vertex, "W2", "b2");
        addNorm(name + "output.LayerNorm", vertex, "2");
    }

    private void addLinear(
            String name, long out, long in, String vertex, String weights, String bias) {
        places.add(weights(name + ".weight", out, in, vertex, weights));
        places.add(vector(name + ".bias", out, vertex, bias));
    }

    private void addNorm(String name, String vertex, String suffix) {
        places.add(vector(name + ".weight", d, vertex, "gain" + suffix));
        places.add(vector(name + ".bias", d, vertex, "bias" + suffix));
    }
}
