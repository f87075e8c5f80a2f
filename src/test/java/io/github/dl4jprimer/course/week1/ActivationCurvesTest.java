package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.scratch.ActivationFunction;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class ActivationCurvesTest {
    @TempDir private Path folder;

    @Test
    void anActivationIsFoundByItsNameInAnyCase() {
        assertEquals(ActivationFunction.TANH, ActivationCurves.named("tanh"));
        assertEquals(ActivationFunction.RELU, ActivationCurves.named("ReLU"));
    }

    @Test
    void anUnknownActivationIsRefusedWithTheOnesThereAre() {
        var error = assertThrows(BadInput.class, () -> ActivationCurves.named("swish"));
        assertEquals(
                "activation must be one of [SIGMOID, TANH, RELU, GELU], got swish. Choose one of"
                        + " them.",
                error.getMessage());
    }

    @Test
    void theTableHoldsTheTextbookValues() {
        var table =
                LabBench.run(new ActivationCurves(), new ActivationCurves().quick(), folder)
                        .tables()
                        .get(0)
                        .table();
        var atZero = table.rows().get(2);
        assertEquals("0.5000", atZero.get(1));
        assertEquals("0.2500", atZero.get(2));
        assertEquals("0", atZero.get(3));
        assertEquals("1.000", atZero.get(4));
        assertEquals("0.5000", atZero.get(8));
    }

    /** DL4J trap: an argument is handed over and comes back changed. */
    @Test
    void nd4jGeluOverwritesItsArgument() {
        var z = Nd4j.createFromArray(2.0);
        Nd4j.nn().gelu(z);
        assertNotEquals(2.0, z.getDouble(0));
    }
}
