package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.week2.ContrastiveEmbeddings.Moved;
import io.github.dl4jprimer.data.CharacterNgrams;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ContrastiveEmbeddingsTest {
    private static final TextDataset TRAINING =
            lines(new TextExample("ab", "disk"), new TextExample("cd", "cpu"));

    /** Their characters mislead: by the bags the neighbours of the first and third are wrong. */
    private static final TextDataset DEV =
            lines(
                    new TextExample("cd", "disk"),
                    new TextExample("ab", "disk"),
                    new TextExample("ab", "cpu"),
                    new TextExample("cd", "cpu"));

    private static final PairedLines LINES =
            new PairedLines(TRAINING, DEV, CharacterNgrams.fit(TRAINING.texts(), 1, 10));

    private static TextDataset lines(TextExample... examples) {
        return new TextDataset("lines", List.of(examples), List.of("disk", "cpu"), "none");
    }

    /** Disk lies at 0 and CPU at 10; the dev lines, disk, disk, cpu, cpu, where they are said. */
    private static EmbeddedAlarms embedded(double... dev) {
        double[][] places = new double[dev.length][2];
        for (int i = 0; i < dev.length; i++) {
            places[i][0] = dev[i];
        }
        return new EmbeddedAlarms(
                Nd4j.createFromArray(new double[][] {{0, 0}, {10, 0}}),
                Nd4j.createFromArray(places),
                LINES);
    }

    private static List<Boolean> claim(EmbeddedAlarms before, EmbeddedAlarms after) {
        return claims(lab -> ContrastiveEmbeddings.claim(lab, List.of(new Moved(before, after))));
    }

    private final EmbeddedAlarms mixed = embedded(1, 9, 1, 9);
    private final EmbeddedAlarms sorted = embedded(1, 1, 9, 9);

    @Test
    void sortedNeighboursAndDistancesFulfilBothClaims() {
        assertEquals(List.of(true, true), claim(mixed, sorted));
    }

    @Test
    void noMoreNeighboursOfTheSameClassThanBeforeOrInTheBagsIsNoGain() {
        assertEquals(List.of(false, true), claim(sorted, sorted));
        // Half of them right is what the bags themselves have.
        assertEquals(List.of(false, false), claim(embedded(9, 9, 1, 1), mixed));
    }

    /** All right, but alike 1 and 1 apart and unlike only 1.25 on average. */
    @Test
    void classesThatKeepTheirDistanceBarelyAreNotApart() {
        assertEquals(List.of(true, false), claim(mixed, embedded(4, 4.9, 5.1, 6)));
    }

    @Test
    void theFiguresAreSharesInPercentAndMeanDistances() {
        var figures =
                found(lab -> ContrastiveEmbeddings.claim(lab, List.of(new Moved(mixed, sorted))))
                        .figures();
        assertEquals(50, figures.get("before.agreement"));
        assertEquals(100, figures.get("after.agreement"));
        assertEquals(0, figures.get("after.sameClassDistance"), 1e-6);
        assertEquals(8, figures.get("after.otherClassDistance"), 1e-6);
    }

    @Test
    void aLongLineIsCutAtTheWidthOfItsColumnWithItsClassBefore() {
        assertEquals("[disk] 磁盘满", ContrastiveEmbeddings.cut(new TextExample("磁盘满", "disk")));
        var cut = ContrastiveEmbeddings.cut(new TextExample("磁".repeat(40), "disk"));
        assertEquals("[disk] " + "磁".repeat(18) + "…", cut);
    }
}
