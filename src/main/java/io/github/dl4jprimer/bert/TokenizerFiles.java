package io.github.dl4jprimer.bert;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a tokenizer as HuggingFace does: {@code vocab.txt} and {@code tokenizer_config.json}. */
final class TokenizerFiles {
    private TokenizerFiles() {}

    /**
     * Writes both files.
     *
     * @param maxLength the longest sequence the model takes
     */
    static void write(Path folder, BertTokenizer tokenizer, int maxLength) throws IOException {
        // Not Files.write(lines): on Windows its line ends would become part of the tokens.
        var lines = String.join("\n", tokenizer.vocabulary().tokens()) + "\n";
        Files.writeString(folder.resolve("vocab.txt"), lines);
        var json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                json.toJson(settings(tokenizer.settings(), maxLength)));
    }

    private static JsonObject settings(TokenizerSettings settings, int maxLength) {
        var json = new JsonObject();
        json.addProperty("tokenizer_class", "BertTokenizer");
        json.addProperty("do_lower_case", !settings.cased());
        json.addProperty("strip_accents", settings.stripAccents());
        json.addProperty("tokenize_chinese_chars", settings.chineseCharacters());
        json.addProperty("model_max_length", maxLength);
        for (var token : SpecialToken.values()) {
            json.addProperty(token.name().toLowerCase(Locale.ROOT) + "_token", token.text());
        }
        return json;
    }
}
