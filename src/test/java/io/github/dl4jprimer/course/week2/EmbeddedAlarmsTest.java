package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class EmbeddedAlarmsTest {
    private static TextDataset lines(TextExample... examples) {
        return new TextDataset("lines", List.of(examples), List.of("disk", "cpu"), "none");
    }

    private final TextDataset training =
            lines(new TextExample("disk full", "disk"), new TextExample("cpu hot", "cpu"));
    private final TextDataset dev =
            lines(new TextExample("disk", "disk"), new TextExample("hot", "disk"));
    private final PairedLines lines =
            new PairedLines(training, dev, CharacterNgrams.fit(training.texts(), 1, 100));

    @Test
    void agreementIsTheShareOfNeighboursOfTheSameClass() {
        var embedded =
                new EmbeddedAlarms(
                        Nd4j.createFromArray(new double[][] {{0, 0}, {10, 0}}),
                        Nd4j.createFromArray(new double[][] {{1, 0}, {9, 0}}),
                        lines);
        assertArrayEquals(new int[] {0, 1}, embedded.neighbours());
        assertEquals(0.5, embedded.agreement());
        assertEquals(8, embedded.distance(true), 1e-9);
    }

    @Test
    void bagsAreComparedByTheirCharacters() {
        var bags = EmbeddedAlarms.bags(lines);
        assertArrayEquals(new int[] {0, 1}, bags.neighbours());
        assertEquals(lines.ngrams().size(), bags.dev().columns());
    }
}
