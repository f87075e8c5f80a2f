package io.github.dl4jprimer.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A BERT whose weights are in pytorch_model.bin. */
class BertTorchFileTest {
    @TempDir Path folder;

    private static float[] parameters(Path directory) {
        try (var checkpoint = BertCheckpoint.open(directory)) {
            return checkpoint.classifier(TinyBert.TRAINING).network().params().toFloatVector();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin-legacy-format", "bin-strided", "bin-parameters", "bin-wrapped"})
    void theNetworkIsTheSameBitByBit(String variant) {
        assertArrayEquals(
                parameters(TinyBert.CLASSIFIER),
                parameters(TinyBert.ROOT.resolve("variants").resolve(variant)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classifier", "variants/gamma-beta", "variants/fp16", "variants/bf16"})
    void bothFilesOfADirectoryAreTheSameModel(String variant) throws IOException {
        var directory = TinyBert.ROOT.resolve(variant);
        for (var name : List.of("config.json", "vocab.txt", "pytorch_model.bin")) {
            Files.copy(directory.resolve(name), folder.resolve(name));
        }
        assertArrayEquals(parameters(directory), parameters(folder));
    }

    @Test
    void safetensorsAreTakenWhereBothAre() throws IOException {
        for (var name : List.of("config.json", "vocab.txt", "model.safetensors")) {
            Files.copy(TinyBert.CLASSIFIER.resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("pytorch_model.bin"), "never opened");
        assertArrayEquals(parameters(TinyBert.CLASSIFIER), parameters(folder));
    }

    @Test
    void theTiedCopiesInAFileArePassedOver() throws IOException {
        for (var name : List.of("config.json", "vocab.txt", "pytorch_model.bin")) {
            Files.copy(TinyBert.ROOT.resolve("mlm").resolve(name), folder.resolve(name));
        }
        try (var torch = BertCheckpoint.open(folder);
                var plain = BertCheckpoint.open(TinyBert.ROOT.resolve("mlm"))) {
            assertEquals(44, torch.tensors().size());
            assertArrayEquals(
                    plain.maskedLanguageModel(TinyBert.TRAINING).network().params().toFloatVector(),
                    torch.maskedLanguageModel(TinyBert.TRAINING)
                            .network()
                            .params()
                            .toFloatVector());
        }
    }
}
