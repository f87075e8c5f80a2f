package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.course.LabBench;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the lessons say of DL4J's defaults, held against DL4J. */
class Dl4jDefaultsTest {
    private static final SameNetwork EXPERIMENT = new SameNetwork();

    @Test
    void hiddenLayersAreSigmoidAndOutputsSoftmaxUnlessStated() {
        var found =
                LabBench.found(
                        EXPERIMENT.settings(),
                        io.github.dl4jprimer.language.Language.EN,
                        lab -> lab.table("defaults", Dl4jDefaults.table(lab)));
        var defaults =
                found.tables().get(0).table().rows().stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        assertEquals("sigmoid", defaults.get("hidden activation"));
        assertEquals("softmax", defaults.get("output activation"));
        assertEquals("LossMCXENT()", defaults.get("loss"));
        assertEquals("Sgd", defaults.get("updater"));
        assertEquals("0.001", defaults.get("learning rate"));
        assertEquals("from the clock", defaults.get("seed"));
    }

    @Test
    void theTableStatesWhatTheExperimentUsesInstead() {
        var settings = EXPERIMENT.settings().with("learningRate", 0.25);
        var found =
                LabBench.found(
                        settings,
                        io.github.dl4jprimer.language.Language.EN,
                        lab -> lab.table("defaults", Dl4jDefaults.table(lab)));
        assertEquals(List.of("learning rate", "0.001", "0.25"), LabBench.row(found, 0, 4));
        assertEquals(List.of("seed", "from the clock", "1"), LabBench.row(found, 0, 6));
    }

    /** The clock moves on between two configurations. */
    @Test
    void theSeedOfTwoConfigurationsDiffers() throws InterruptedException {
        long first = Dl4jDefaults.network(4, 3, 2).getConf(0).getSeed();
        Thread.sleep(5);
        assertNotEquals(first, Dl4jDefaults.network(4, 3, 2).getConf(0).getSeed());
    }
}
