package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EmbeddingLossesTest {
    /** Two pairs at distance 5 and 0.5. */
    private static final INDArray PAIRS =
            Nd4j.createFromArray(new double[][] {{3, 4}, {0, 0}, {1, 1}, {1, 1.5}});

    @Test
    void similarPairsPayHalfTheirSquaredDistanceOthersWhatIsMissingToTheMargin() {
        var labels = column(1, 1, 0, 0);
        // 25 / 2 and (2 - 0.5)^2 / 2, each in both rows of its pair
        assertEquals(
                column(12.5, 12.5, 1.125, 1.125),
                new Contrastive(2).rowLosses(labels, PAIRS, null));
        assertEquals(
                Nd4j.createFromArray(new double[][] {{1.5, 2}, {-1.5, -2}, {0, 0.75}, {0, -0.75}}),
                new Contrastive(2).gradient(labels, PAIRS, null));
    }

    @Test
    void dissimilarPairsBeyondTheMarginAreLeftAlone() {
        assertEquals(0, new Contrastive(0.4).mean(column(0, 0, 0, 0), PAIRS, null));
        assertEquals(PAIRS.mul(0), new Contrastive(0.4).gradient(column(0, 0, 0, 0), PAIRS, null));
    }

    @Test
    void anIdenticalDissimilarPairHasAFiniteGradient() {
        var same = Nd4j.ones(2, 3).castTo(PAIRS.dataType());
        assertEquals(0.5, new Contrastive(1).mean(column(0, 0), same, null));
        assertEquals(same.mul(0), new Contrastive(1).gradient(column(0, 0), same, null));
    }

    @Test
    void aTripletPaysUntilTheNegativeIsFartherByTheMargin() {
        // d(a, p) = 1, d(a, n) = 1.5 and 3
        var rows =
                Nd4j.createFromArray(
                        new double[][] {{0, 0}, {1, 0}, {0, 1.5}, {0, 0}, {1, 0}, {0, 3}});
        var loss = new TripletMargin(1, 0);
        assertEquals(column(0.5, 0.5, 0.5, 0, 0, 0), loss.rowLosses(rows, rows, null));
        assertEquals(
                Nd4j.createFromArray(
                        new double[][] {{-0.5, 0.5}, {0.5, 0}, {0, -0.5}, {0, 0}, {0, 0}, {0, 0}}),
                loss.gradient(rows, rows, null));
    }

    @Test
    void partnersInTheSameDirectionAtRightAnglesToTheRestCostAlmostNothing() {
        var rows = Nd4j.createFromArray(new double[][] {{2, 0}, {5, 0}, {0, 1}, {0, 7}});
        // Two candidates, cosine 1 and 0: -log(e^2 / (e^2 + 1)) at temperature 1/2
        double expected = Math.log(1 + Math.exp(-2));
        assertEquals(expected, InfoNce.simCse(0.5).mean(rows, rows, null), 1e-12);
        assertEquals(
                expected, new InfoNce(0.5, InfoNce.Form.SYMMETRIC).mean(rows, rows, null), 1e-12);
        // SimCLR adds the third row of the batch, also at right angles.
        assertEquals(
                Math.log(1 + 2 * Math.exp(-2)),
                new InfoNce(0.5, InfoNce.Form.NT_XENT).mean(rows, rows, null),
                1e-12);
        assertTrue(InfoNce.simCse(0.01).mean(rows, rows, null) < 1e-12);
    }

    @Test
    void aClassOfOneIsNoAnchor() {
        var rows = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 1}});
        assertEquals(
                0,
                new SupervisedContrastive(0.1)
                        .mean(Nd4j.eye(3).castTo(rows.dataType()), rows, null));
        assertEquals(rows.mul(0), new SupervisedContrastive(0.1).gradient(Nd4j.eye(3), rows, null));
    }

    @Test
    void brokenGroupsAreRefused() {
        var three = Nd4j.zeros(3, 2);
        assertMessage(
                "output must be [groups of 2 rows, D], got [3, 2]. Let the batch size be a multiple"
                        + " of 2.",
                () -> new Contrastive(1).mean(column(1, 1, 1), three, null));
        assertMessage(
                "output must be [groups of 2 rows, D], got [3, 2]. Let the batch size be a multiple"
                        + " of 2.",
                () -> InfoNce.simCse(1).mean(three, three, null));
        assertMessage(
                "output must be [groups of 3 rows, D], got [4, 2]. Let the batch size be a multiple"
                        + " of 3.",
                () -> TripletMargin.of(1).mean(PAIRS, PAIRS, null));
        assertMessage(
                "labels must be [4, 1] for output [4, 2], got [4, 2]. Give 1 or 0 in both rows of a"
                        + " pair.",
                () -> new Contrastive(1).mean(PAIRS, PAIRS, null));
        assertMessage(
                "mask must be absent for a loss of groups of rows, got [4, 1]. Leave whole groups"
                        + " out of the batch.",
                () -> InfoNce.simCse(1).mean(PAIRS, PAIRS, column(1, 1, 1, 1)));
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Contrastive(1).mean(column(1, 0, 1, 1), PAIRS, null));
        assertTrue(error.getMessage().startsWith("labels must be equal in both rows of a pair"));
    }

    @Test
    void wrongSettingsAreNamed() {
        assertMessage("margin must be above 0, got 0.0. 1 is usual.", () -> new Contrastive(0));
        assertMessage("margin must be above 0, got -1.0. 1 is usual.", () -> TripletMargin.of(-1));
        assertMessage(
                "epsilon must be at least 0, got -1.0. 1e-6 is usual.",
                () -> new TripletMargin(1, -1));
        assertMessage(
                "temperature must be above 0, got 0.0. 0.05 is usual for sentences.",
                () -> InfoNce.simCse(0));
        assertMessage(
                "form must be one of [SIMCSE, SYMMETRIC, NT_XENT], got null. SIMCSE is usual for"
                        + " sentences.",
                () -> new InfoNce(1, null));
        assertMessage(
                "temperature must be above 0, got NaN. 0.1 is usual.",
                () -> new SupervisedContrastive(Double.NaN));
    }

    private static INDArray column(double... values) {
        return Nd4j.createFromArray(values).reshape(values.length, 1);
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
