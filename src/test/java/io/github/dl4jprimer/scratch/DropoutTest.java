package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DropoutTest {

    @Test
    void survivorsSpeakUpAndTheOthersAreSilent() {
        INDArray mask = row(0, 2, 2);
        var dropout = new Dropout(0.5);
        assertClose(row(0, 4, -6), dropout.forward(row(1, 2, -3), mask));
        assertClose(row(0, 2, 2), dropout.backward(row(1, 1, 1), mask));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void theMeanIsKept(double rate) {
        INDArray x = Nd4j.ones(DataType.DOUBLE, 200, 200);
        var dropout = new Dropout(rate);
        INDArray y = dropout.forward(x, dropout.mask(x, new Random(1)));
        // Five standard errors of a mean over 40 000 masked ones.
        assertEquals(1, y.meanNumber().doubleValue(), 5 * Math.sqrt(rate / (1 - rate) / 40_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8})
    void theShareThatIsDroppedIsTheRate(double rate) {
        INDArray mask = new Dropout(rate).mask(normal(1, 200, 200), new Random(2));
        double dropped = mask.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
        assertEquals(rate, dropped, 5 * Math.sqrt(rate * (1 - rate) / 40_000));
        assertEquals(1 / (1 - rate), mask.maxNumber().doubleValue(), 1e-12);
    }

    @Test
    void rateZeroChangesNothing() {
        INDArray x = normal(3, 4, 5);
        assertEquals(x, new Dropout(0).forward(x, new Dropout(0).mask(x, new Random(1))));
    }

    @Test
    void backwardIsTheSlopeOfForward() {
        INDArray x = normal(4, 3, 4);
        INDArray downstream = normal(5, 3, 4);
        var dropout = new Dropout(0.4);
        INDArray mask = dropout.mask(x, new Random(6));
        INDArray slope =
                NumericalGradient.of(
                        () -> dropout.forward(x, mask).mul(downstream).sumNumber().doubleValue(),
                        x);
        assertClose(slope, dropout.backward(downstream, mask), 1e-8, 0);
    }

    @Test
    void theMaskFollowsTheSeedAndTheDataType() {
        INDArray x = Nd4j.ones(DataType.FLOAT, 4, 8);
        var dropout = new Dropout(0.5);
        var random = new Random(1);
        INDArray first = dropout.mask(x, random);
        assertEquals(first, dropout.mask(x, new Random(1)));
        assertNotEquals(first, dropout.mask(x, random));
        assertEquals(DataType.FLOAT, first.dataType());
    }

    @Test
    void droppingEverythingIsRejected() {
        assertRejected(
                "dropoutRate must be at least 0 and below 1, got 1.0. It is the share to drop",
                () -> new Dropout(1));
    }
}
