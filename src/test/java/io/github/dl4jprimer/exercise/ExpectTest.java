package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ExpectTest {
    private static INDArray row(double... values) {
        return Nd4j.createFromArray(values);
    }

    private static Mismatch wrong(Runnable demand) {
        return assertThrows(WrongAnswer.class, demand::run).mismatch();
    }

    @Test
    void aRightAnswerPassesWhateverItsPrecision() {
        Expect.that("a", () -> row(1, 2).castTo(DataType.FLOAT)).is(row(1, 2));
        Expect.that("a", () -> row(1, 2.0000019)).is(row(1, 2));
        Expect.that("a", () -> 1e9 + 1).is(1e9);
        Expect.that("a", () -> "x").is("x");
        Expect.that("a", () -> new double[] {1, 2}).is(new double[] {1, 2});
        Expect.that("a", () -> Nd4j.empty(DataType.DOUBLE)).is(Nd4j.empty(DataType.DOUBLE));
        Expect.that("a", () -> row(1, 2, 3, 4).reshape('f', 2, 2))
                .is(Nd4j.createFromArray(new double[][] {{1, 3}, {2, 4}}));
    }

    @Test
    void aWrongValueIsTold() {
        assertEquals(
                new Mismatch(Mismatch.Kind.VALUE, "f(x)", "[1, 2]", "[1, 2.5]", "", 0),
                wrong(() -> Expect.that("f(x)", () -> row(1, 2.5)).is(row(1, 2))));
        assertEquals("1.0001", wrong(() -> Expect.that("f", () -> 1.0001).is(1.0)).got());
        assertEquals("null", wrong(() -> Expect.that("f", () -> null).is(1.0)).got());
        wrong(() -> Expect.that("f", () -> new double[] {1}).is(new double[] {1, 2}));
        wrong(() -> Expect.that("f", () -> Double.NaN).is(1.0));
        wrong(() -> Expect.that("f", () -> Double.POSITIVE_INFINITY).is(1.0));
    }

    @Test
    void theToleranceIsThatOfTheDemand() {
        Expect.that("f", () -> 1.009).is(1.0, 0.01);
        assertEquals("1.011", wrong(() -> Expect.that("f", () -> 1.011).is(1.0, 0.01)).got());
    }

    @Test
    void anotherShapeIsToldAsSuch() {
        var mismatch = wrong(() -> Expect.that("f", () -> row(1, 2).reshape(2, 1)).is(row(1, 2)));
        assertEquals(
                new Mismatch(Mismatch.Kind.SHAPE, "f", "[1, 2]", "[[1], [2]]", "", 0), mismatch);
    }

    @Test
    void theFirstMistakeThatFitsIsNamed() {
        assertEquals("b", mistake(3.0));
        assertEquals("nan", mistake(Double.NaN));
        assertEquals("", mistake(4.0));
        assertEquals("big", mistake(50.0));
    }

    private static String mistake(double got) {
        return wrong(
                        () ->
                                Expect.that("f", () -> got)
                                        .looksLike("a", 2.0)
                                        .looksLike("nan", Double.NaN)
                                        .looksLikeIf("b", value -> value == 3)
                                        .looksLikeIf("c", value -> value == 3)
                                        .looksLikeIf("big", value -> value > 10)
                                        .is(1.0))
                .mistake();
    }

    @Test
    void aSignThatCannotBeLookedForIsNotThere() {
        var mismatch =
                wrong(
                        () ->
                                Expect.that("f", () -> row(5))
                                        .looksLikeIf("a", got -> got.getDouble(3, 3) > 0)
                                        .looksLikeIf("b", got -> got.getDouble(0) == 5)
                                        .is(row(1)));
        assertEquals("b", mismatch.mistake());
    }

    @Test
    void anArgumentThatIsWrittenIntoIsTold() {
        var x = row(1, 2);
        assertEquals(
                new Mismatch(Mismatch.Kind.CHANGED, "x", "[1, 2]", "[2, 4]", "input-changed", 0),
                wrong(() -> Expect.that("f", () -> x.muli(2)).leaves("x", x).is(row(2, 4))));
    }

    @Test
    void anErrorIsToldWithItsFirstLineAndMistake() {
        var mismatch =
                wrong(
                        () ->
                                Expect.<Double>that("f", ExpectTest::fail)
                                        .looksLikeIfThrown("thrown")
                                        .is(1.0));
        assertEquals(
                new Mismatch(
                        Mismatch.Kind.THROWN, "f", "", "IllegalStateException: one", "thrown", 0),
                mismatch);
        assertEquals(
                "StackOverflowError",
                wrong(() -> Expect.<Double>that("f", () -> deep(0)).is(1.0)).got());
    }

    private static Double fail() {
        throw new IllegalStateException("one\ntwo");
    }

    private static Double deep(int depth) {
        return depth < 0 ? 0 : deep(depth + 1) + 1;
    }

    @Test
    void whatIsNotWrittenYetIsNoMistake() {
        var todo = new UnsupportedOperationException("TODO w1-a");
        var thrown =
                assertThrows(
                        UnsupportedOperationException.class,
                        () ->
                                Expect.<Double>that(
                                                "f",
                                                () -> {
                                                    throw todo;
                                                })
                                        .is(1.0));
        assertSame(todo, thrown);
    }

    @Test
    void numbersAreShownShort() {
        assertEquals(
                List.of("0", "-3", "0.33333", "12346", "1.0000e-05", "NaN", "Infinity"),
                List.of(
                        Shown.number(0),
                        Shown.number(-3),
                        Shown.number(1 / 3.0),
                        Shown.number(12345.6789),
                        Shown.number(1e-5),
                        Shown.number(Double.NaN),
                        Shown.number(Double.POSITIVE_INFINITY)));
        assertEquals("0.1", Shown.number(0.1));
        assertEquals("\"disk\"", Shown.of("disk"));
        assertEquals("7", Shown.of(Nd4j.scalar(7.0)));
    }

    @Test
    void ofALargeArrayTheBeginningAndTheShapeAreShown() {
        assertEquals("[0, 1, 2, 3, 4, 5, 6, 7, …][4, 5]", Shown.of(Nd4j.arange(20).reshape(4, 5)));
        assertEquals("[][]", Shown.of(Nd4j.empty(DataType.DOUBLE)));
    }
}
