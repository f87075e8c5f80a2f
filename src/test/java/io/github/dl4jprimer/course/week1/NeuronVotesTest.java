package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuronVotesTest {
    @TempDir private Path folder;

    private final NeuronVotes experiment = new NeuronVotes();

    @Test
    void neuronsThatPreferOthersDoNotHearTheirOwnAlarm() {
        var usual = LabBench.run(experiment, experiment.settings(), folder);
        assertTrue(usual.hold());
        var settings = experiment.settings().with("ownWeight", -3.0);
        var found = LabBench.run(experiment, settings, folder);
        assertFalse(found.hold());
        assertEquals(
                "of 3 alarms, 0 are called loudest by their own neuron",
                found.claims().get(0).text());
    }

    @Test
    void withEqualWeightsOnlyTheFirstIsLoudestByChance() {
        var settings = experiment.settings().with("ownWeight", -2.0);
        var found = LabBench.run(experiment, settings, folder);
        assertEquals(
                "of 3 alarms, 1 are called loudest by their own neuron",
                found.claims().get(0).text());
    }

    @Test
    void theLoudestIsTheFirstOfTheLargest() {
        assertEquals(1, NeuronVotes.loudest(new double[] {0.1, 0.9, 0.3}));
        assertEquals(0, NeuronVotes.loudest(new double[] {0.5, 0.5, 0.5}));
        assertEquals(2, NeuronVotes.loudest(new double[] {-3, -2, -1}));
    }

    @Test
    void underReluTheOutputIsTheSumItselfOrZero() {
        var settings = experiment.settings().with("activation", "relu");
        var found = LabBench.run(experiment, settings, folder);
        // 4 - 1 for its own alarm, max(0, -2 - 1) for another one.
        assertEquals("3.000", LabBench.row(found, 0, 0).get(5));
        assertEquals("0", LabBench.row(found, 0, 1).get(5));
    }

    @Test
    void withoutAnAlarmTheBiasAloneSpeaks() {
        var found = LabBench.run(experiment, experiment.settings(), folder);
        var rows = found.tables().get(0).table().rows();
        assertEquals(12, rows.size());
        // 1 / (1 + e)
        assertEquals(
                List.of("no alarm", "[0, 0, 0]", "network", "[0, 0, 0]", "-1.000", "0.2689"),
                rows.get(11).subList(0, 6));
    }

    @Test
    void anUnknownActivationIsRefused() {
        var settings = experiment.settings().with("activation", "swish");
        var error = assertThrows(BadInput.class, () -> LabBench.run(experiment, settings, folder));
        assertEquals(1, error.getMessage().lines().count());
    }
}
