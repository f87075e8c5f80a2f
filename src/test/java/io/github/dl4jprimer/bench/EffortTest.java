package io.github.dl4jprimer.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {
    @Test
    void withoutRoundsNothingIsMeasured() {
        assertEquals(
                "rounds must be at least 1, got 0. 3 show the spread.",
                assertThrows(BadInput.class, () -> new Effort(0, 1)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 601, Double.NaN, Double.POSITIVE_INFINITY})
    void timesThatCannotBeAreRejected(double seconds) {
        assertEquals(
                "seconds must be above 0 and at most 600, got %s. 2 are usual.".formatted(seconds),
                assertThrows(BadInput.class, () -> new Effort(1, seconds)).getMessage());
    }
}
