package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerSettingsTest {
    @TempDir private Path folder;

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("tokenizer_config.json"), json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|false|true|true",
                "{\"do_lower_case\": true}|false|true|true",
                "{\"do_lower_case\": false}|true|false|true",
                "{\"do_lower_case\": false, \"strip_accents\": null}|true|false|true",
                "{\"do_lower_case\": false, \"strip_accents\": true}|true|true|true",
                "{\"strip_accents\": false}|false|false|true",
                "{\"tokenize_chinese_chars\": false, \"model_max_length\": 512}|false|true|false",
                "{\"tokenizer_class\": \"BertTokenizerFast\"}|false|true|true",
                "{\"mask_token\": {\"content\": \"[MASK]\", \"lstrip\": false}}|false|true|true",
                "{\"pad_token\": \"[PAD]\", \"unk_token\": null}|false|true|true"
            })
    void theSettingsOfHuggingFaceAreRead(
            String json, boolean cased, boolean stripAccents, boolean chinese) throws IOException {
        assertEquals(
                new TokenizerSettings(cased, stripAccents, chinese),
                TokenizerSettings.read(file(json)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tokenizer_class\": \"RobertaTokenizer\"}|tokenizer_class must be BertTokenizer,"
                        + " got \"RobertaTokenizer\"",
                "{\"do_basic_tokenize\": false}|do_basic_tokenize must be true, got false",
                "{\"do_lower_case\": \"yes\"}|do_lower_case must be true or false, got \"yes\"",
                "{\"strip_accents\": {}}|strip_accents must be true or false, got {}",
                "{\"unk_token\": \"<unk>\"}|unk_token must be [UNK], got \"<unk>\"",
                "{\"cls_token\": {\"content\": \"<s>\"}}|cls_token must be [CLS], got \"<s>\"",
                "{\"sep_token\": 7}|sep_token must be [SEP], got 7",
                "''|tokenizer settings must be a JSON object, got null",
                "[1]|tokenizer settings must be a JSON object, got [1]"
            })
    void anotherTokenizersSettingsAreRefused(String json, String problem) throws IOException {
        var file = file(json);
        var error = assertThrows(BadInput.class, () -> TokenizerSettings.read(file));
        assertEquals(
                "%s (%s). Use a BERT model's tokenizer_config.json.".formatted(problem, file),
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{do_lower_case: true}", "{} {}", "nul", "{\"a\": 1,}"})
    void whatIsNotJsonIsRefusedInOneLine(String text) throws IOException {
        var file = file(text);
        var error = assertThrows(BadInput.class, () -> TokenizerSettings.read(file));
        assertTrue(
                error.getMessage().startsWith("tokenizer settings must be a readable JSON object"),
                error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    @Test
    void bytesThatAreNotUtf8AndMissingFilesAreRefused() throws IOException {
        var file = file("");
        Files.write(file, "{\"a\": \"磁\"}".getBytes(StandardCharsets.UTF_16));
        assertThrows(BadInput.class, () -> TokenizerSettings.read(file));
        Files.delete(file);
        assertThrows(BadInput.class, () -> TokenizerSettings.read(file));
    }
}
