package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.learning.config.Sgd;

class ExperimentTest {
    private final Experiment experiment = TinyProblems.clouds(new Sgd(0.1), 2);

    @Test
    void copiesDifferInOnePlaceAndLeaveTheOriginal() {
        var rule = EarlyStopping.patience(3);
        var changed =
                experiment
                        .withName("other")
                        .withEpochs(9)
                        .withSeed(8)
                        .withLabels(List.of("a", "b", "c"))
                        .withDataset("made", "0f")
                        .withEarlyStopping(rule)
                        .withClipNorm(0.5)
                        .withSetting("learningRate", 0.1)
                        .withSetting("depth", 2);
        assertEquals("other", changed.name());
        assertEquals(9, changed.epochs());
        assertEquals(8, changed.seed());
        assertEquals(List.of("a", "b", "c"), changed.labels());
        assertEquals(new DatasetVersion("made", "0f"), changed.dataset());
        assertEquals(rule, changed.earlyStopping());
        assertEquals(0.5, changed.clipNorm());
        assertEquals(Map.of("learningRate", "0.1", "depth", "2"), changed.settings());
        assertSame(experiment.model(), changed.model());
        assertSame(experiment.training(), changed.training());
        assertEquals(2, experiment.epochs());
        assertEquals(Map.of(), experiment.settings());
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        refused("epochs must be at least 1, got 0. Train once.", () -> experiment.withEpochs(0));
        refused(
                "clipNorm must be above 0, got 0.0. Use infinity for no limit.",
                () -> experiment.withClipNorm(0));
        refused(
                "clipNorm must be above 0, got NaN. Use infinity for no limit.",
                () -> experiment.withClipNorm(Double.NaN));
        refused(
                "name must be 1 to 100 letters, digits, dots, dashes or underscores, got '../x'. It"
                        + " names the run's folder.",
                () -> experiment.withName("../x"));
        refused(
                "training must be an iterator, got null. Pass the batches.",
                () -> experiment.withData(null, null));
        refused(
                "earlyStopping must be NEVER without validation data, got EarlyStopping[patience=2,"
                        + " minDelta=0.0]. Pass validation data.",
                () ->
                        experiment
                                .withData(experiment.training(), null)
                                .withEarlyStopping(EarlyStopping.patience(2)));
        refused(
                "patience must be at least 1, got 0. Use EarlyStopping.NEVER to train through.",
                () -> EarlyStopping.patience(0));
        refused(
                "minDelta must be 0 or more, got -0.1. It is a difference of losses.",
                () -> new EarlyStopping(1, -0.1));
    }

    @Test
    void theSeedOfTheExperimentDecidesTheStartNotTheConfigurations() {
        var model = experiment.model();
        assertEquals(model.create(5).params(), model.create(5).params());
        assertNotEquals(model.create(5).params(), model.create(6).params());
        var graph = StartingModel.of(TinyProblems.graph(new Sgd(0.1)));
        assertEquals(graph.create(5).params(), graph.create(5).params());
        assertNotEquals(graph.create(5).params(), graph.create(6).params());
    }

    @Test
    void aStartFromAModelCopiesItsParameters() {
        Model trained = experiment.model().create(5);
        var start = StartingModel.from(trained);
        var before = trained.params().dup();
        trained.params().addi(1);
        assertEquals(before, start.create(99).params());
        start.create(1).params().addi(1);
        assertEquals(before, start.create(1).params());
    }

    @Test
    void otherModelsAreRefused() {
        refused(
                "model must be a MultiLayerNetwork or a ComputationGraph, got null. Pass one of"
                        + " them.",
                () -> StartingModel.from(null));
    }

    private static void refused(String message, Executable executable) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
