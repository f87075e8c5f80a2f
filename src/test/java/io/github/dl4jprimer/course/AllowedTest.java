package io.github.dl4jprimer.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.course.Allowed.Kind;
import io.github.dl4jprimer.data.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {
    private final Allowed epochs = new Allowed(Kind.WHOLE, 1, 10_000);
    private final Allowed rate = new Allowed(Kind.NUMBER, 1e-6, 100);
    private final Allowed rates = new Allowed(Kind.NUMBERS, 1e-6, 100);
    private final Allowed sizes = new Allowed(Kind.WHOLES, 1, 4096);

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertEquals(1L, epochs.read("epochs", "1", 20L));
        assertEquals(10_000L, epochs.read("epochs", "10000", 20L));
        assertEquals(1e-6, rate.read("rate", "0.000001", 0.1));
        assertEquals(100.0, rate.read("rate", "1e2", 0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "2.5", "many", "", " ", "99999999999999999999"})
    void whatIsNoWholeNumberWithinBoundsIsRefused(String text) {
        var error = assertThrows(BadInput.class, () -> epochs.read("epochs", text, 20L));
        assertEquals(
                "epochs must be a whole number from 1 to 10000, got %s. Its default is 20."
                        .formatted(text),
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "101", "NaN", "Infinity", "fast"})
    void whatIsNoNumberWithinBoundsIsRefused(String text) {
        var error = assertThrows(BadInput.class, () -> rate.read("rate", text, 0.1));
        assertEquals(
                "rate must be a number from 0.000001 to 100, got %s. Its default is 0.1."
                        .formatted(text),
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.1,", "fast", "0", "-0.1", "NaN", "Infinity", "0.1;0.2"})
    void whatIsNoListOfNumbersIsRefused(String text) {
        var error = assertThrows(BadInput.class, () -> rates.read("rates", text, "0.1,1"));
        assertEquals(
                "rates must be different numbers from 0.000001 to 100 with commas between them,"
                        + " got %s. Its default is 0.1,1.".formatted(text),
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,,2", "1.5", "0,4", "4,8,4", "1,4097"})
    void whatIsNoListOfDifferentWholeNumbersIsRefused(String text) {
        var error = assertThrows(BadInput.class, () -> sizes.read("sizes", text, "1,4"));
        assertEquals(
                "sizes must be different whole numbers from 1 to 4096 with commas between them,"
                        + " got %s. Its default is 1,4.".formatted(text),
                error.getMessage());
    }

    @Test
    void aListKeepsItsOrderAndMayHaveSpaces() {
        assertArrayEquals(new double[] {0.1, 0.001}, rates.numbers("0.1, 0.001"));
        assertEquals("8,1", sizes.read("sizes", "8,1", "1,4"));
        assertArrayEquals(new double[] {8, 1}, sizes.numbers("8,1"));
    }

    @Test
    void withoutBoundsAnyFiniteNumberIsAllowed() {
        assertEquals(-1e300, Allowed.any(Kind.NUMBER).read("x", "-1e300", 0.0));
        var error =
                assertThrows(
                        BadInput.class, () -> Allowed.any(Kind.NUMBER).read("x", "Infinity", 0.0));
        assertEquals("x must be a number, got Infinity. Its default is 0.0.", error.getMessage());
    }

    @Test
    void aTextIsTakenAsItIs() {
        assertEquals(" 磁盘 ", Allowed.any(Kind.TEXT).read("sentence", " 磁盘 ", "a"));
    }
}
