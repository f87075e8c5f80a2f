package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.week1.IrisSoftmaxRegression.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrisSoftmaxRegressionTest {
    /** Losses 1, 0.99, 0.98, ... over 21 steps. */
    private static Run falling(double accuracy) {
        return new Run(IntStream.range(0, 21).mapToDouble(i -> 1 - i / 100.0).toArray(), accuracy);
    }

    private static Run flat(double accuracy) {
        return new Run(
                new double[] {1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, accuracy);
    }

    @Test
    void theLateFallIsThatOfTheLastTenthOfTheSteps() {
        // A tenth of 21 steps is 2: from 0.82 to 0.80.
        assertEquals(0.02 / 0.82, IrisSoftmaxRegression.lateFall(falling(1)), 1e-12);
        assertEquals(0, IrisSoftmaxRegression.lateFall(flat(1)));
        assertEquals(0, IrisSoftmaxRegression.lateFall(new Run(new double[] {1}, 1)));
    }

    @Test
    void bothVersionsMustGetMostRight() {
        var good = List.of(falling(0.95), falling(0.91));
        var poor = List.of(falling(0.95), falling(0.8));
        assertEquals(
                List.of(true, true), claims(lab -> IrisSoftmaxRegression.claim(lab, good, good)));
        assertEquals(
                List.of(false, true), claims(lab -> IrisSoftmaxRegression.claim(lab, good, poor)));
        assertEquals(
                List.of(false, true), claims(lab -> IrisSoftmaxRegression.claim(lab, poor, good)));
    }

    @Test
    void aLossThatStandsStillOrRisesIsNotSaidToFall() {
        var settled = List.of(flat(0.95));
        assertEquals(
                List.of(true, false),
                claims(lab -> IrisSoftmaxRegression.claim(lab, settled, settled)));
        var rising = List.of(new Run(new double[] {1, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1, 1, 2}, 1));
        assertEquals(
                List.of(true, false),
                claims(lab -> IrisSoftmaxRegression.claim(lab, rising, rising)));
    }

    @Test
    void theFiguresAreMeansOverTheSplits() {
        var runs = List.of(falling(0.9), falling(1.0));
        var figures = found(lab -> IrisSoftmaxRegression.claim(lab, runs, runs)).figures();
        assertEquals(0.95, figures.get("byHand.testAccuracy"), 1e-12);
        assertEquals(0.02 / 0.82, figures.get("lateFall"), 1e-12);
    }
}
