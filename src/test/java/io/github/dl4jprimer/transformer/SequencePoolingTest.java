package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SequencePoolingTest {
    private static final LayerWorkspaceMgr NONE = LayerWorkspaceMgr.noWorkspaces();
    private static final INDArray X =
            Nd4j.createFromArray(
                    new float[][][] {{{1, 2}, {3, 4}, {5, 9}}, {{7, 8}, {1, 0}, {-1, 1}}});
    private static final INDArray DY = Nd4j.createFromArray(new float[][] {{6, 12}, {3, 9}});

    @Test
    void theMeanLeavesPaddingOut() {
        var layer = layer(SequencePooling.mean());
        mask(layer, new float[][] {{1, 1, 0}, {1, 0, 0}});
        INDArray y = layer.activate(X, true, NONE);
        assertEquals(Nd4j.createFromArray(new float[][] {{2, 3}, {7, 8}}), y);
        float[][][] wanted = {{{3, 6}, {3, 6}, {0, 0}}, {{3, 9}, {0, 0}, {0, 0}}};
        INDArray dx = layer.backpropGradient(DY, NONE).getSecond();
        assertEquals(Nd4j.createFromArray(wanted), dx);
    }

    @Test
    void withoutAMaskAllPositionsCount() {
        var layer = layer(SequencePooling.mean());
        INDArray y = layer.activate(X, true, NONE);
        INDArray wanted = Nd4j.createFromArray(new float[][] {{3, 5}, {7 / 3f, 3}});
        assertEquals(wanted, y);
        INDArray dx = layer.backpropGradient(DY, NONE).getSecond();
        assertEquals(2, dx.getFloat(0, 2, 0), 1e-6);
        assertEquals(3, dx.getFloat(1, 0, 1), 1e-6);
    }

    @Test
    void theFirstPositionTakesTheWholeGradient() {
        var layer = layer(SequencePooling.first());
        mask(layer, new float[][] {{1, 1, 0}, {1, 0, 0}});
        INDArray y = layer.activate(X, true, NONE);
        assertEquals(Nd4j.createFromArray(new float[][] {{1, 2}, {7, 8}}), y);
        float[][][] wanted = {{{6, 12}, {0, 0}, {0, 0}}, {{3, 9}, {0, 0}, {0, 0}}};
        INDArray dx = layer.backpropGradient(DY, NONE).getSecond();
        assertEquals(Nd4j.createFromArray(wanted), dx);
    }

    @Test
    void anExampleThatIsAllPaddingGivesZero() {
        var layer = layer(SequencePooling.mean());
        mask(layer, new float[][] {{0, 0, 0}, {0, 1, 0}});
        INDArray y = layer.activate(X, true, NONE);
        assertEquals(Nd4j.createFromArray(new float[][] {{0, 0}, {1, 0}}), y);
        INDArray dx = layer.backpropGradient(DY, NONE).getSecond();
        assertEquals(12, dx.sumNumber().doubleValue());
    }

    @Test
    void whatFollowsHasNoMask() {
        var layer = layer(SequencePooling.mean());
        assertNull(layer.feedForwardMaskArray(Nd4j.ones(2, 3), MaskState.Active, 2));
    }

    @Test
    void whatIsNoSequenceIsRefused() {
        var layer = layer(SequencePooling.mean());
        var shape =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> layer.activate(Nd4j.ones(2, 6), false, NONE));
        assertEquals(
                "input must be [B, T, 6], got [2, 6]. Keep batch, time, features in this order"
                        + " (RNNFormat.NWC).",
                shape.getMessage());
        var type =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> SequencePooling.mean().getOutputType(0, InputType.feedForward(6)));
        assertEquals(
                "input must be sequences [B, T, D], got InputTypeFeedForward(6). Put the pooling"
                        + " after the last block.",
                type.getMessage());
    }

    private static void mask(Layer layer, float[][] mask) {
        layer.setMaskArray(Nd4j.createFromArray(mask));
    }

    private static Layer layer(SequencePooling pooling) {
        var conf = new NeuralNetConfiguration.Builder().layer(pooling).build();
        return pooling.instantiate(conf, List.of(), 0, null, true, DataType.FLOAT);
    }
}
