package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class TrustedConfigurationTest {
    private static final Path FILE = Path.of("configuration.json");

    @Test
    void configurationsOfDl4jAndThisProjectAreTrusted() {
        var schedule = new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.9);
        var json =
                new NeuralNetConfiguration.Builder()
                        .updater(new Adam(schedule))
                        .weightInit(new NormalDistribution(0, 1))
                        .list()
                        .layer(new OutputLayer.Builder().nIn(2).nOut(2).build())
                        .build()
                        .toJson();
        assertDoesNotThrow(() -> TrustedConfiguration.check(json, FILE));
        assertDoesNotThrow(
                () -> TrustedConfiguration.check("{\"@class\":\"io.github.dl4jprimer.X\"}", FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\":\"java.lang.Runtime\"}",
                "{\"a\":[{\"b\":{\"@class\":\"java.lang.Runtime\"}}]}",
                "{\"\\u0040class\":\"java.lang.Runtime\"}",
                "{\"@class\":\"java.lang.Runtime\",\"@class\":\"org.nd4j.A\"}",
                "{\"@class\":\"org.nd4j.A\",\"@class\":\"java.lang.Runtime\"}",
                "{\"dist\":{\"type\":\"java.lang.Runtime\"}}",
                "{\"@class\":\" org.nd4j.A\"}",
                "{\"@class\":\"org.nd4jevil.A\"}"
            })
    void aClassFromElsewhereIsRefusedWhereverItStands(String json) {
        var error = assertThrows(BadInput.class, () -> TrustedConfiguration.check(json, FILE));
        assertTrue(
                error.getMessage()
                        .startsWith(
                                "configuration must name classes of org.deeplearning4j., org.nd4j.,"
                                        + " io.github.dl4jprimer., got '"),
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "{'@class':'java.lang.Runtime'}", "{} {}"})
    void whatIsNoJsonIsRefused(String json) {
        var error = assertThrows(BadInput.class, () -> TrustedConfiguration.check(json, FILE));
        assertEquals(
                "configuration must be JSON, got malformed JSON (configuration.json). Save the"
                        + " model again.",
                error.getMessage());
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        var json = "[".repeat(100_000);
        assertThrows(BadInput.class, () -> TrustedConfiguration.check(json, FILE));
    }
}
