package io.github.dl4jprimer.bench.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.bench.Spread;
import io.github.dl4jprimer.bench.peer.PeerModel.Encoder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeerModelTest {
    @Test
    void aPerceptronHasItsMatricesAndBiases() {
        assertEquals(4 * 16 + 16 + 16 * 16 + 16 + 16 * 3 + 3, PeerCase.MLP_16.model().parameters());
    }

    @Test
    void anEncoderHasBertsParameters() {
        var bert = (Encoder) PeerCase.BERT_BASE.model();
        long block = 4 * (768 * 768 + 768) + 768 * 3072 + 3072 + 3072 * 768 + 768 + 4 * 768;
        assertEquals(7_087_872, block);
        long rest = (21128 + 128 + 2) * 768 + 768 * 10 + 10;
        assertEquals(12 * block + rest, bert.parameters());
        assertEquals(
                Encoder.TENSORS_OF_THE_EMBEDDING + 12 * Encoder.TENSORS_A_BLOCK + 2,
                bert.tensors().size());
    }

    /** i = 0, 1, 2 and k = 3: n = 0, 166002415, 332055176, worked out by hand. */
    @Test
    void drawnValuesFollowTheFormula() {
        double[] units = IntStream.range(0, 3).mapToDouble(i -> Tensor.unit(i, 3)).toArray();
        double size = Math.pow(2, 31);
        assertArrayEquals(new double[] {0, 166_002_415 / size, 332_055_176 / size}, units, 1e-15);
        var values = Tensor.weights(1, 4).values(3);
        assertEquals(-0.5f, values[0]);
        assertEquals((float) (0.5 * (2 * units[1] - 1)), values[1]);
    }

    @Test
    void drawnValuesFillTheirRangeEvenly() {
        var values = Tensor.weights(200, 100).values(7);
        var counts = new int[10];
        for (float value : values) {
            counts[(int) ((value + 0.1) / 0.2 * 10)]++;
        }
        for (int count : counts) {
            assertTrue(Math.abs(count - 2000) < 200, "about a tenth: " + count);
        }
    }

    @Test
    void gainsAreOnesAndBiasesZeros() {
        assertArrayEquals(new float[] {1, 1}, Tensor.ones(2).values(0));
        assertArrayEquals(new float[] {0, 0}, Tensor.zeros(2).values(0));
    }

    @Test
    void casesAndContendersHaveNamesToType() {
        assertEquals(PeerCase.ENCODER_768, PeerCase.named("encoder-768"));
        assertEquals(Contender.TORCH_SCRIPT, Contender.named("torch-script"));
        assertEquals(
                "case must be one of encoder-768, encoder-128, bert-base, mlp-1024, mlp-256,"
                        + " mlp-16, got mlp. Choose one of them.",
                assertThrows(IllegalArgumentException.class, () -> PeerCase.named("mlp"))
                        .getMessage());
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        assertEquals(
                new Ratio(new Spread(0.5, 0.25, 2)),
                Ratio.of(List.of(1.0, 1.0, 2.0), List.of(2.0, 4.0, 1.0)));
        assertEquals(
                "rounds must be at least 1 and as many for both, got 1 and 2. Measure both in each"
                        + " round.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Ratio.of(List.of(1.0), List.of(1.0, 2.0)))
                        .getMessage());
    }

    @Test
    void entrantsAreNamedAfterTheirDefaults() {
        assertEquals("primer", Entrant.PRIMER.key());
        assertEquals("djl-blocks@defaults", new Entrant(Contender.DJL_BLOCKS, true).key());
        assertEquals("djl-blocks", new Entrant(Contender.DJL_BLOCKS, false).key());
    }

    @Test
    void theJsonHasEveryRound() {
        var json = MadeUpResults.all().json();
        assertEquals(6, json.split("\"primer\": ", -1).length - 1);
        assertEquals(6, json.split("\"dl4j@defaults\": ", -1).length - 1);
        assertEquals(2 * 6 * 9, json.split("\"train\": ", -1).length - 1);
        assertTrue(json.contains("\"processor\": \"P\""));
    }
}
