package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class StandardizationTest {
    private static NumberDataset table(float[][] rows) {
        var targets = Nd4j.createFromArray(new float[rows.length][1]);
        for (int i = 0; i < rows.length; i++) {
            targets.putScalar(i, 0, 10 + 4 * i);
        }
        var features = Nd4j.createFromArray(rows);
        return new NumberDataset("t", List.of("a", "b"), features, targets, List.of(), "c");
    }

    /** Column a: mean 2, deviation 1; column b is constant. */
    private static final NumberDataset TRAIN = table(new float[][] {{1, 0}, {3, 0}});

    @Test
    void trainDecidesMeanAndDeviationForEveryPart() {
        var other = table(new float[][] {{7, 0}, {2, 0}});
        var split = Standardization.of(new Split<>(TRAIN, other, other));
        assertArrayEquals(
                new double[] {-1, 1}, split.train().features().getColumn(0).toDoubleVector(), 1e-6);
        assertArrayEquals(
                new double[] {5, 0}, split.test().features().getColumn(0).toDoubleVector(), 1e-6);
    }

    @Test
    void aColumnThatIsConstantInTrainKeepsItsScale() {
        var test = table(new float[][] {{2, 1}, {2, 0}});
        var scaled = Standardization.apply(Standardization.fit(TRAIN), test);
        assertEquals(1, scaled.features().getDouble(0, 1), 1e-6);
    }

    @Test
    void targetsOfARegressionAreScaledAndCanBeBroughtBack() {
        var normalizer = Standardization.fit(TRAIN);
        var scaled = Standardization.apply(normalizer, TRAIN);
        assertArrayEquals(new double[] {-1, 1}, scaled.targets().toDoubleVector(), 1e-6);
        normalizer.revertLabels(scaled.targets());
        assertArrayEquals(new double[] {10, 14}, scaled.targets().toDoubleVector(), 1e-5);
    }

    @Test
    void theOriginalIsLeftAsItIsAndClassesAreNotScaled() {
        Standardization.apply(Standardization.fit(TRAIN), TRAIN);
        assertEquals(3, TRAIN.features().getDouble(1, 0));
        var iris = Splits.stratified(Datasets.iris(), 0.2, 0.2, 1);
        assertEquals(iris.test().targets(), Standardization.of(iris).test().targets());
    }
}
