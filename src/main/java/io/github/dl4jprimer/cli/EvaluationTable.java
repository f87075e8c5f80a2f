package io.github.dl4jprimer.cli;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.experiment.EvaluationResult;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An evaluation for people and for programs, the same numbers for both.
 *
 * <p>With TP, FP and FN the counts of a class: {@code precision = TP / (TP + FP)}, {@code recall =
 * TP / (TP + FN)}, {@code F1 = 2 precision recall / (precision + recall)}.
 */
final class EvaluationTable {
    private EvaluationTable() {}

    /** A row a class: precision, recall, F1 and the number of examples. */
    static TextTable of(EvaluationResult result, List<String> labels, Language language) {
        var confusion = result.confusion();
        var table =
                TextTable.of(
                        language.choose("类别", "class"),
                        language.choose("精确率", "precision"),
                        language.choose("召回率", "recall"),
                        "F1",
                        language.choose("样本数", "examples"));
        for (var c = 0; c < labels.size(); c++) {
            table.row(
                    labels.get(c),
                    confusion.precision(c),
                    confusion.recall(c),
                    confusion.f1(c),
                    LongStream.of(confusion.counts()[c]).sum());
        }
        return table;
    }

    /** Accuracy, macro F1 and mean cross-entropy (in nats) in one line, four decimals each. */
    static String headline(EvaluationResult result, Language language) {
        return String.format(
                Locale.ROOT,
                language.choose(
                        "准确率 %.4f，宏平均 F1 %.4f，交叉熵 %.4f",
                        "accuracy %.4f, macro F1 %.4f, cross-entropy %.4f"),
                result.score("accuracy"),
                result.score("f1"),
                result.loss());
    }

    /**
     * All metrics as a JSON object, unrounded.
     *
     * @return {@code loss}, every score by its name, and {@code classes} by their names
     */
    static JsonObject json(EvaluationResult result, List<String> labels) {
        var json = new JsonObject();
        json.addProperty("loss", result.loss());
        result.scores().forEach(json::addProperty);
        var classes = new JsonObject();
        var confusion = result.confusion();
        for (var c = 0; c < labels.size(); c++) {
            var row = new JsonObject();
            row.addProperty("precision", confusion.precision(c));
            row.addProperty("recall", confusion.recall(c));
            row.addProperty("f1", confusion.f1(c));
            row.addProperty("examples", LongStream.of(confusion.counts()[c]).sum());
            classes.add(labels.get(c), row);
        }
        json.add("classes", classes);
        return json;
    }
}
