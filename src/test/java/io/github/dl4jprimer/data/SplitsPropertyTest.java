package io.github.dl4jprimer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Whatever the classes and the shares, a split loses nothing and has nothing twice. */
class SplitsPropertyTest {
    private static TextDataset texts(Draw draw) {
        var examples = new ArrayList<TextExample>();
        int classes = draw.between(1, 5);
        for (int c = 0; c < classes; c++) {
            int size = draw.between(12, 60);
            for (int i = 0; i < size; i++) {
                examples.add(new TextExample("告警 " + c + "-" + i, "类" + c));
            }
        }
        Collections.shuffle(examples, draw.random());
        return TextDataset.of("t", examples, "sum");
    }

    @Property
    void stratifiedPartsAreDisjointCompleteAndInProportion(long seed) {
        var draw = new Draw(seed);
        var data = texts(draw);
        double dev = draw.number(0.1, 0.4);
        double test = draw.number(0.1, 0.4);
        var split = Splits.stratified(data, dev, test, seed);
        var all =
                Stream.of(split.train(), split.dev(), split.test())
                        .flatMap(part -> part.texts().stream())
                        .sorted()
                        .toList();
        assertEquals(data.texts().stream().sorted().toList(), all);
        for (var label : data.labels()) {
            double n = count(data, label);
            assertEquals(n * dev, (double) count(split.dev(), label), 0.5 + 1e-9, label);
            assertEquals(n * test, (double) count(split.test(), label), 0.5 + 1e-9, label);
            assertTrue(count(split.train(), label) >= 1, label);
        }
    }

    private static long count(TextDataset part, String label) {
        return part.examples().stream().filter(example -> example.label().equals(label)).count();
    }

    @Property
    void aSplitKeepsTheOrderOfTheRows(long seed) {
        var draw = new Draw(seed);
        var data = texts(draw);
        var split = Splits.stratified(data, 0.2, 0.2, seed);
        for (var part : List.of(split.train(), split.dev(), split.test())) {
            int[] places = part.texts().stream().mapToInt(data.texts()::indexOf).toArray();
            assertArrayEquals(IntStream.of(places).sorted().toArray(), places);
        }
    }

    @Property
    void aCutInTimeIsCompleteAndNothingOfLaterComesEarlier(long seed) {
        var draw = new Draw(seed);
        int size = draw.between(10, 200);
        var values = Nd4j.arange(size).reshape(size, 1).castTo(DataType.FLOAT);
        var series = new NumberDataset("s", List.of("x"), values, values.dup(), List.of(), "sum");
        var split = Splits.chronological(series, draw.number(0.1, 0.4), draw.number(0.1, 0.4));
        double[] joined =
                Stream.of(split.train(), split.dev(), split.test())
                        .flatMapToDouble(
                                part -> DoubleStream.of(part.features().dup().data().asDouble()))
                        .toArray();
        assertArrayEquals(IntStream.range(0, size).asDoubleStream().toArray(), joined);
    }
}
