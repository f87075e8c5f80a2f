package io.github.dl4jprimer.bert;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The reference values under {@code golden/tokenizer}: what HuggingFace's tokenizer gives. */
public final class TokenizerCases {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "tokenizer");

    private TokenizerCases() {}

    /** Returns the vocabulary that all cases are about. */
    public static Vocabulary vocabulary() {
        return Vocabulary.read(FOLDER.resolve("vocab.txt"));
    }

    /** Returns the tokenizer that all cases are about. */
    public static BertTokenizer tokenizer(boolean cased) {
        return new BertTokenizer(
                vocabulary(),
                cased ? TokenizerSettings.keepingCase() : TokenizerSettings.uncased());
    }

    /** Returns the cases of a file, for example {@code "encode"}. */
    public static List<JsonObject> of(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file + ".jsonl")).stream()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> strings(JsonElement array) {
        return ((JsonArray) array).asList().stream().map(JsonElement::getAsString).toList();
    }

    static int[] ints(JsonElement array) {
        return ((JsonArray) array).asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    }
}
