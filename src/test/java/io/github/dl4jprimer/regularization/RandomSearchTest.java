package io.github.dl4jprimer.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.regularization.RandomSearch.Bounds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomSearchTest {
    @Test
    void everyDecadeOfTheLearningRateGetsAsManyTrials() {
        var search = RandomSearch.usual(1);
        var perDecade = new int[4];
        for (int n = 1; n <= 4000; n++) {
            var trial = search.trial(n);
            perDecade[(int) Math.floor(Math.log10(trial.learningRate()) + 4)]++;
            assertTrue(trial.weightDecay() >= 1e-5 && trial.weightDecay() <= 0.1);
            assertTrue(trial.dropoutRate() >= 0 && trial.dropoutRate() <= 0.6);
        }
        for (int count : perDecade) {
            assertEquals(1000, count, 100);
        }
    }

    @Test
    void settingsAreDrawnIndependently() {
        var trials = IntStream.rangeClosed(1, 2000).mapToObj(RandomSearch.usual(1)::trial).toList();
        double both =
                trials.stream()
                        .filter(t -> t.learningRate() > 1e-2 && t.dropoutRate() > 0.3)
                        .count();
        assertEquals(0.25, both / 2000, 0.04);
    }

    @Test
    void trialsAreAPureFunctionOfSeedAndNumber() {
        assertEquals(RandomSearch.usual(7).trial(3), RandomSearch.usual(7).trial(3));
        assertNotEquals(
                RandomSearch.usual(7).trial(3).learningRate(),
                RandomSearch.usual(8).trial(3).learningRate());
        assertNotEquals(
                RandomSearch.usual(7).trial(3).learningRate(),
                RandomSearch.usual(7).trial(4).learningRate());
    }

    @Test
    void theBestTrialComesFirstAndDivergedOnesLast() {
        var outcomes =
                RandomSearch.usual(1)
                        .run(
                                30,
                                t ->
                                        t.learningRate() > 0.1
                                                ? Double.NaN
                                                : Math.abs(Math.log10(t.learningRate() / 0.01)));
        assertEquals(30, outcomes.size());
        assertTrue(outcomes.get(0).validationLoss() < 0.2);
        assertTrue(Double.isNaN(outcomes.get(29).validationLoss()));
        assertTrue(outcomes.get(0).trial().number() >= 1);
    }

    @Test
    void equalBoundsFixASetting() {
        var fixed = new Bounds(0.01, 0.01);
        var search = new RandomSearch(fixed, fixed, new Bounds(0.5, 0.5), 1);
        assertEquals(new RandomSearch.Trial(9, 0.01, 0.01, 0.5), search.trial(9));
    }

    @Test
    void impossibleSearchesAreRefused() {
        assertMessage(
                "low must be at most high 0.1, got 0.2. Exchange them.",
                () -> new Bounds(0.2, 0.1));
        assertMessage(
                "weightDecay must be above 0, got 0.0. It is drawn in log scale: give a small"
                        + " number.",
                () ->
                        new RandomSearch(
                                new Bounds(1e-3, 1), new Bounds(0, 0.1), new Bounds(0, 0), 1));
        assertMessage(
                "dropoutRate must be at least 0 and below 1, got 1.0. It is the share to drop.",
                () ->
                        new RandomSearch(
                                new Bounds(1e-3, 1), new Bounds(1e-3, 1), new Bounds(0, 1), 1));
        assertMessage(
                "trials must be at least 1, got 0. 20 is a fair start.",
                () -> RandomSearch.usual(1).run(0, t -> 0));
        assertMessage(
                "number must be at least 1, got 0. Trials count from 1.",
                () -> RandomSearch.usual(1).trial(0));
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
