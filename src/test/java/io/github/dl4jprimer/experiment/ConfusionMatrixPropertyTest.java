package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What holds for any confusion matrix, classes that never occur included. */
class ConfusionMatrixPropertyTest {
    private static long[][] counts(Draw draw) {
        int classes = draw.between(1, 6);
        var counts = new long[classes][classes];
        for (var row : counts) {
            boolean occurs = draw.between(0, 3) > 0;
            Arrays.setAll(row, c -> occurs ? draw.between(0, 9) : 0);
        }
        return counts;
    }

    @Property
    void everyScoreIsAShare(long seed) {
        var matrix = new ConfusionMatrix(counts(new Draw(seed)));
        var scores =
                IntStream.range(0, matrix.counts().length)
                        .boxed()
                        .flatMapToDouble(
                                c ->
                                        Arrays.stream(
                                                new double[] {
                                                    matrix.precision(c),
                                                    matrix.recall(c),
                                                    matrix.f1(c),
                                                    matrix.accuracy(),
                                                    matrix.macroPrecision(),
                                                    matrix.macroRecall(),
                                                    matrix.macroF1()
                                                }));
        assertTrue(scores.allMatch(score -> score >= 0 && score <= 1), matrix.toString());
    }

    @Property
    void fOneIsTheHarmonicMeanOfPrecisionAndRecall(long seed) {
        var matrix = new ConfusionMatrix(counts(new Draw(seed)));
        for (int c = 0; c < matrix.counts().length; c++) {
            double p = matrix.precision(c);
            double r = matrix.recall(c);
            assertEquals(p + r == 0 ? 0 : 2 * p * r / (p + r), matrix.f1(c), 1e-12);
        }
    }

    @Property
    void swappingActualAndPredictedSwapsPrecisionAndRecall(long seed) {
        var counts = counts(new Draw(seed));
        var matrix = new ConfusionMatrix(counts);
        var swapped = ConfusionMatrix.empty(counts.length);
        for (int a = 0; a < counts.length; a++) {
            for (int b = 0; b < counts.length; b++) {
                swapped.counts()[b][a] = counts[a][b];
            }
        }
        assertEquals(matrix.macroPrecision(), swapped.macroRecall(), 1e-12);
        assertEquals(matrix.macroF1(), swapped.macroF1(), 1e-12);
        assertEquals(matrix.accuracy(), swapped.accuracy());
    }

    @Property
    void theOrderOfTheClassesDoesNotMatter(long seed) {
        var counts = counts(new Draw(seed));
        int last = counts.length - 1;
        var reversed = ConfusionMatrix.empty(counts.length);
        for (int a = 0; a <= last; a++) {
            for (int b = 0; b <= last; b++) {
                reversed.counts()[last - a][last - b] = counts[a][b];
            }
        }
        var matrix = new ConfusionMatrix(counts);
        assertEquals(matrix.macroF1(), reversed.macroF1(), 1e-12);
        assertEquals(matrix.macroPrecision(), reversed.macroPrecision(), 1e-12);
        assertEquals(matrix.accuracy(), reversed.accuracy());
    }

    @Property
    void countingAddsUpAndARightAnswerNeverLowersTheAccuracy(long seed) {
        var draw = new Draw(seed);
        var matrix = new ConfusionMatrix(counts(draw));
        long before = matrix.total();
        double accuracy = matrix.accuracy();
        int c = draw.between(0, matrix.counts().length - 1);
        matrix.add(c, c);
        assertEquals(before + 1, matrix.total());
        assertTrue(matrix.accuracy() >= accuracy);
        double correct =
                IntStream.range(0, matrix.counts().length)
                        .mapToDouble(i -> matrix.counts()[i][i])
                        .sum();
        assertEquals(correct, matrix.accuracy() * matrix.total(), 1e-9);
    }
}
