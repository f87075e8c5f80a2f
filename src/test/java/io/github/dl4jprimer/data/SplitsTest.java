package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class SplitsTest {
    /** 40 of class a, 20 of class b. */
    private static TextDataset texts() {
        var examples = new ArrayList<TextExample>();
        for (int i = 0; i < 60; i++) {
            examples.add(new TextExample("line " + i, i % 3 == 0 ? "b" : "a"));
        }
        return TextDataset.of("t", examples, "sum");
    }

    private static NumberDataset series(int size) {
        var values = Nd4j.arange(size).reshape(size, 1).castTo(DataType.FLOAT);
        return new NumberDataset("s", List.of("x"), values, values.dup(), List.of(), "sum");
    }

    private static long count(TextDataset part, String label) {
        return part.examples().stream().filter(example -> example.label().equals(label)).count();
    }

    @Test
    void eachPartHasTheClassesInTheSameProportion() {
        var split = Splits.stratified(texts(), 0.1, 0.2, 1);
        assertEquals(
                List.of(28L, 14L), List.of(count(split.train(), "a"), count(split.train(), "b")));
        assertEquals(List.of(4L, 2L), List.of(count(split.dev(), "a"), count(split.dev(), "b")));
        assertEquals(List.of(8L, 4L), List.of(count(split.test(), "a"), count(split.test(), "b")));
    }

    @Test
    void everyExampleIsInExactlyOnePart() {
        var split = Splits.stratified(texts(), 0.1, 0.2, 1);
        var all =
                Stream.of(split.train(), split.dev(), split.test())
                        .flatMap(part -> part.texts().stream())
                        .sorted()
                        .toList();
        assertEquals(texts().texts().stream().sorted().toList(), all);
    }

    @Test
    void theSeedDecidesTheSplit() {
        var one = Splits.stratified(texts(), 0.1, 0.2, 1);
        assertEquals(one, Splits.stratified(texts(), 0.1, 0.2, 1));
        assertNotEquals(one.test(), Splits.stratified(texts(), 0.1, 0.2, 2).test());
    }

    @Test
    void tablesAreStratifiedTooAndRegressionsSplitAtRandom() {
        var table =
                NumberDataset.classification(
                        "t",
                        List.of("x"),
                        series(30).features(),
                        IntStream.range(0, 30).map(i -> i / 20).toArray(),
                        List.of("a", "b"),
                        "sum");
        var split = Splits.stratified(table, 0.2, 0.2, 3);
        assertEquals(List.of(18, 6, 6), sizes(split));
        assertEquals(2, IntStream.of(split.test().classes()).sum(), "two of class b");
        assertEquals(List.of(6, 2, 2), sizes(Splits.stratified(series(10), 0.2, 0.2, 3)));
    }

    private static List<Integer> sizes(Split<NumberDataset> split) {
        return List.of(split.train().size(), split.dev().size(), split.test().size());
    }

    @Test
    void aSeriesIsCutInTime() {
        var split = Splits.chronological(series(10), 0.2, 0.3);
        assertEquals(List.of(5, 2, 3), sizes(split));
        assertEquals(4, split.train().features().maxNumber().intValue());
        assertEquals(5, split.dev().features().minNumber().intValue());
        assertEquals(7, split.test().features().minNumber().intValue());
    }

    @Test
    void aMapIsAppliedToAllThreeParts() {
        var firsts = Splits.stratified(texts(), 0.1, 0.2, 1).map(part -> part.rows(0));
        assertEquals(
                List.of(1, 1, 1),
                List.of(firsts.train().size(), firsts.dev().size(), firsts.test().size()));
    }

    @Test
    void sharesOutOfRangeAndClassesThatAreTooSmallAreRejected() {
        var shares =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Splits.stratified(texts(), 0.5, 0.5, 1));
        assertEquals(
                "dev and test must be above 0 and together below 1, got 0.5 and 0.5. Try 0.15"
                        + " each.",
                shares.getMessage());
        var small =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Splits.stratified(texts(), 0.01, 0.2, 1));
        assertEquals(
                "each part must have an example of \"a\", got 32, 0 and 8. Add examples or change"
                        + " the shares.",
                small.getMessage());
    }
}
