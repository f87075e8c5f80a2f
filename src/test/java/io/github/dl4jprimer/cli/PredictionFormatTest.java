package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.classifier.Prediction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionFormatTest {
    private static final String TEXT = "磁盘 <&\"\\ 满";

    private static Prediction prediction() {
        var probabilities = new LinkedHashMap<>(Map.of("网络", 0.125));
        probabilities.put("磁盘", 0.875);
        var logits = new LinkedHashMap<>(Map.of("网络", -0.75));
        logits.put("磁盘", 1.195949999);
        return new Prediction("磁盘", 0.875, probabilities, logits);
    }

    private static String line(boolean json, boolean logits) {
        return new PredictionFormat(json, logits).line(TEXT, prediction());
    }

    @Test
    void peopleReadRoundedColumnsWithTheLineLast() {
        assertEquals("磁盘\t0.8750\t" + TEXT, line(false, false));
        assertEquals("磁盘\t0.8750\t-0.7500 1.1959\t" + TEXT, line(false, true));
    }

    @Test
    void programsReadExactNumbersByClass() {
        var start =
                """
                {"text":"磁盘 <&\\"\\\\ 满","label":"磁盘","probability":0.875,\
                "probabilities":{"网络":0.125,"磁盘":0.875}\
                """;
        assertEquals(start + "}", line(true, false));
        assertEquals(start + ",\"logits\":{\"网络\":-0.75,\"磁盘\":1.195949999}}", line(true, true));
    }
}
