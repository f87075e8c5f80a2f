package io.github.dl4jprimer.exercises.week2;

import io.github.dl4jprimer.exercise.Expect;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w2-info-nce. */
class InfoNceCheck {
    private static final double ALIGNED = Math.log(1 + Math.exp(-2));

    @Test
    void partnersThatAgreeCostLittle() {
        INDArray a = array(new double[][] {{1, 0}, {0, 2}});
        INDArray b = array(new double[][] {{3, 0}, {0, 1}});
        Expect.that(
                        "InfoNce.loss([[1, 0], [0, 2]], [[3, 0], [0, 1]], 0.5)",
                        () -> InfoNce.loss(a, b, 0.5))
                .leaves("a", a)
                .leaves("b", b)
                .looksLike("length-not-removed", (log1p(-6) + log1p(-4)) / 2)
                .looksLike("temperature-multiplied", log1p(-0.5))
                .looksLike("temperature-left-out", log1p(-1))
                .looksLike("partner-not-in-the-sum", -2.0)
                .looksLike("sum-not-mean", 2 * ALIGNED)
                .looksLike("sign-forgotten", -ALIGNED)
                .is(ALIGNED);
    }

    @Test
    void aPicksAmongTheRowsOfB() {
        INDArray a = array(new double[][] {{1, 0}, {0, 1}});
        INDArray b = array(new double[][] {{1, 0}, {1, 1}});
        double near = Math.sqrt(0.5);
        double first = Math.log(Math.E + Math.exp(near)) - 1;
        double second = Math.log(1 + Math.exp(near)) - near;
        double turned = Math.log(2 * Math.exp(near)) - near;
        Expect.that(
                        "InfoNce.loss([[1, 0], [0, 1]], [[1, 0], [1, 1]], 1)",
                        () -> InfoNce.loss(a, b, 1))
                .looksLike("wrong-axis", (log1p(-1) + turned) / 2)
                .is((first + second) / 2);
    }

    @Test
    void aLowTemperatureStaysFinite() {
        INDArray a = array(new double[][] {{1, 0}, {0, 1}});
        INDArray b = array(new double[][] {{0, 1}, {1, 0}});
        Expect.that(
                        "InfoNce.loss([[1, 0], [0, 1]], [[0, 1], [1, 0]], 0.001)",
                        () -> InfoNce.loss(a, b, 0.001))
                .looksLikeIf("maximum-not-subtracted", got -> !Double.isFinite(got))
                .is(1000.0);
    }

    @Test
    void oneAloneCannotBeMistaken() {
        INDArray a = array(new double[][] {{1, 2, 3}});
        INDArray b = array(new double[][] {{-3, 0, 1}});
        Expect.that("InfoNce.loss([[1, 2, 3]], [[-3, 0, 1]], 0.05)", () -> InfoNce.loss(a, b, 0.05))
                .is(0.0);
    }

    @Test
    void embeddingsAllAlikeAreAGuess() {
        INDArray ones = Nd4j.onesLike(array(new double[4][3]));
        Expect.that(
                        "InfoNce.loss(ones(4, 3), ones(4, 3), 0.1)",
                        () -> InfoNce.loss(ones, ones, 0.1))
                .is(Math.log(4));
    }

    @Test
    void pyTorchHasTheSameLoss() {
        INDArray a =
                array(
                        new double[][] {
                            {
                                0.639291, 0.677860, 1.459328, 0.200808, 1.734234, 1.660336,
                                0.582478, 0.034080
                            },
                            {
                                -1.771175, 0.611238, 0.751722, -1.274680, 1.398597, 0.491395,
                                1.407280, -0.598001
                            },
                            {
                                -0.563190, -1.100018, 1.809551, 0.195007, 0.182814, 1.209438,
                                -0.568327, 0.099864
                            },
                            {
                                0.226678, -0.697154, -0.430339, -0.408644, 0.188456, -0.590053,
                                0.738743, -0.484202
                            },
                            {
                                0.080569, 0.412274, -1.227591, 0.710867, 1.030382, -1.652392,
                                0.022246, -1.622996
                            }
                        });
        INDArray b =
                array(
                        new double[][] {
                            {
                                0.719403, 0.964190, 0.965339, 0.548765, 1.875220, 1.796457,
                                1.667922, 0.028233
                            },
                            {
                                -2.168882, 0.872727, 0.615794, -1.444428, 1.564033, -0.218695,
                                1.221931, -0.612699
                            },
                            {
                                -0.918310, -1.579368, 1.004023, 0.201497, 1.111665, 2.156867,
                                -0.059651, -0.198869
                            },
                            {
                                -0.295109, -1.201823, 0.784563, -0.942443, 0.288047, -1.172142,
                                0.746864, 0.058726
                            },
                            {
                                0.830369, 0.736060, -2.049804, 0.625542, 1.431329, -2.407298,
                                -0.371310, -1.538910
                            }
                        });
        Expect.that("InfoNce.loss(a, b, 0.5)", () -> InfoNce.loss(a, b, 0.5)).is(0.655534248, 1e-5);
    }

    private static double log1p(double power) {
        return Math.log(1 + Math.exp(power));
    }

    private static INDArray array(double[][] numbers) {
        return Nd4j.createFromArray(numbers);
    }
}
