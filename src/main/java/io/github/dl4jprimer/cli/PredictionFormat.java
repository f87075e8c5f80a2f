package io.github.dl4jprimer.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.classifier.Prediction;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a prediction is written.
 *
 * <pre>
 * for people      disk	0.9871	磁盘使用率超过95%
 * with logits     disk	0.9871	4.1327 -0.2036	磁盘使用率超过95%
 * for programs    {"text": …, "label": …, "probability": …, "probabilities": {class: p}, "logits": {class: z}}
 * </pre>
 *
 * <p>Logits for people are rounded and stand in the order of the model's labels; those for programs
 * are exactly what the network computes.
 *
 * @param json whether a line is a JSON object
 * @param logits whether the logits are told
 */
record PredictionFormat(boolean json, boolean logits) {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Returns the line that answers {@code text}. */
    String line(String text, Prediction prediction) {
        return json ? object(text, prediction) : columns(text, prediction);
    }

    private String columns(String text, Prediction prediction) {
        var answer = prediction.label() + "\t" + rounded(prediction.probability()) + "\t";
        if (!logits) {
            return answer + text;
        }
        return prediction.logits().values().stream()
                .map(PredictionFormat::rounded)
                .collect(Collectors.joining(" ", answer, "\t" + text));
    }

    private String object(String text, Prediction prediction) {
        var object = new JsonObject();
        object.addProperty("text", text);
        object.addProperty("label", prediction.label());
        object.addProperty("probability", prediction.probability());
        object.add("probabilities", GSON.toJsonTree(prediction.probabilities()));
        if (logits) {
            object.add("logits", GSON.toJsonTree(prediction.logits()));
        }
        return GSON.toJson(object);
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
