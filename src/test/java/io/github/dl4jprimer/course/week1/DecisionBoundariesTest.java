package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week1.DecisionBoundaries.Course;
import io.github.dl4jprimer.course.week1.DecisionBoundaries.Moment;
import io.github.dl4jprimer.course.week1.DecisionBoundaries.Problem;
import io.github.dl4jprimer.data.Synthetic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class DecisionBoundariesTest {
    @TempDir private Path folder;

    @Test
    void momentsBeginBeforeTrainingAndEndWithTheLastEpoch() {
        assertEquals(List.of(0, 1, 2, 4, 8, 16, 32, 64), DecisionBoundaries.moments(64));
        assertEquals(List.of(0, 1), DecisionBoundaries.moments(1));
    }

    @Test
    void oneLayerCannotSolveXorButTwoCan() {
        var experiment = new DecisionBoundaries();
        var settings = experiment.quick().with("epochs", 20);
        var figures = LabBench.run(experiment, settings, folder).figures();
        assertTrue(figures.get("xor.oneLayer.wrong") > 0.3);
        assertEquals(0, figures.get("xor.wrong"), 0.02);
    }

    private static List<Boolean> claim(double oneLayer, double end) {
        var data = Synthetic.xor(4, 0, 1);
        var problem = new Problem("xor", "XOR", data, data);
        var moments = List.of(new Moment(0, null, 0.5), new Moment(9, null, end));
        return LabBench.claims(
                lab -> DecisionBoundaries.claim(lab, problem, new Course(oneLayer, moments, 0)));
    }

    @Test
    void hardlyAPointMayBeLeftAndLessThanHalfOfWhatOneLayerLeaves() {
        assertEquals(List.of(true), claim(0.5, 0.05));
        assertEquals(List.of(false), claim(0.5, 0.06));
        assertEquals(List.of(true), claim(0.05, 0.02));
        assertEquals(List.of(false), claim(0.05, 0.025));
        assertEquals(List.of(false), claim(0.5, Double.NaN));
    }

    /** No straight line has more than three of the four corners on their right sides. */
    @Test
    void oneLayerLeavesHalfOrAQuarterOfTheTruthTableWrong() {
        double wrong = DecisionBoundaries.oneLayer(Synthetic.xor(4, 0, 1).castTo(DataType.DOUBLE));
        assertTrue(wrong >= 0.25 && wrong <= 0.5, "wrong " + wrong);
    }

    @Test
    void theTableHasAColumnForEachMoment() {
        var experiment = new DecisionBoundaries();
        var settings = experiment.quick().with("epochs", 4).with("points", 24);
        var table = LabBench.run(experiment, settings, folder).tables().get(0).table();
        assertEquals(
                List.of(
                        "problem",
                        "one layer",
                        "epoch 0",
                        "epoch 1",
                        "epoch 2",
                        "epoch 3",
                        "epoch 4",
                        "new points"),
                table.head());
        assertEquals(
                List.of("XOR", "two moons", "spiral"),
                table.rows().stream().map(row -> row.get(0)).toList());
    }
}
