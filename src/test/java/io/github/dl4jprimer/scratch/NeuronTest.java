package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NeuronTest {
    private static final INDArray DISK = Nd4j.createFromArray(1.0, 0, 0);
    private static final INDArray CPU = Nd4j.createFromArray(0, 1.0, 0);

    private final Neuron diskAlarm = Neuron.of(ActivationFunction.SIGMOID, -1, 3, -2, -2);

    @Test
    void votesAreAddedUpAndBent() {
        var neuron = Neuron.of(ActivationFunction.TANH, 0.5, 2, -1);
        INDArray input = Nd4j.createFromArray(1.0, 3.0);
        assertClose(Nd4j.createFromArray(2.0, -3.0), neuron.votes(input));
        assertEquals(-0.5, neuron.score(input), 1e-12);
        assertEquals(Math.tanh(-0.5), neuron.output(input), 1e-12);
    }

    @Test
    void aDiskNeuronFiresForTheDiskAlarmAlone() {
        assertTrue(diskAlarm.output(DISK) > 0.8, "disk");
        assertTrue(diskAlarm.output(CPU) < 0.1, "cpu");
    }

    @Test
    void biasAloneSpeaksWhenAllInputsAreZero() {
        double expected = 1 / (1 + Math.exp(1));
        assertEquals(expected, diskAlarm.output(Nd4j.createFromArray(0.0, 0, 0)), 1e-12);
    }

    @Test
    void inputOfAnotherLengthIsRejected() {
        assertRejected(
                "input must be of shape [3], got shape [2]. Give one number a weight.",
                () -> diskAlarm.score(Nd4j.createFromArray(1.0, 2.0)));
    }

    @Test
    void weightsThatAreAMatrixAreRejected() {
        assertRejected(
                "weights must be a vector [D], got rank 2. Give one weight an input.",
                () -> new Neuron(Nd4j.zeros(2, 2), 0, ActivationFunction.RELU));
    }
}
