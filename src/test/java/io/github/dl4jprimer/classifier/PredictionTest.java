package io.github.dl4jprimer.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PredictionTest {
    private static final List<String> LABELS = List.of("disk", "cpu", "网络");

    private static List<Prediction> predictions(float[]... logits) {
        return Prediction.of(Nd4j.createFromArray(logits), LABELS);
    }

    /** e^ln2 : e^0 : e^ln5 is 2 : 1 : 5. */
    @Test
    void probabilitiesAreTheSoftmaxOfTheLogits() {
        float two = (float) Math.log(2);
        float five = (float) Math.log(5);
        var prediction = predictions(new float[] {two, 0, five}).get(0);
        assertEquals("网络", prediction.label());
        assertEquals(0.625, prediction.probability(), 1e-7);
        assertEquals(LABELS, List.copyOf(prediction.probabilities().keySet()));
        assertEquals(0.25, prediction.probabilities().get("disk"), 1e-7);
        assertEquals(0.125, prediction.probabilities().get("cpu"), 1e-7);
        assertEquals((double) two, prediction.logits().get("disk"));
        assertEquals(LABELS, List.copyOf(prediction.logits().keySet()));
    }

    @Test
    void hugeLogitsGiveProbabilitiesAllTheSame() {
        var prediction = predictions(new float[] {-3e38f, 3e38f, 3e38f}).get(0);
        assertEquals("cpu", prediction.label(), "the first of two equal ones");
        assertEquals(0.5, prediction.probability());
        assertEquals(0, prediction.probabilities().get("disk"));
    }

    @Test
    void rowsStayInOrderAndNoRowsGiveNoPredictions() {
        var two = predictions(new float[] {1, 0, 0}, new float[] {0, 1, 0});
        assertEquals(List.of("disk", "cpu"), two.stream().map(Prediction::label).toList());
        INDArray none = Logits.none(3);
        assertEquals(List.of(0L, 3L), List.of(none.size(0), none.size(1)));
        assertEquals(List.of(), Prediction.of(none, LABELS));
    }
}
