package io.github.dl4jprimer.bert;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a BERT tokenizer leaves of a text; a model must be fed with the settings it was trained
 * with.
 *
 * @param cased whether upper case stays; {@code bert-base-chinese} and all others without "cased"
 *     in their name are not cased
 * @param stripAccents whether {@code é} becomes {@code e}
 * @param chineseCharacters whether each Chinese character is a word
 */
public record TokenizerSettings(boolean cased, boolean stripAccents, boolean chineseCharacters) {
    private static final String CLASSES = "(Bert|DistilBert|Electra)Tokenizer(Fast)?";

    /** Returns BERT's default: lower case, no accents. */
    public static TokenizerSettings uncased() {
        return new TokenizerSettings(false, true, true);
    }

    /** Returns the settings of cased models: case and accents stay. */
    public static TokenizerSettings keepingCase() {
        return new TokenizerSettings(true, false, true);
    }

    /** Returns these settings with accents stripped or not. */
    public TokenizerSettings withStripAccents(boolean strip) {
        return new TokenizerSettings(cased, strip, chineseCharacters);
    }

    /** Returns these settings with Chinese characters taken for words or not. */
    public TokenizerSettings withChineseCharacters(boolean words) {
        return new TokenizerSettings(cased, stripAccents, words);
    }

    /**
     * Reads {@code tokenizer_config.json}: {@code do_lower_case} (true), {@code strip_accents} (as
     * {@code do_lower_case}) and {@code tokenize_chinese_chars} (true).
     *
     * @throws BadInput if it is no JSON object, asks for another tokenizer or names other special
     *     tokens: the ids would be wrong without a word
     */
    public static TokenizerSettings read(Path file) {
        var json = object(file);
        var type = json.get("tokenizer_class");
        if (isGiven(type) && !text(type).matches(CLASSES)) {
            throw refused("tokenizer_class must be BertTokenizer", type, file);
        }
        if (!flag(json, "do_basic_tokenize", true, file)) {
            throw refused("do_basic_tokenize must be true", false, file);
        }
        for (var token : SpecialToken.values()) {
            checkSpelling(token, json, file);
        }
        boolean lower = flag(json, "do_lower_case", true, file);
        return new TokenizerSettings(
                !lower,
                flag(json, "strip_accents", lower, file),
                flag(json, "tokenize_chinese_chars", true, file));
    }

    /** A special token is given as its text or as an object that holds it. */
    private static void checkSpelling(SpecialToken token, JsonObject json, Path file) {
        var key = token.name().toLowerCase(Locale.ROOT) + "_token";
        var given = json.get(key);
        if (given instanceof JsonObject object) {
            given = object.get("content");
        }
        if (isGiven(given) && !text(given).equals(token.text())) {
            throw refused(key + " must be " + token.text(), given, file);
        }
    }

    private static boolean flag(JsonObject json, String key, boolean fallback, Path file) {
        var value = json.get(key);
        if (!isGiven(value)) {
            return fallback;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw refused(key + " must be true or false", value, file);
        }
        return value.getAsBoolean();
    }

    private static boolean isGiven(JsonElement value) {
        return value != null && !value.isJsonNull();
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private static JsonObject object(Path file) {
        try (var reader = new JsonReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            reader.setStrictness(Strictness.STRICT);
            var json = JsonParser.parseReader(reader);
            // A strict reader throws if anything but white space follows.
            if (json instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT) {
                return object;
            }
            throw refused("tokenizer settings must be a JSON object", json, file);
        } catch (JsonParseException | IOException e) {
            throw new BadInput(
                    "tokenizer settings must be a readable JSON object, got %s (%s). Copy or download the file again."
                            .formatted(e.getClass().getSimpleName(), file),
                    e);
        }
    }

    private static BadInput refused(String problem, Object got, Path file) {
        return new BadInput(
                "%s, got %s (%s). Use a BERT model's tokenizer_config.json."
                        .formatted(problem, got, file));
    }
}
