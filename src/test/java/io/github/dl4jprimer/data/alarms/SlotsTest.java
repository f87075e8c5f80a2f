package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Slots SLOTS =
            new Slots(Map.of())
                    .with(Map.of("nn", "01..12", "host", "web-{nn} | db", "load", "1.5..2.5"));

    private static String allOf(String text) {
        var random = new Random(1);
        return IntStream.range(0, 500)
                .mapToObj(i -> SLOTS.fill(text, random))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void alternativesAndTheirOwnSlotsAreFilled() {
        assertEquals(
                "db web-01 web-02 web-03 web-04 web-05 web-06 web-07 web-08 web-09 web-10 web-11"
                        + " web-12",
                allOf("{host}"));
    }

    @Test
    void aRangeKeepsTheDecimalsOfItsLowerEnd() {
        for (var load : allOf("{load}").split(" ")) {
            assertTrue(load.matches("[12]\\.\\d"), load);
            assertTrue(Double.parseDouble(load) >= 1.5 && Double.parseDouble(load) <= 2.5, load);
        }
    }

    @Test
    void otherBracesAreText() {
        assertEquals(
                "rate{app=\"db\"} $1",
                SLOTS.with(Map.of("x", "db")).fill("rate{app=\"{x}\"} $1", new Random(1)));
    }

    @Test
    void everyGlobalSlotCanBeFilled() {
        var slots = Slots.global();
        for (var name : slots.alternatives().keySet()) {
            var filled = slots.fill("{" + name + "}", new Random(2));
            assertTrue(
                    !filled.isBlank() && !filled.contains("{") && !filled.contains(".."), filled);
        }
    }

    @Test
    void anUndefinedSlotIsRejected() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> SLOTS.fill("{disk} full", new Random(1)));
        assertEquals(
                "slot must be defined, got {disk} in \"{disk} full\". Add @disk = a | b.",
                error.getMessage());
    }
}
