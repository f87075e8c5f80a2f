package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Padding is invisible: a sequence alone and the same one padded give the same. */
class PaddingTest {
    private static final List<int[]> SEQUENCES =
            List.of(new int[] {3}, new int[] {5, 1, 5, 2}, new int[] {7, 8, 9, 0, 1, 2, 3});

    @ParameterizedTest
    @CsvSource({
        "FLOAT, true, false",
        "FLOAT, false, true",
        "DOUBLE, true, true",
        "DOUBLE, false, false"
    })
    void aMixedBatchGivesWhatItsSequencesGiveAlone(DataType type, boolean preNorm, boolean causal) {
        var base = Classifiers.of(type);
        var network = base.with(base.encoder().withPreNorm(preNorm).withCausal(causal)).stack();
        Classifiers.scatter(network.params(), 1);
        double close = type == DataType.DOUBLE ? 1e-12 : 2e-5;
        var batch = padded(type);
        INDArray together =
                network.output(batch.getFeatures(), false, batch.getFeaturesMaskArray(), null)
                        .dup();
        INDArray gradient = gradient(network, batch).dup();
        INDArray sum = gradient.mul(0);
        for (int i = 0; i < SEQUENCES.size(); i++) {
            var alone = alone(i, type);
            INDArray output = network.output(alone.getFeatures(), false).dup();
            Close.assertClose(output, together.slice(i).reshape(1, -1), close, 0, "output " + i);
            sum.addi(gradient(network, alone));
        }
        double largest = sum.amaxNumber().doubleValue();
        Close.assertClose(sum, gradient, close * largest, 0, "gradient");
        assertTrue(largest > 0.01);
    }

    private static INDArray gradient(MultiLayerNetwork network, DataSet batch) {
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.setLayerMaskArrays(batch.getFeaturesMaskArray(), null);
        network.computeGradientAndScore();
        network.clearLayerMaskArrays();
        return network.getFlattenedGradients();
    }

    private static DataSet alone(int i, DataType type) {
        INDArray ids = Nd4j.createFromArray(SEQUENCES.get(i)).castTo(type).reshape(1, -1);
        return new DataSet(ids, label(i, type));
    }

    private static DataSet padded(DataType type) {
        INDArray ids = Nd4j.valueArrayOf(new long[] {3, 8}, 4, type); // any id can pad
        INDArray mask = Nd4j.zeros(type, 3, 8);
        INDArray labels = Nd4j.zeros(type, 3, Classifiers.CLASSES);
        for (int i = 0; i < 3; i++) {
            for (int t = 0; t < SEQUENCES.get(i).length; t++) {
                ids.putScalar(i, t, SEQUENCES.get(i)[t]);
                mask.putScalar(i, t, 1);
            }
            labels.putRow(i, label(i, type));
        }
        return new DataSet(ids, labels, mask, null);
    }

    private static INDArray label(int i, DataType type) {
        return Nd4j.zeros(type, 1, Classifiers.CLASSES).putScalar(0, i, 1);
    }
}
