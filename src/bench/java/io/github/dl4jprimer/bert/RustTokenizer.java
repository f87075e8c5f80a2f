package io.github.dl4jprimer.bert;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * HuggingFace's tokenizers library, written in Rust, set up as BERT's: the second oracle, and the
 * peer of the benchmark.
 *
 * <p>Its native library is in its jar and is unpacked under {@code target}; nothing is fetched.
 */
public final class RustTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer rust;

    /** Sets the library up with a vocabulary, and with accents and case kept or not. */
    public RustTokenizer(Vocabulary vocabulary, boolean cased) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty(
                "RUST_FLAVOR", "cpu"); // it would look for one of CUDA where there is a GPU
        System.setProperty("DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
        var json = json(vocabulary, cased).toString().getBytes(StandardCharsets.UTF_8);
        try {
            rust =
                    HuggingFaceTokenizer.newInstance(
                            new ByteArrayInputStream(json),
                            Map.of("addSpecialTokens", "false", "truncation", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a text falls into. */
    record Tokens(int[] ids, List<String> tokens) {}

    /** Returns the ids of a text's tokens, without [CLS] and [SEP]. */
    public int[] ids(String text) {
        return tokens(text).ids();
    }

    /** Returns a text's tokens and their ids, without [CLS] and [SEP]. */
    Tokens tokens(String text) {
        var encoding = rust.encode(text, false, false);
        var ids = Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
        return new Tokens(ids, List.of(encoding.getTokens()));
    }

    @Override
    public void close() {
        rust.close();
    }

    private static JsonObject json(Vocabulary vocabulary, boolean cased) {
        var json = new JsonObject();
        json.addProperty("version", "1.0");
        json.add("added_tokens", added(vocabulary));
        json.add("normalizer", cased ? sequence(bert(true), typed("NFC")) : bert(false));
        json.add("pre_tokenizer", typed("BertPreTokenizer"));
        var model = typed("WordPiece");
        model.addProperty("unk_token", SpecialToken.UNK.text());
        model.addProperty("continuing_subword_prefix", Vocabulary.CONTINUATION);
        model.addProperty("max_input_chars_per_word", WordPiece.LONGEST_WORD);
        var ids = new JsonObject();
        vocabulary.tokens().forEach(token -> ids.addProperty(token, vocabulary.id(token)));
        model.add("vocab", ids);
        json.add("model", model);
        return json;
    }

    private static JsonArray added(Vocabulary vocabulary) {
        var added = new JsonArray();
        for (var token : SpecialToken.values()) {
            var one = new JsonObject();
            one.addProperty("id", vocabulary.id(token));
            one.addProperty("content", token.text());
            one.addProperty("special", true);
            for (var off : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                one.addProperty(off, false);
            }
            added.add(one);
        }
        return added;
    }

    private static JsonObject bert(boolean cased) {
        var bert = typed("BertNormalizer");
        bert.addProperty("clean_text", true);
        bert.addProperty("handle_chinese_chars", true);
        bert.addProperty("strip_accents", !cased);
        bert.addProperty("lowercase", !cased);
        return bert;
    }

    /**
     * The Python library composes accents with their letters (NFC); the Rust one has to be told.
     */
    private static JsonObject sequence(JsonObject... normalizers) {
        var sequence = typed("Sequence");
        var array = new JsonArray();
        Arrays.stream(normalizers).forEach(array::add);
        sequence.add("normalizers", array);
        return sequence;
    }

    private static JsonObject typed(String type) {
        var json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }
}
