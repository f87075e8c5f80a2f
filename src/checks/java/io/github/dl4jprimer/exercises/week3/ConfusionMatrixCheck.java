package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.exercise.Expect;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-confusion-matrix. */
class ConfusionMatrixCheck {
    @Test
    void rowsAreActualAndColumnsPredicted() {
        counted(new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 1}, 2)
                .looksLike("transposed", matrix(new int[][] {{1, 0}, {1, 2}}))
                .looksLike("not-counted-up", matrix(new int[][] {{1, 1}, {0, 1}}))
                .is(matrix(new int[][] {{1, 1}, {0, 2}}));
    }

    @Test
    void aClassThatDoesNotOccurHasItsRowAndColumn() {
        counted(new int[] {0, 0, 1, 1, 1}, new int[] {0, 1, 1, 1, 0}, 3)
                .looksLikeIf("size-from-the-data", got -> got.size(0) == 2)
                .is(matrix(new int[][] {{1, 1, 0}, {1, 2, 0}, {0, 0, 0}}));
    }

    @Test
    void nothingToCountGivesZeros() {
        counted(new int[0], new int[0], 2).is(matrix(new int[2][2]));
    }

    @Test
    void theArgumentsStay() {
        int[] actual = {0, 1};
        int[] predicted = {1, 1};
        Expect.that(
                        "actual and predicted after ConfusionMatrix.of([0, 1], [1, 1], 2)",
                        () -> {
                            ConfusionMatrix.of(actual, predicted, 2);
                            return Arrays.toString(actual) + Arrays.toString(predicted);
                        })
                .looksLikeIf("input-changed", got -> true)
                .is("[0, 1][1, 1]");
    }

    @Test
    void theLargestEntryOffTheDiagonal() {
        worst(new int[][] {{5, 1, 0}, {3, 9, 0}, {0, 2, 4}})
                .looksLike("diagonal-counted", List.of(1, 1))
                .looksLike("transposed", List.of(0, 1))
                .is(List.of(1, 0));
    }

    @Test
    void ofEqualMistakesTheFirst() {
        worst(new int[][] {{0, 2, 0}, {1, 0, 2}, {0, 0, 0}})
                .looksLike("last-of-equals", List.of(1, 2))
                .is(List.of(0, 1));
    }

    @Test
    void withoutAMistakeThereIsNoWorst() {
        worst(new int[][] {{3, 0}, {0, 4}})
                .looksLike("diagonal-counted", List.of(1, 1))
                .is(List.of());
    }

    private static Expect<INDArray> counted(int[] actual, int[] predicted, int classes) {
        return Expect.that(
                "ConfusionMatrix.of(%s, %s, %d)"
                        .formatted(Arrays.toString(actual), Arrays.toString(predicted), classes),
                () -> matrix(ConfusionMatrix.of(actual, predicted, classes)));
    }

    private static Expect<List<Integer>> worst(int[][] counts) {
        return Expect.that(
                "ConfusionMatrix.worst(%s)".formatted(Arrays.deepToString(counts)),
                () -> ConfusionMatrix.worst(counts));
    }

    private static INDArray matrix(int[][] counts) {
        return Nd4j.createFromArray(counts);
    }
}
