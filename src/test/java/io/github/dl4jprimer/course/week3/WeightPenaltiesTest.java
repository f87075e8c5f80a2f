package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week3.WeightPenalties.Penalty;
import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class WeightPenaltiesTest {
    @Test
    void countsWeightsBelowAHundredthAsNearZero() {
        double[] weights = {0, 0.009, -0.009, 0.01, -0.5};
        assertEquals(0.6, WeightPenalties.shareNearZero(weights), 1e-12);
    }

    @Test
    void rootMeanSquareIsOverAllWeights() {
        assertEquals(5 / Math.sqrt(2), WeightPenalties.rootMeanSquare(new double[] {3, -4}), 1e-12);
    }

    @Test
    void weightsAreThoseOfEachLayerWithoutTheBiases() {
        var model = MultilayerPerceptron.classifier(2, List.of(1), 2, 1).configuration();
        var network =
                InitialWeights.start(
                        model,
                        List.of(
                                Nd4j.createFromArray(new double[][] {{1}, {2}}),
                                Nd4j.createFromArray(9.0),
                                Nd4j.createFromArray(new double[][] {{3, 4}}),
                                Nd4j.createFromArray(8.0, 7.0)));
        assertArrayEquals(new double[] {1, 2, 3, 4}, Trained.weights(network), 1e-12);
    }

    private static Penalty penalty(String key, double loss, double... weights) {
        return new Penalty(key, key, MadeUpTraining.weighing(loss, weights));
    }

    private static List<Boolean> claim(Penalty none, Penalty l1, double l2, double decay) {
        var others = List.of(none, l1, penalty("l2", l2, 0.5), penalty("decay", decay, 0.5));
        return LabBench.claims(lab -> WeightPenalties.conclude(lab, others));
    }

    private final Penalty none = penalty("none", 0.155, 0.5, 0.3, -0.4, 0.001);
    private final Penalty sparse = penalty("l1", 0.11, 0, 0.001, -0.009, 0.9);

    /** A quarter of the weights is next to zero without a penalty, so more than 3/4 must be. */
    @Test
    void l1MustDriveThreeTimesAsManyWeightsNextToZero() {
        assertEquals(List.of(false, true), claim(none, sparse, 0.1, 0.12));
        var sparser = penalty("l1", 0.11, 0, 0, 0, 0);
        assertEquals(List.of(true, true), claim(none, sparser, 0.1, 0.12));
    }

    @Test
    void thePenaltyThatHelpsLeastDecides() {
        var sparser = penalty("l1", 0.11, 0, 0, 0, 0);
        assertEquals(List.of(true, false), claim(none, sparser, 0.1, 0.149));
        assertEquals(List.of(true, false), claim(none, sparser, 0.2, 0.1));
    }

    @Test
    void sizesAreThoseOfTheFinishedModelsWithoutTheirBias() {
        assertEquals(0.25, none.nearZero().mean());
        assertEquals(Math.sqrt(0.5), penalty("x", 1, 0.6, 0.8).size().mean(), 1e-6);
    }

    @Test
    void theCaptionCountsTheTrainingRowsThereAre(@TempDir Path folder) {
        var experiment = new WeightPenalties();
        var settings = experiment.quick().with("trainShare", 0.3).with("epochs", 1);
        var found = LabBench.run(experiment, settings.with("seeds", 1), folder);
        var caption = found.tables().get(0).caption();
        assertTrue(caption.startsWith("Breast cancer, 171 training rows: "), caption);
    }
}
