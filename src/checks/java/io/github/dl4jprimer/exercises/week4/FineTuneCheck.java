package io.github.dl4jprimer.exercises.week4;

import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w4-fine-tune, with encoders of two blocks of 8 features. */
class FineTuneCheck {
    private static final EmbeddingSettings EMBEDDING = EmbeddingSettings.of(20, 8, 4);
    private static final EncoderSettings BLOCKS = EncoderSettings.of(8, 2, 16);

    private final ComputationGraph pretrained =
            started(
                    new MaskedLanguageModel(EMBEDDING, BLOCKS, 2, TrainingSettings.of(1))
                            .configuration());
    private final TransformerClassifier classifier =
            new TransformerClassifier(
                    EMBEDDING, BLOCKS, 2, SequencePooling.mean(), false, 3, TrainingSettings.of(2));

    @Test
    void eachLayerLearnsMoreSlowlyThanTheOneAbove() {
        rates(1, 0.5, 2)
                .looksLike("upside-down", new double[] {1, 0.5, 0.25, 0.125})
                .looksLike("head-slowed-down", new double[] {0.0625, 0.125, 0.25, 0.5})
                .looksLike("embedding-like-a-block", new double[] {0.25, 0.25, 0.5, 1})
                .is(new double[] {0.125, 0.25, 0.5, 1});
    }

    @Test
    void withoutDecayAllLearnAlike() {
        rates(0.1, 1, 3).is(new double[] {0.1, 0.1, 0.1, 0.1, 0.1});
        rates(0.1, 0.9, 1).is(new double[] {0.081, 0.09, 0.1}, 1e-9);
    }

    @Test
    void theEncoderIsThePretrainedOne() {
        for (var layer : new String[] {"embedding", "block0", "block1"}) {
            Expect.that(
                            "%s of FineTune.start(pretrained, classifier, 1)".formatted(layer),
                            () -> parameters(start(), layer))
                    .leaves("pretrained.params()", pretrained.params())
                    .looksLike("encoder-not-copied", parameters(fresh(), layer))
                    .is(parameters(pretrained, layer));
        }
    }

    @Test
    void whatIsFrozenDoesNotMove() {
        for (var layer : new String[] {"embedding", "block0"}) {
            Expect.that(
                            "%s of FineTune.start(…, 1) after a training step".formatted(layer),
                            () -> parameters(trained(), layer))
                    .looksLikeIf("nothing-frozen", got -> true)
                    .is(parameters(pretrained, layer));
        }
    }

    @Test
    void theRestLearns() {
        for (var layer : new String[] {"block1", "output"}) {
            Expect.that(
                            "whether %s of FineTune.start(…, 1) moves in a training step"
                                    .formatted(layer),
                            () -> {
                                var network = start();
                                var before = parameters(network, layer);
                                return !step(network, layer).equals(before);
                            })
                    .looksLike("everything-frozen", false)
                    .is(true);
        }
    }

    private static Expect<double[]> rates(double rate, double decay, int blocks) {
        return Expect.that(
                "FineTune.rates(%s, %s, %d)".formatted(rate, decay, blocks),
                () -> FineTune.rates(rate, decay, blocks));
    }

    private ComputationGraph start() {
        return FineTune.start(pretrained, classifier, 1);
    }

    private ComputationGraph fresh() {
        return started(classifier.configuration());
    }

    private ComputationGraph trained() {
        var network = start();
        step(network, "output");
        return network;
    }

    private static INDArray step(ComputationGraph network, String layer) {
        INDArray ids = Nd4j.createFromArray(new float[][] {{5, 6, 7, 8}, {9, 10, 11, 12}});
        INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0, 0}, {0, 0, 1}});
        network.fit(new DataSet(ids, labels));
        return parameters(network, layer);
    }

    private static ComputationGraph started(ComputationGraphConfiguration configuration) {
        var network = new ComputationGraph(configuration);
        network.init();
        return network;
    }

    private static INDArray parameters(ComputationGraph network, String layer) {
        return network.getLayer(layer).params().dup();
    }
}
