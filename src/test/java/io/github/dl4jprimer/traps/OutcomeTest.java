package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static boolean agree(double a, double b) {
        assertEquals(Outcome.of(a).agrees(Outcome.of(b)), Outcome.of(b).agrees(Outcome.of(a)));
        return Outcome.of(a).agrees(Outcome.of(b));
    }

    @Test
    void numbersAgreeWithinRounding() {
        assertTrue(agree(1e6, 1e6 + 9));
        assertFalse(agree(1e6, 1e6 + 11));
        assertTrue(agree(-2, -2.00001));
        assertFalse(agree(2, -2));
    }

    @Test
    void nothingButZeroAgreesWithZero() {
        assertTrue(agree(0, 0));
        assertFalse(agree(0, 1e-12));
    }

    @Test
    void specialNumbersAgreeWithThemselves() {
        assertTrue(agree(Double.NaN, Double.NaN));
        assertFalse(agree(Double.NaN, 0));
        assertTrue(agree(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertFalse(agree(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        assertFalse(agree(Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void textsAgreeIfTheyAreEqual() {
        assertTrue(Outcome.of("[磁, 盘]").agrees(Outcome.of("[磁, 盘]")));
        assertFalse(Outcome.of("[磁]").agrees(Outcome.of("[盘]")));
        assertFalse(Outcome.of("1").agrees(Outcome.of(1)));
    }

    @Test
    void anExceptionTakesThePlaceOfAResult() {
        var failure =
                Outcome.number(
                        () -> {
                            throw new IllegalStateException("first\nsecond");
                        });
        assertEquals(new Outcome.Failure("IllegalStateException", "first"), failure);
        assertTrue(failure.agrees(new Outcome.Failure("IllegalStateException", "other")));
        assertFalse(failure.agrees(new Outcome.Failure("NullPointerException", "first")));
        assertFalse(failure.agrees(Outcome.of(1)));
    }

    @Test
    void anExceptionMayHaveNothingToSay() {
        var failure =
                Outcome.text(
                        () -> {
                            throw new UnsupportedOperationException();
                        });
        assertEquals(new Outcome.Failure("UnsupportedOperationException", ""), failure);
    }

    @Test
    void errorsOfTheMachineAreNotResults() {
        assertThrows(
                OutOfMemoryError.class,
                () ->
                        Outcome.number(
                                () -> {
                                    throw new OutOfMemoryError();
                                }));
    }

    @Test
    void evidenceBitesWhereDl4jIsNotRight() {
        assertTrue(Evidence.of(4, 2).bites());
        assertFalse(Evidence.of(2, 2).withWorkaround(4).bites());
        assertTrue(Evidence.of("sigmoid", "identity").bites());
    }
}
