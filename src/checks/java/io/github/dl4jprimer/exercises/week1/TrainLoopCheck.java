package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.exercises.week1.TrainLoop.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-train-loop with slopes that can be followed by hand. */
class TrainLoopCheck {
    private final INDArray x = Nd4j.createFromArray(new double[][] {{1}, {2}, {3}});
    private final INDArray y = Nd4j.createFromArray(new double[][] {{1}, {3}, {8}});
    private final INDArray w = Nd4j.createFromArray(0.0);

    @Test
    void everyBatchTakesOneStep() {
        Expect.that("train(x, [[1], [3], [8]], [0], {0.5, batches of 2, 1 epoch})", () -> train(1))
                .leaves("x", x)
                .leaves("y", y)
                .leaves("w", w)
                .looksLikeIfThrown("past-the-end")
                .looksLike("last-batch-dropped", number(1))
                .looksLike("gradient-at-the-start", number(5))
                .looksLike("uphill", number(-5.5))
                .looksLike("whole-set-each-step", number(2))
                .looksLike("whole-set-each-step", number(3))
                .is(number(4.5));
    }

    @Test
    void theSecondEpochGoesOnWhereTheFirstEnded() {
        Expect.that("train(x, [[1], [3], [8]], [0], {0.5, batches of 2, 2 epochs})", () -> train(2))
                .looksLike("starts-afresh", number(4.5))
                .is(number(5.625));
    }

    @Test
    void rowsOfXAndYStayTogether() {
        List<String> seen = new ArrayList<>();
        Expect.that(
                        "batches of x = [[1], [2], [3]] and y = [[1], [3], [8]] in two epochs",
                        () -> {
                            TrainLoop.train(x, y, w, settings(2), recorder(seen));
                            return seen;
                        })
                .is(List.of("1 2 | 1 3", "3 | 8", "1 2 | 1 3", "3 | 8"));
    }

    @Test
    void aBatchMayBeLargerThanTheSet() {
        Settings large = new Settings(0.5, 10, 1);
        Expect.that(
                        "train(x, [[1], [3], [8]], [0], {0.5, batches of 10, 1 epoch})",
                        () -> TrainLoop.train(x, y, w, large, TrainLoopCheck::towardsTheMean))
                .looksLikeIfThrown("past-the-end")
                .looksLike("last-batch-dropped", number(0))
                .is(number(2));
    }

    @Test
    void withoutAnEpochNothingIsLearned() {
        Expect.that("train(…, 0 epochs)", () -> train(0)).is(number(0));
    }

    private INDArray train(int epochs) {
        return TrainLoop.train(x, y, w, settings(epochs), TrainLoopCheck::towardsTheMean);
    }

    private static Settings settings(int epochs) {
        return new Settings(0.5, 2, epochs);
    }

    private static INDArray towardsTheMean(INDArray x, INDArray y, INDArray w) {
        return w.sub(y.meanNumber().doubleValue());
    }

    private static TrainLoop.Gradient recorder(List<String> seen) {
        return (batchX, batchY, w) -> {
            seen.add(numbers(batchX) + " | " + numbers(batchY));
            return Nd4j.zerosLike(w);
        };
    }

    private static String numbers(INDArray column) {
        List<String> numbers = new ArrayList<>();
        for (int row = 0; row < column.length(); row++) {
            numbers.add(Long.toString((long) column.getDouble(row)));
        }
        return String.join(" ", numbers);
    }

    private static INDArray number(double value) {
        return Nd4j.createFromArray(value);
    }
}
