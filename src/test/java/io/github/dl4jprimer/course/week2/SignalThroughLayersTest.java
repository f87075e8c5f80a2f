package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.week2.SignalThroughLayers.Passage;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.Initialization;
import io.github.dl4jprimer.scratch.SignalPropagation.Layer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class SignalThroughLayersTest {
    @TempDir private Path folder;

    private final SignalThroughLayers experiment = new SignalThroughLayers();

    /** One layer whose activations have the given standard deviation. */
    private static Passage passage(Initialization start, double spread) {
        var values = Nd4j.createFromArray(new double[][] {{spread, -spread}});
        return new Passage(ActivationFunction.TANH, start, List.of(new Layer(1, values, values)));
    }

    /** All five starts in their order, of which two matter here. */
    private static List<Boolean> claim(double xavier, double tooSmall) {
        var passages =
                Arrays.stream(Initialization.values())
                        .map(
                                start ->
                                        passage(
                                                start,
                                                start == Initialization.XAVIER
                                                        ? xavier
                                                        : start == Initialization.TOO_SMALL
                                                                ? tooSmall
                                                                : 1))
                        .toList();
        return claims(lab -> SignalThroughLayers.claim(lab, passages));
    }

    @Test
    void xavierMustKeepTheSignalAndTooSmallLoseIt() {
        assertEquals(List.of(true), claim(0.15, 1e-12));
        assertEquals(List.of(false), claim(0.04, 1e-12));
        assertEquals(List.of(false), claim(0.15, 1e-9));
        assertEquals(List.of(false), claim(Double.NaN, 1e-12));
    }

    /** Accuracies of zero, too small, Xavier, He and too large, in percent of the runs' scores. */
    private List<Boolean> stacks(double zero, double tooSmall, double xavier) {
        var all =
                Arrays.stream(new double[] {zero, tooSmall, xavier, 0.9, 0.6})
                        .mapToObj(value -> new SeedRuns("start", MadeUpRun.each(value)))
                        .toList();
        return claims(experiment.settings(), lab -> new DeepStacks(lab).claim(all));
    }

    @Test
    void xavierMustLearnTwentyPointsMoreThanBothDeadStarts() {
        assertEquals(List.of(true), stacks(0.5, 0.5, 0.71));
        assertEquals(List.of(false), stacks(0.5, 0.6, 0.75));
        assertEquals(List.of(false), stacks(0.6, 0.5, 0.75));
    }

    @Test
    void theTablesHoldARowForEachStartAndSignalsOfTheTaughtOrder() {
        var settings = experiment.quick().with("layers", 4).with("width", 30);
        var found = LabBench.run(experiment, settings, folder);
        var tanh = found.tables().get(0).table();
        assertEquals("activations, layer 4", tanh.head().get(2));
        assertEquals(
                List.of("zero", "too small", "Xavier", "He", "too large"),
                tanh.rows().stream().map(row -> row.get(0)).toList());
        assertEquals("0", tanh.rows().get(0).get(2));
        var figures = found.figures();
        double small = figures.get("relu.too_small.lastActivations");
        double xavier = figures.get("relu.xavier.lastActivations");
        double he = figures.get("relu.he.lastActivations");
        double large = figures.get("relu.too_large.lastActivations");
        assertTrue(small < xavier && xavier < he && he < large, figures.toString());
        // Without weights nothing but one half of two classes is ever guessed.
        assertEquals(50, figures.get("zero.accuracy"), 1e-6);
    }
}
