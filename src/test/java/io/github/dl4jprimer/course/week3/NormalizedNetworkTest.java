package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.week3.NormalizedNetwork.Over;
import io.github.dl4jprimer.gradientcheck.GradientChecker;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NormalizedNetworkTest {
    private final NormalizedNetwork network = new NormalizedNetwork(3, 2, 4, 2, 0.1);
    private final INDArray x =
            Nd4j.createFromArray(
                    new float[][] {{1, 2, 6}, {3, -4, 8}, {5, 12, 10}, {-1, 0, 2}, {2, 2, 1}});

    @Test
    void layerNormalisationTreatsAnExampleAloneAsAmongOthersWhileTraining() {
        assertEquals(0, effectOfNeighbours(Over.LAYER), 1e-6);
        assertEquals(0, effectOfNeighbours(Over.NOTHING), 1e-6);
    }

    @Test
    void batchNormalisationLetsNeighboursIn() {
        assertTrue(effectOfNeighbours(Over.BATCH) > 1e-3);
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void gradientsAgreeWithNumericalOnes(Over over) {
        var configuration = network.configuration(over, 7);
        configuration.setDataType(DataType.DOUBLE);
        var model = new MultiLayerNetwork(configuration);
        model.init();
        var y = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}, {1, 0}});
        var batch = new DataSet(x.castTo(DataType.DOUBLE), y);
        var report = GradientChecker.ofAllEntries().withTolerance(1e-4).check(model, batch);
        assertTrue(report.passed(), report::table);
    }

    /** How far an example's output in training mode depends on the rest of the batch. */
    private double effectOfNeighbours(Over over) {
        var model = model(over);
        INDArray all = model.output(x, true).getRow(0).dup();
        INDArray two = x.get(NDArrayIndex.interval(0, 2), NDArrayIndex.all()).dup();
        return all.distance1(model.output(two, true).getRow(0));
    }

    private MultiLayerNetwork model(Over over) {
        var model = new MultiLayerNetwork(network.configuration(over, 7));
        model.init();
        return model;
    }
}
