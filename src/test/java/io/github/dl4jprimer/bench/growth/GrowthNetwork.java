package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The network of a point, under AdamW, and the one batch that it sees. */
final class GrowthNetwork {
    private static final double LEARNING_RATE = 1e-4;
    private static final long SEED = 1;

    private GrowthNetwork() {}

    /** Returns the network with its first weights. */
    static ComputationGraph of(GrowthPoint point) {
        int d = point.width();
        var embedding = EmbeddingSettings.of(point.vocabulary(), d, point.length());
        var network =
                new ComputationGraph(
                        classifier(point, embedding)
                                .withUpdater(Optimizers.ADAMW.at(LEARNING_RATE))
                                .withWeightDecay(Optimizers.ADAMW.weightDecay())
                                .configuration());
        network.init();
        return network;
    }

    private static TransformerClassifier classifier(
            GrowthPoint point, EmbeddingSettings embedding) {
        var small =
                TransformerClassifier.of(point.vocabulary(), point.length(), point.classes(), SEED);
        return new TransformerClassifier(
                embedding,
                EncoderSettings.of(point.width(), point.heads(), point.inner()),
                point.layers(),
                small.pooling(),
                small.pooler(),
                point.classes(),
                small.training());
    }

    /** Returns ids [B, 1, T] drawn at random, without padding, and classes in turn, [B, C]. */
    static DataSet batch(GrowthPoint point) {
        int[] ids = new Random(SEED).ints(point.tokens(), 0, point.vocabulary()).toArray();
        var features = Nd4j.createFromArray(ids).reshape(point.batch(), 1, point.length());
        var labels = Nd4j.zeros(point.batch(), point.classes());
        for (int i = 0; i < point.batch(); i++) {
            labels.putScalar(i, i % point.classes(), 1);
        }
        return new DataSet(features.castTo(DataType.FLOAT), labels);
    }
}
