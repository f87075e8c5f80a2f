package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w1-sgd-step. */
class SgdStepCheck {
    private final INDArray p = Nd4j.createFromArray(1.0, 2.0);
    private final INDArray g = Nd4j.createFromArray(10.0, -20.0);
    private final INDArray after = Nd4j.createFromArray(0.0, 4.0);
    private final INDArray uphill = Nd4j.createFromArray(2.0, 0.0);
    private final INDArray wholeGradient = Nd4j.createFromArray(-9.0, 22.0);

    @Test
    void theStepGoesAgainstTheGradient() {
        Expect.that("SgdStep.moved([1, 2], [10, -20], 0.1)", () -> SgdStep.moved(p, g, 0.1))
                .leaves("p", p)
                .leaves("g", g)
                .looksLike("uphill", uphill)
                .looksLike("rate-forgotten", wholeGradient)
                .is(after);
    }

    @Test
    void inPlaceTheArrayItselfChanges() {
        Expect.that("p after SgdStep.move(p, [10, -20], 0.1)", () -> move(p))
                .leaves("g", g)
                .looksLike("nothing-moved", p.dup())
                .looksLike("uphill", uphill)
                .looksLike("rate-forgotten", wholeGradient)
                .is(after);
    }

    @Test
    void aStepOnAViewMovesTheWholeOfTheParameters() {
        INDArray all = Nd4j.createFromArray(new double[][] {{7, 7}, {1, 2}});
        Expect.that(
                        "all after SgdStep.move(all.getRow(1), [10, -20], 0.1)",
                        () -> {
                            move(all.getRow(1));
                            return all;
                        })
                .looksLike("nothing-moved", all.dup())
                .is(Nd4j.createFromArray(new double[][] {{7, 7}, {0, 4}}));
    }

    @Test
    void aMatrixMovesLikeAVector() {
        INDArray w = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Expect.that(
                        "SgdStep.moved([[1, 2, 3], [4, 5, 6]], 1, 0.5)",
                        () -> SgdStep.moved(w, Nd4j.onesLike(w), 0.5))
                .is(w.sub(0.5));
    }

    @Test
    void onFlatGroundNothingMoves() {
        Expect.that("SgdStep.moved([1, 2], [0, 0], 0.1)", this::flat).is(p.dup());
    }

    private INDArray flat() {
        return SgdStep.moved(p, Nd4j.zerosLike(p), 0.1);
    }

    private INDArray move(INDArray parameters) {
        SgdStep.move(parameters, g, 0.1);
        return parameters;
    }
}
