package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import io.github.dl4jprimer.experiment.ConfusionMatrix;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of ten disk lines eight are found; of ten network lines nine. */
class EvaluationTableTest {
    private static final List<String> LABELS = List.of("磁盘", "network");

    private static EvaluationResult result() {
        var scores = new LinkedHashMap<String, Double>();
        scores.put("accuracy", 0.85);
        scores.put("f1", 0.8496);
        return new EvaluationResult(
                0.25, scores, new ConfusionMatrix(new long[][] {{8, 2}, {1, 9}}));
    }

    @Test
    void aRowAClassHoldsPrecisionRecallAndF1() {
        assertEquals(
                """
                class    precision  recall      F1  examples
                ───────  ─────────  ──────  ──────  ────────
                磁盘        0.8889  0.8000  0.8421        10
                network     0.8182  0.9000  0.8571        10
                """,
                EvaluationTable.of(result(), LABELS, Language.EN).text());
    }

    @Test
    void bothLanguagesHaveTheSameNumbers() {
        var chinese = EvaluationTable.of(result(), LABELS, Language.ZH);
        assertEquals(List.of("类别", "精确率", "召回率", "F1", "样本数"), chinese.head());
        assertEquals(EvaluationTable.of(result(), LABELS, Language.EN).rows(), chinese.rows());
        assertEquals(
                "准确率 0.8500，宏平均 F1 0.8496，交叉熵 0.2500",
                EvaluationTable.headline(result(), Language.ZH));
        assertEquals(
                "accuracy 0.8500, macro F1 0.8496, cross-entropy 0.2500",
                EvaluationTable.headline(result(), Language.EN));
    }

    @Test
    void theJsonHoldsLossScoresAndClasses() {
        var json =
                JsonParser.parseString(EvaluationTable.json(result(), LABELS).toString())
                        .getAsJsonObject();
        assertEquals(Set.of("loss", "accuracy", "f1", "classes"), json.keySet());
        assertEquals(0.25, json.get("loss").getAsDouble());
        var disk = json.getAsJsonObject("classes").getAsJsonObject("磁盘");
        assertEquals(Set.of("precision", "recall", "f1", "examples"), disk.keySet());
        assertEquals(8.0 / 9, disk.get("precision").getAsDouble(), 1e-12);
        assertEquals(0.8, disk.get("recall").getAsDouble(), 1e-12);
        assertEquals(16.0 / 19, disk.get("f1").getAsDouble(), 1e-12);
        assertEquals(10, disk.get("examples").getAsLong());
    }
}
