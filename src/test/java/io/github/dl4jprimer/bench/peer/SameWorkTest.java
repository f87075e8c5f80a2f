package io.github.dl4jprimer.bench.peer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameWorkTest {
    private static final PeerModel MODEL = PeerCase.MLP_16.model();
    private static final PeerModel ENCODER = PeerCase.ENCODER_128.model();
    private static final List<Double> LOSSES = List.of(2.0, 1.5, 1.0);

    private static Measured measured(long parameters, Double... losses) {
        return new Measured("V 1", parameters, List.of(losses), 1, 1);
    }

    private static String refused(PeerModel model, Contender contender, Measured measured) {
        return assertThrows(
                        IllegalStateException.class,
                        () -> SameWork.check(model, contender, measured, LOSSES))
                .getMessage();
    }

    @Test
    void lossesMayDifferByTwoHundredthsOfTheirFall() {
        assertDoesNotThrow(
                () ->
                        SameWork.check(
                                MODEL,
                                Contender.DJL_BLOCKS,
                                measured(403, 2.0, 1.519, 0.981),
                                LOSSES));
        assertEquals(
                "losses of DJL 0.36 blocks must be [2.0, 1.5, 1.0], got [2.0, 1.521, 1.0]."
                        + " It does other work: mend it before comparing times.",
                refused(MODEL, Contender.DJL_BLOCKS, measured(403, 2.0, 1.521, 1.0)));
        refused(MODEL, Contender.DL4J, measured(403, 2.0, Double.NaN, 1.0));
    }

    @Test
    void parametersMustBeAsMany() {
        assertEquals(
                "parameters of DL4J 1.0.0-M2.1 must be 403, got 402."
                        + " It does other work: mend it before comparing times.",
                refused(MODEL, Contender.DL4J, measured(402, 2.0, 1.5, 1.0)));
    }

    @Test
    void dl4jsEncoderMayLackItsNormsButMustLearn() {
        long parameters = ENCODER.parameters();
        assertDoesNotThrow(
                () ->
                        SameWork.check(
                                ENCODER,
                                Contender.DL4J,
                                measured(parameters - 6400, 3.0, 2.5),
                                LOSSES));
        refused(ENCODER, Contender.DL4J, measured(parameters - 40_000, 3.0, 2.5));
        refused(ENCODER, Contender.DL4J, measured(parameters + 1, 3.0, 2.5));
        refused(ENCODER, Contender.DL4J, measured(parameters, 3.0, 3.0));
        refused(ENCODER, Contender.TORCH_SCRIPT, measured(parameters - 1, 2.0, 1.5, 1.0));
    }
}
