package io.github.dl4jprimer.transformer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Texts with gaps for the tests of masked language models: they count 1 2 3 4 1 2 ..., 0 a gap. */
final class GapTexts {
    static final int VOCABULARY = 5;
    static final int GAP = 0;

    private GapTexts() {}

    /** A model of 8 features for these texts. */
    static MaskedLanguageModel model() {
        return new MaskedLanguageModel(
                EmbeddingSettings.of(VOCABULARY, 8, 8),
                EncoderSettings.of(8, 2, 12),
                2,
                TrainingSettings.of(7));
    }

    static ComputationGraph network(ComputationGraphConfiguration configuration, DataType type) {
        var typed = configuration.clone();
        typed.setDataType(type);
        typed.getVertices().values().forEach(vertex -> vertex.setDataType(type));
        var network = new ComputationGraph(typed);
        network.init();
        return network;
    }

    /** A network of this model with parameters far from where they start. */
    static ComputationGraph scattered(MaskedLanguageModel model, DataType type) {
        var network = network(model.configuration(), type);
        Classifiers.scatter(network.params(), 3);
        return network;
    }

    /** A batch with a gap at every third position; labels [B, T, 1]. */
    static DataSet batch(int examples, int length) {
        int[][] ids = new int[examples][length];
        int[][] labels = new int[examples][length];
        float[][] mask = new float[examples][length];
        for (int b = 0; b < examples; b++) {
            for (int t = 0; t < length; t++) {
                labels[b][t] = 1 + (b + t) % 4;
                boolean gap = (b + t) % 3 == 1;
                ids[b][t] = gap ? GAP : labels[b][t];
                mask[b][t] = gap ? 1 : 0;
            }
        }
        return new DataSet(
                ids(ids),
                ids(labels).reshape(examples, length, 1),
                null,
                Nd4j.createFromArray(mask));
    }

    static INDArray ids(int[][] ids) {
        return Nd4j.createFromArray(ids);
    }

    /** The gradient of the mean loss, a row in the order of the parameters. */
    static INDArray gradient(ComputationGraph network, DataSet batch) {
        network.setInputs(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.setLayerMaskArrays(
                masks(batch.getFeaturesMaskArray()), masks(batch.getLabelsMaskArray()));
        network.computeGradientAndScore();
        network.clearLayerMaskArrays();
        return network.getFlattenedGradients();
    }

    private static INDArray[] masks(INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }
}
