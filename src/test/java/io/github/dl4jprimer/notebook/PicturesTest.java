package io.github.dl4jprimer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.experiment.Outcome;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.Chart;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.NumericalGradient;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PicturesTest {
    private static Set<Integer> colours(Chart chart) {
        BufferedImage image = chart.scale(0.5).image();
        var colours = new HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private static boolean drawn(Chart chart) {
        return colours(chart).size() > 20;
    }

    @Test
    void theLossOfARunIsDrawnEpochByEpoch() {
        var epochs =
                List.of(
                        new EpochMetrics(1, 10, 0.9, 0.8, Map.of()),
                        new EpochMetrics(2, 20, 0.4, 0.5, Map.of()));
        var run =
                new RunResult(
                        Path.of("run"),
                        new Outcome(Outcome.Kind.COMPLETED, "completed"),
                        List.of(),
                        epochs,
                        2,
                        EvaluationResult.NONE,
                        null);
        var chart = Pictures.loss("损失", run);
        assertEquals("损失", chart.title());
        assertTrue(drawn(chart));
    }

    @Test
    void attentionIsDrawnCellByCell() {
        var weights = Nd4j.createFromArray(new double[][] {{1, 0}, {0.25, 0.75}});
        assertTrue(drawn(Pictures.attention("注意力", List.of("磁", "盘"), weights)));
    }

    @Test
    void anActivationIsDrawnWithItsSlope() {
        assertTrue(drawn(Pictures.activation(ActivationFunction.SIGMOID)));
    }

    @Test
    void aBoundaryAsksTheClassifierInTheTypeOfItsData() {
        var moons = Synthetic.moons(20, 0.1, 1).castTo(DataType.DOUBLE);
        var asked = new HashSet<String>();
        var chart =
                Pictures.boundary(
                        "边界",
                        moons,
                        Pictures.moment("甲", x -> halves(x, asked)),
                        Pictures.moment("乙", x -> halves(x, asked)));
        assertEquals(Set.of("DOUBLE [3600, 2]"), asked);
        assertTrue(drawn(chart));
    }

    /** Says class 0 left of the middle, class 1 right of it. */
    private static INDArray halves(INDArray x, Set<String> asked) {
        asked.add(new ArrayTable(x).head());
        var right = x.getColumn(0).gt(0.5).castTo(DataType.DOUBLE);
        return Nd4j.stack(1, right.rsub(1), right);
    }

    @Test
    void aConfusionIsDrawnWithItsClasses() {
        var result =
                new EvaluationResult(
                        0.1, Map.of(), new ConfusionMatrix(new long[][] {{5, 1}, {0, 6}}));
        assertTrue(drawn(Pictures.confusion("混淆", List.of("磁盘", "网络"), result)));
    }

    @Test
    void gradientsAreOneRowABlock() {
        var table =
                Pictures.gradients(
                        List.of(new NumericalGradient.Worst("W1", "[0, 1]", 0.5, 0.25, 0.33333)));
        assertEquals(List.of(List.of("W1", "[0, 1]", "0.5000", "0.2500", "0.3333")), table.rows());
        assertEquals(5, table.head().size());
    }
}
