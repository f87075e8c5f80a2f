package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ActivationFunctionTest {
    private static final INDArray Z = row(-2, 0, 1);

    @Test
    void sigmoidIsOneHalfAtZeroAndSteepestThere() {
        INDArray expected = row(1 / (1 + Math.exp(2)), 0.5, 1 / (1 + Math.exp(-1)));
        assertClose(expected, ActivationFunction.SIGMOID.value(Z));
        assertEquals(0.25, ActivationFunction.SIGMOID.derivative(Z).getDouble(1), 1e-12);
    }

    @Test
    void tanhGoesThroughZeroWithSlopeOne() {
        assertClose(row(Math.tanh(-2), 0, Math.tanh(1)), ActivationFunction.TANH.value(Z));
        assertEquals(1, ActivationFunction.TANH.derivative(Z).getDouble(1), 1e-12);
    }

    @Test
    void reluCutsOffBelowZero() {
        assertClose(row(0, 0, 1), ActivationFunction.RELU.value(Z));
        assertClose(row(0, 0, 1), ActivationFunction.RELU.derivative(Z));
    }

    @Test
    void geluIsTheExactFormWithTheErrorFunction() {
        INDArray z = row(-1, 0, 1, 2);
        INDArray expected = row(-0.15865525393145705, 0, 0.841344746068543, 1.9544997361036416);
        assertClose(expected, ActivationFunction.GELU.value(z));
    }

    @ParameterizedTest
    @EnumSource
    void derivativeIsTheSlopeOfTheValue(ActivationFunction activation) {
        INDArray z = Nd4j.createFromArray(-3.1, -1.2, -0.3, 0.2, 0.9, 2.7);
        double e = 1e-6;
        INDArray slope = activation.value(z.add(e)).sub(activation.value(z.sub(e))).div(2 * e);
        assertClose(slope, activation.derivative(z), 1e-9, 0);
    }

    @ParameterizedTest
    @EnumSource
    void argumentStaysAndDataTypeIsKept(ActivationFunction activation) {
        INDArray z = Nd4j.createFromArray(-1f, 2f);
        assertEquals(DataType.FLOAT, activation.value(z).dataType());
        assertEquals(DataType.FLOAT, activation.derivative(z).dataType());
        assertEquals(Nd4j.createFromArray(-1f, 2f), z);
    }

    @ParameterizedTest
    @EnumSource
    void extremeArgumentsGiveFiniteNumbers(ActivationFunction activation) {
        INDArray z = row(-1000, 1000);
        assertEquals(0, activation.derivative(z).getDouble(0), 1e-12);
        assertTrue(Double.isFinite(activation.value(z).sumNumber().doubleValue()));
    }
}
