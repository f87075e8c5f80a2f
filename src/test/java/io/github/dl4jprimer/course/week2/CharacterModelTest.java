package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.week2.CharacterModel.Written;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharacterModelTest {
    @TempDir private Path folder;

    private static Written written(String key, double perplexity) {
        return new Written(key, new SeedRuns(key, MadeUpRun.each(perplexity)), List.of());
    }

    /** By frequency alone the perplexity is 200. */
    private static List<Boolean> claim(double rmsprop, double sgd, double adam) {
        var all = List.of(written("RMSprop", rmsprop), written("SGD", sgd), written("Adam", adam));
        return claims(lab -> CharacterModel.claim(lab, all, 200));
    }

    @Test
    void bothAdaptiveOptimizersMustLeaveSgdATenthBehindAndSgdGuessing() {
        assertEquals(List.of(true), claim(50, 100, 60));
        assertEquals(List.of(false), claim(91, 100, 60));
        assertEquals(List.of(false), claim(50, 100, 95));
        assertEquals(List.of(false), claim(50, 201, 60));
        assertEquals(List.of(false), claim(Double.NaN, 100, 60));
    }

    @Test
    void samplesAreShownFromTheFirstTheMiddleAndTheLastEpoch() {
        var runs = new SeedRuns("Adam", List.of(MadeUpRun.of(90, 80, 70, 60)));
        var adam = new Written("Adam", runs, List.of("一", "二", "三", "四"));
        var rows =
                found(lab -> CharacterModel.tabulateSamples(lab, List.of(adam)))
                        .tables()
                        .get(0)
                        .table()
                        .rows();
        assertEquals(
                List.of(
                        List.of("Adam", "1", "90.0", "一"),
                        List.of("Adam", "2", "80.0", "二"),
                        List.of("Adam", "4", "60.0", "四")),
                rows);
    }

    @Test
    void aRunThatWroteNothingHasNoSamples() {
        var none = new Written("SGD", new SeedRuns("SGD", List.of(MadeUpRun.of(9))), List.of());
        var found = found(lab -> CharacterModel.tabulateSamples(lab, List.of(none)));
        assertTrue(found.tables().get(0).table().rows().isEmpty());
        assertTrue(Double.isNaN(none.perplexity(2)));
    }

    /** Perplexity is exp(loss); a fresh model is about as unsure as its characters are many. */
    @Test
    void thePerplexityIsTheExponentialOfTheLossPerCharacter() {
        var experiment = new CharacterModel();
        var settings = experiment.quick().with("epochs", 1).with("adamRate", 1e-6);
        var found = LabBench.run(experiment, settings, folder);
        double loss = Double.parseDouble(LabBench.row(found, 0, 2).get(1));
        double perplexity = Double.parseDouble(LabBench.row(found, 0, 2).get(2));
        assertEquals(Math.exp(loss), perplexity, 0.03 * perplexity);
        assertEquals("guessing by frequency", LabBench.row(found, 0, 3).get(0));
    }
}
