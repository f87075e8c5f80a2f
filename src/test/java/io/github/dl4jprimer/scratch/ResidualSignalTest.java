package io.github.dl4jprimer.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.scratch.ResidualSignal.Block;
import io.github.dl4jprimer.scratch.ResidualSignal.Wiring;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ResidualSignalTest {
    private static final INDArray X = Nd4j.createFromArray(new double[][] {{1, -2}, {3, 1}});
    private static final INDArray ONE = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}});
    private static final INDArray TWO = ONE.mul(2);

    private static INDArray rows(double... numbers) {
        return Nd4j.createFromArray(numbers).reshape(2, 2);
    }

    private static void close(INDArray wanted, INDArray got) {
        assertTrue(wanted.equalsWithEps(got, 1e-4), () -> wanted + " but " + got);
    }

    /** f(x) = relu(x) · 2: (1, -2) gives (2, 0) and (3, 1) gives (6, 2). */
    @Test
    void aBlockAddsItsFunctionToItsInput() {
        close(rows(2, 0, 6, 2), new Block(Wiring.PLAIN, ONE, TWO, X).output());
        close(rows(3, -2, 9, 3), new Block(Wiring.SHORTCUT, ONE, TWO, X).output());
        close(rows(1, -1, 1, -1), new Block(Wiring.POST_NORM, ONE, TWO, X).output());
        close(rows(3, -2, 5, 1), new Block(Wiring.PRE_NORM, ONE, TWO, X).output());
    }

    @ParameterizedTest
    @EnumSource(Wiring.class)
    void theGradientIsThatOfTheOutput(Wiring wiring) {
        var random = new Random(2);
        INDArray first = Initialization.XAVIER.weights(4, 4, random);
        INDArray second = Initialization.XAVIER.weights(4, 4, random);
        INDArray x = Initialization.TOO_LARGE.weights(3, 4, random);
        INDArray direction = Initialization.TOO_LARGE.weights(3, 4, random);
        INDArray got = new Block(wiring, first, second, x).backward(direction);
        for (int i = 0; i < 12; i++) {
            INDArray step = x.ulike().assign(0).putScalar(i, 1e-6);
            INDArray up = new Block(wiring, first, second, x.add(step)).output();
            INDArray down = new Block(wiring, first, second, x.sub(step)).output();
            double slope = up.sub(down).mul(direction).sumNumber().doubleValue() / 2e-6;
            assertEquals(slope, got.getDouble(i), 1e-6);
        }
    }

    /** Half the variance is lost or added a block: √½ and √1.5 to the power of the blocks. */
    @Test
    void withoutANormTheSignalShrinksOrGrowsByAFactorABlock() {
        var plain = new ResidualSignal(Wiring.PLAIN, 16, 128).run(3);
        var shortcut = new ResidualSignal(Wiring.SHORTCUT, 16, 128).run(3);
        assertEquals(Math.pow(0.5, 8), plain.get(15).signal(), 0.3 * Math.pow(0.5, 8));
        assertEquals(Math.pow(1.5, 8), shortcut.get(15).signal(), 0.3 * Math.pow(1.5, 8));
        assertEquals(Math.pow(0.5, 7.5), plain.get(0).gradient(), 0.3 * Math.pow(0.5, 7.5));
        assertEquals(1, plain.get(15).gradient(), 0.05);
    }

    @Test
    void aNormAfterTheSumKeepsItAtOneAndOneBeforeTheBlockAddsAConstant() {
        var post = new ResidualSignal(Wiring.POST_NORM, 16, 128).run(3);
        var pre = new ResidualSignal(Wiring.PRE_NORM, 16, 128).run(3);
        assertEquals(1, post.get(15).signal(), 1e-3);
        assertEquals(Math.sqrt(1 + 16 * 0.5), pre.get(15).signal(), 0.3);
    }

    @Test
    void blocksAreNumberedFromTheInputAndTheSeedDecides() {
        var signal = new ResidualSignal(Wiring.PRE_NORM, 3, 8);
        assertEquals(2, signal.run(1).get(1).number());
        assertEquals(signal.run(1), signal.run(1));
        assertTrue(signal.run(1).get(0).signal() != signal.run(2).get(0).signal());
    }

    @Test
    void noBlocksAndNoFeaturesAreRefused() {
        assertEquals(
                "blocks must be at least 1, got 0. Try 24.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ResidualSignal(Wiring.PLAIN, 0, 8))
                        .getMessage());
        assertEquals(
                "width must be at least 1, got 0. Try 64.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ResidualSignal(Wiring.PLAIN, 3, 0))
                        .getMessage());
    }
}
