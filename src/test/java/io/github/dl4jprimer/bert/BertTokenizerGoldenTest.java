package io.github.dl4jprimer.bert;

import static io.github.dl4jprimer.bert.TokenizerCases.ints;
import static io.github.dl4jprimer.bert.TokenizerCases.strings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the tokenizer to HuggingFace's, value for value. */
class BertTokenizerGoldenTest {
    private static final BertTokenizer UNCASED = TokenizerCases.tokenizer(false);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyStringHasTheTokensAndIdsOfHuggingFace(boolean cased) {
        var tokenizer = TokenizerCases.tokenizer(cased);
        var cases = TokenizerCases.of("cases");
        assertEquals(332, cases.size());
        for (var one : cases) {
            var text = one.get("text").getAsString();
            var expected = one.getAsJsonObject(cased ? "cased" : "lower");
            assertEquals(strings(expected.get("tokens")), tokenizer.tokenize(text), name(one));
            assertArrayEquals(ints(expected.get("ids")), tokenizer.ids(text), name(one));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextFallsIntoTheWordsOfHuggingFace(boolean cased) {
        var basic =
                new BasicTokenizer(
                        cased ? TokenizerSettings.keepingCase() : TokenizerSettings.uncased());
        var cases = TokenizerCases.of("cases");
        // Special tokens are taken out before.
        cases = cases.stream().filter(one -> !one.toString().contains("\"special\"")).toList();
        assertEquals(308, cases.size());
        for (var one : cases) {
            var expected =
                    strings(one.getAsJsonObject(cased ? "cased" : "lower").get("basic_tokens"));
            // Python lower-cases letter by letter before, which leaves no final sigma.
            expected = expected.stream().map(word -> word.replace('ς', 'σ')).toList();
            assertEquals(expected, basic.words(one.get("text").getAsString()), name(one));
        }
    }

    static List<JsonObject> encodings() {
        return TokenizerCases.of("encode");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void encodingsAreThoseOfHuggingFace(JsonObject one) {
        var options = options(one.getAsJsonObject("options"));
        var first = one.get("text_a").getAsString();
        var second = one.get("text_b").isJsonNull() ? null : one.get("text_b").getAsString();
        var expected = one.getAsJsonObject("result");
        if (expected.has("note")) {
            // The reference logs an error and returns a sequence that is too long.
            assertThrows(
                    IllegalArgumentException.class, () -> UNCASED.encode(first, second, options));
            return;
        }
        var actual =
                second == null
                        ? UNCASED.encode(first, options)
                        : UNCASED.encode(first, second, options);
        assertArrayEquals(ints(expected.get("input_ids")), actual.ids());
        assertArrayEquals(ints(expected.get("token_type_ids")), actual.segmentIds());
        assertArrayEquals(ints(expected.get("attention_mask")), actual.attentionMask());
        assertEquals(strings(expected.get("tokens")), actual.tokens());
    }

    private static EncodingOptions options(JsonObject json) {
        var options = EncodingOptions.defaults();
        if (json.has("add_special_tokens")) {
            options = options.withoutSpecialTokens();
        }
        if (json.has("max_length")) {
            options = options.withMaxLength(json.get("max_length").getAsInt());
        }
        if (json.has("padding")) {
            options = options.withPaddedLength(options.maxLength());
        }
        var truncation = json.has("truncation") ? json.get("truncation").getAsString() : "true";
        return truncation.equals("true")
                ? options
                : options.withTruncation(Truncation.valueOf(truncation.toUpperCase(Locale.ROOT)));
    }

    @Test
    void aBatchIsPaddedToItsLongest() {
        var batch = TokenizerCases.of("batch").get(0);
        var encodings = UNCASED.encodeAll(strings(batch.get("batch")), EncodingOptions.defaults());
        var expected = batch.getAsJsonObject("result");
        assertEquals(3, encodings.size());
        for (int row = 0; row < encodings.size(); row++) {
            var ids = ints(expected.getAsJsonArray("input_ids").get(row));
            var mask = ints(expected.getAsJsonArray("attention_mask").get(row));
            assertArrayEquals(ids, encodings.get(row).ids());
            assertArrayEquals(mask, encodings.get(row).attentionMask());
            assertArrayEquals(new int[ids.length], encodings.get(row).segmentIds());
        }
    }

    @Test
    void idsBecomeTheTextOfHuggingFace() {
        for (var one : TokenizerCases.of("decode")) {
            var ids = ints(one.get("ids"));
            assertEquals(one.get("decoded").getAsString(), UNCASED.decode(ids, false));
            assertEquals(one.get("decoded_skip_special").getAsString(), UNCASED.decode(ids, true));
        }
    }

    private static String name(JsonObject one) {
        return one.get("id") + " " + Arrays.toString(one.get("text").getAsString().toCharArray());
    }
}
