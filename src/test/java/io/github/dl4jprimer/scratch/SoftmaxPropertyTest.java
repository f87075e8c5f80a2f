package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What holds for the softmax of any scores, for ours and for the two of ND4J. */
class SoftmaxPropertyTest {
    private static INDArray transform(INDArray logits) {
        return Transforms.softmax(logits, true);
    }

    private static INDArray activation(INDArray logits) {
        return new ActivationSoftmax().getActivation(logits.dup(), false);
    }

    /** Those that can be trusted with scores of a size: ND4J's lose rows far below zero. */
    private static List<UnaryOperator<INDArray>> softmaxes(double scale) {
        return scale > 100
                ? List.of(Softmax::of)
                : List.of(
                        Softmax::of,
                        SoftmaxPropertyTest::transform,
                        SoftmaxPropertyTest::activation);
    }

    private static INDArray logits(Draw draw, double scale) {
        return draw.matrix(draw.between(1, 6), draw.between(1, 9), scale);
    }

    /**
     * ND4J starts its search for the largest score at 0, in double precision: where all scores of a
     * row are below -745, every exponential is 0, and the row 0 / 0.
     */
    @Test
    void inDoublePrecisionNd4jLosesRowsFarBelowZero() {
        var far = Close.matrix(new double[] {-1000, -1001, -1002}, new double[] {1, 2, 3});
        var expected = Softmax.of(Close.matrix(new double[] {2, 1, 0}, new double[] {1, 2, 3}));
        assertClose(expected, Softmax.of(far), 1e-15, 0);
        var both =
                List.<UnaryOperator<INDArray>>of(
                        SoftmaxPropertyTest::transform, SoftmaxPropertyTest::activation);
        for (var softmax : both) {
            var doubles = softmax.apply(far);
            assertTrue(Double.isNaN(doubles.getDouble(0, 0)), doubles.toString());
            assertClose(expected.getRow(1), doubles.getRow(1), 1e-15, 0);
            assertClose(expected, softmax.apply(far.castTo(DataType.FLOAT)), 1e-6, 0);
        }
    }

    @Property
    void everyRowSumsToOne(long seed) {
        var draw = new Draw(seed);
        double scale = draw.magnitude(-3, 4);
        var logits = logits(draw, scale);
        for (var type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            for (var softmax : softmaxes(scale)) {
                var p = softmax.apply(logits.castTo(type));
                var ones = Nd4j.ones(type, logits.size(0));
                assertClose(ones, p.sum(1), type == DataType.DOUBLE ? 1e-14 : 1e-6, 0);
                assertTrue(p.minNumber().doubleValue() >= 0);
                assertTrue(p.maxNumber().doubleValue() <= 1 + 1e-6);
            }
        }
    }

    @Property
    void addingAConstantToARowChangesNothing(long seed) {
        var draw = new Draw(seed);
        double scale = draw.magnitude(-3, 4);
        var logits = logits(draw, scale);
        // One constant a row, no larger than what leaves the scores their twelve digits.
        var constants = draw.matrix((int) logits.size(0), 1, 100);
        for (var softmax : softmaxes(scale)) {
            var shifted = softmax.apply(logits.addColumnVector(constants));
            assertClose(softmax.apply(logits), shifted, 1e-11, 0);
        }
    }

    @Property
    void allThreeAgreeAndKeepTheOrderOfTheScores(long seed) {
        var draw = new Draw(seed);
        double scale = draw.magnitude(-3, 4);
        var logits = logits(draw, scale);
        var expected = Softmax.of(logits);
        for (var softmax : softmaxes(scale)) {
            assertClose(expected, softmax.apply(logits), 1e-14, 0);
        }
        for (int row = 0; row < logits.rows(); row++) {
            for (int a = 0; a < logits.columns(); a++) {
                for (int b = 0; b < logits.columns(); b++) {
                    boolean larger = logits.getDouble(row, a) > logits.getDouble(row, b);
                    boolean smaller = expected.getDouble(row, a) < expected.getDouble(row, b);
                    assertEquals(false, larger && smaller);
                }
            }
        }
    }
}
