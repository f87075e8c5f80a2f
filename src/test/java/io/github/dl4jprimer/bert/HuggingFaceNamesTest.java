package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.BadInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuggingFaceNamesTest {
    @ParameterizedTest
    @CsvSource({
        "bert.embeddings.LayerNorm.gamma, bert.embeddings.LayerNorm.weight",
        "bert.embeddings.LayerNorm.beta, bert.embeddings.LayerNorm.bias",
        "cls.predictions.transform.LayerNorm.beta, cls.predictions.transform.LayerNorm.bias",
        "embeddings.word_embeddings.weight, bert.embeddings.word_embeddings.weight",
        "encoder.layer.0.output.LayerNorm.gamma, bert.encoder.layer.0.output.LayerNorm.weight",
        "pooler.dense.bias, bert.pooler.dense.bias",
        "module.bert.pooler.dense.bias, bert.pooler.dense.bias",
        "module.module.classifier.bias, classifier.bias",
        "classifier.weight, classifier.weight",
        "encoder, encoder",
        "some.gamma, some.gamma"
    })
    void bringsOldNamesToTodays(String old, String current) {
        assertEquals(current, HuggingFaceNames.current(old));
    }

    @Test
    void keepsTheNameInTheFileAndLeavesOutWhatSaysNothing() {
        var inFile =
                List.of(
                        "module.embeddings.LayerNorm.gamma",
                        "module.embeddings.position_ids",
                        "bert.embeddings.token_type_ids",
                        "cls.seq_relationship.weight",
                        "cls.predictions.bias");
        var names = HuggingFaceNames.byName(new LinkedHashSet<>(inFile), "here");
        var expected = Set.of("bert.embeddings.LayerNorm.weight", "cls.predictions.bias");
        assertEquals(expected, names.keySet());
        assertEquals(inFile.get(0), names.get("bert.embeddings.LayerNorm.weight"));
    }

    @Test
    void refusesATensorUnderTwoNames() {
        var twice = new LinkedHashSet<>(List.of("pooler.dense.bias", "bert.pooler.dense.bias"));
        var error = assertThrows(BadInput.class, () -> HuggingFaceNames.byName(twice, "here"));
        assertEquals(
                "tensor 'bert.pooler.dense.bias' must be in the checkpoint once, got it as"
                        + " 'pooler.dense.bias' and 'bert.pooler.dense.bias' (here). Remove one.",
                error.getMessage());
    }
}
