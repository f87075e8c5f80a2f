package io.github.dl4jprimer.bert;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The small BERT of golden/bert-tiny, its batch of four sentences, and ways to run it. */
final class TinyBert {
    static final Path ROOT = Path.of("src", "test", "resources", "golden", "bert-tiny");

    static final Path CLASSIFIER = ROOT.resolve("classifier");

    static final TrainingSettings TRAINING = TrainingSettings.of(1);

    /** How a network computes. */
    enum Mode {
        DOUBLE(DataType.DOUBLE, true),
        READABLE(DataType.FLOAT, true),
        FAST(DataType.FLOAT, false);

        final DataType type;
        private final boolean readable;

        Mode(DataType type, boolean readable) {
            this.type = type;
            this.readable = readable;
        }

        /** Returns a tolerance: 1e-10 in double. */
        double tolerance(double inFloat) {
            return type == DataType.DOUBLE ? 1e-10 : inFloat;
        }
    }

    private TinyBert() {}

    static JsonObject expected(String file) {
        return Golden.read("bert-tiny/" + file);
    }

    /** Returns a comparison with a file of reference values. */
    static Comparison comparison(String file, String name, Mode mode) {
        return new Comparison(Verified.BERT, "bert-tiny/" + file, name, mode.type);
    }

    /** Returns a network of the same weights, in the mode's precision and face. */
    static ComputationGraph in(Mode mode, ComputationGraph network) {
        var face = "dl4jprimer.transformer.face";
        try {
            if (mode.readable) {
                System.setProperty(face, "readable");
            }
            // In FLOAT it returns the network itself, which has its face already.
            return mode == Mode.READABLE ? network.clone() : network.convertDataType(mode.type);
        } finally {
            System.clearProperty(face);
        }
    }

    /** Returns the sentences with their segments, [4, 2, 20], mask and one-hot labels. */
    static DataSet batch(DataType type) {
        var golden = expected("classifier/expected/expected");
        int[] labels = Golden.tensor(golden.get("labels")).toIntVector();
        INDArray oneHot = Nd4j.zeros(type, labels.length, 3);
        for (int i = 0; i < labels.length; i++) {
            oneHot.putScalar(i, labels[i], 1);
        }
        return features(golden, oneHot, null, type);
    }

    /** Returns ids, segments and mask of a file with labels. */
    static DataSet features(
            JsonObject golden, INDArray labels, INDArray labelsMask, DataType type) {
        INDArray ids = Golden.tensor(golden.get("input_ids"), type);
        INDArray segments = Golden.tensor(golden.get("token_type_ids"), type);
        INDArray mask = Golden.tensor(golden.get("attention_mask"), type);
        return new DataSet(Nd4j.stack(1, ids, segments), labels, mask, labelsMask);
    }

    /** Returns the logits [B, C] of a classifier, which DL4J's output layer keeps to itself. */
    static INDArray logits(ComputationGraph network, DataSet batch) {
        network.setLayerMaskArrays(new INDArray[] {batch.getFeaturesMaskArray()}, null);
        INDArray pooled =
                network.feedForward(new INDArray[] {batch.getFeatures()}, false).get("pooler");
        network.clearLayerMaskArrays();
        var output = network.getLayer("output");
        return pooled.mmul(output.getParam("W")).addRowVector(output.getParam("b"));
    }

    /** Returns the one sentence of a batch at an index, without its padding. */
    static DataSet alone(DataSet batch, int index) {
        int length = batch.getFeaturesMaskArray().getRow(index).sumNumber().intValue();
        var row = NDArrayIndex.interval(index, index + 1);
        var columns = NDArrayIndex.interval(0, length);
        INDArray x = batch.getFeatures().get(row, NDArrayIndex.all(), columns).dup('c');
        return new DataSet(x, batch.getLabels().get(row, NDArrayIndex.all()).dup('c'));
    }

    /** Computes the gradient of a batch's loss, mean over the batch, as PyTorch has it. */
    static void computeGradient(ComputationGraph network, DataSet batch) {
        network.setInputs(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.setLayerMaskArrays(
                masks(batch.getFeaturesMaskArray()), masks(batch.getLabelsMaskArray()));
        network.computeGradientAndScore();
        network.clearLayerMaskArrays();
    }

    private static INDArray[] masks(INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }

    /** Returns the gradient in a place after {@link #computeGradient}. */
    static INDArray gradient(ComputationGraph network, TensorPlace place) {
        var key = place.vertex() + "_" + place.parameter();
        return place.view(network.gradient().getGradientFor(key));
    }

    /** Returns where the classifier's 41 tensors are. */
    static List<TensorPlace> places(BertConfig config) {
        var places = BertTensors.encoder(config);
        places.addAll(BertTensors.pooler(config));
        places.addAll(BertTensors.classifier(config, config.labels().size()));
        return places;
    }

    /** Opens a file of tensors below the golden folder. */
    static SafetensorsFile tensors(String file) {
        return SafetensorsFile.open(ROOT.resolve(file + ".safetensors"));
    }
}
