package io.github.dl4jprimer.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import io.github.dl4jprimer.regularization.DropoutRate;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout keeps the mean of any activation at any rate, by hand and in DL4J. */
class DropoutPropertyTest {
    private static final int DRAWS = 20_000;

    @Property
    void theMeanIsKeptByHand(long seed) {
        var draw = new Draw(seed);
        double rate = draw.number(0, 0.95);
        double x = draw.magnitude(-2, 2) * (draw.between(0, 1) * 2 - 1);
        var dropout = new Dropout(rate);
        var activations = Nd4j.valueArrayOf(new long[] {1, DRAWS}, x, DataType.DOUBLE);
        assertKept(x, rate, dropout.forward(activations, dropout.mask(activations, draw.random())));
    }

    @Property
    void theMeanIsKeptInDl4j(long seed) {
        var draw = new Draw(seed);
        double rate = draw.number(0.01, 0.95);
        double x = draw.magnitude(-2, 2) * (draw.between(0, 1) * 2 - 1);
        var activations = Nd4j.valueArrayOf(new long[] {1, DRAWS}, x, DataType.DOUBLE);
        Nd4j.getRandom().setSeed(seed);
        IDropout dropout = new DropoutRate(rate).toDl4j();
        var workspaces = LayerWorkspaceMgr.noWorkspacesImmutable();
        var output = activations.ulike();
        assertKept(x, rate, dropout.applyDropout(activations, output, 0, 0, workspaces));
    }

    /** Mean and share of zeros within five standard errors: a value is x / (1 - r) or 0. */
    private static void assertKept(double x, double rate, INDArray y) {
        double error = Math.abs(x) * Math.sqrt(rate / (1 - rate) / DRAWS);
        assertEquals(x, y.meanNumber().doubleValue(), 5 * error + 1e-9 * Math.abs(x));
        double dropped = y.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
        assertEquals(rate, dropped, 5 * Math.sqrt(rate * (1 - rate) / DRAWS) + 1e-9);
    }
}
