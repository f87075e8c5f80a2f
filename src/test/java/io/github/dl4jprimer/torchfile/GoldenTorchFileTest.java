package io.github.dl4jprimer.torchfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.safetensors.SafetensorsFile;
import io.github.dl4jprimer.safetensors.TensorType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files that PyTorch 1.13 wrote, against the same tensors as safetensors. */
class GoldenTorchFileTest {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden", "bert-tiny");

    /** Messages for what {@code corrupt/manifest.json} tells to reject. */
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "text.bin", "what torch.save wrote, got other bytes",
                    "empty.bin", "what torch.save wrote, got no bytes",
                    "bin_missing_storage.bin", "entry 'pytorch_model/data/3', got none",
                    "bin_short_storage.bin", "32 elements of storage '3', got 124 bytes",
                    "bin_unknown_global.bin", "the name '__builtin__.print'",
                    "bin_pickle_truncated.bin", "complete data, got an early end");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "classifier, classifier, 41",
        "variants/gamma-beta, variants/gamma-beta, 41",
        "variants/bin-legacy-format, classifier, 41",
        "variants/bin-strided, classifier, 41",
        "variants/bin-parameters, classifier, 41",
        "variants/bin-wrapped, classifier, 41",
        "variants/fp16, variants/fp16, 41",
        "variants/bf16, variants/bf16, 41",
        "variants/fp64, variants/fp64, 41",
        "mlm, mlm, 42"
    })
    void tensorsAreBitEqualToThoseInSafetensors(String torch, String safetensors, int count) {
        try (var actual = TorchFile.open(ROOT.resolve(torch).resolve("pytorch_model.bin"));
                var expected =
                        SafetensorsFile.open(
                                ROOT.resolve(safetensors).resolve("model.safetensors"))) {
            assertEquals(count, expected.tensors().size());
            expected.tensors()
                    .forEach(
                            (name, info) -> {
                                var read = actual.tensors().get(name);
                                assertEquals(info.shape(), read.shape(), name);
                                assertEquals(info.type(), read.type(), name);
                                assertEquals(info.bytes(), read.bytes(), name);
                                assertSame(expected.read(name), actual.read(name));
                            });
            var more = new HashSet<>(actual.tensors().keySet());
            more.removeAll(expected.tensors().keySet());
            assertEquals(
                    torch.equals("mlm")
                            ? Set.of(
                                    "cls.predictions.decoder.weight",
                                    "cls.predictions.decoder.bias")
                            : Set.of(),
                    more);
        }
    }

    @ParameterizedTest
    @CsvSource({"fp16, F16", "bf16, BF16", "fp64, F64"})
    void everyPrecisionIsReadIntoEveryOther(String variant, TensorType type) {
        var name = "bert.encoder.layer.0.attention.self.query.weight";
        var folder = ROOT.resolve("variants").resolve(variant);
        try (var file = TorchFile.open(folder.resolve("pytorch_model.bin"));
                var expected = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
            assertEquals(type, file.tensors().get(name).type());
            for (var target : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
                var array = Nd4j.create(target, 32, 32);
                file.readInto(name, array);
                assertSame(expected.read(name).castTo(target), array);
                var transposed = Nd4j.create(target, 32, 32).transpose();
                file.readInto(name, transposed);
                assertSame(expected.read(name).castTo(target), transposed);
            }
        }
    }

    /** Bit by bit; {@code INDArray.equals} lets 1e-5 pass. */
    private static void assertSame(INDArray expected, INDArray actual) {
        assertEquals(expected.dataType(), actual.dataType());
        assertArrayEquals(
                expected.reshape(expected.length()).toDoubleVector(),
                actual.dup('c').reshape(actual.length()).toDoubleVector());
    }

    static Stream<String> rejectedFiles() {
        var cases = Golden.read("bert-tiny/corrupt/manifest").getAsJsonArray("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("expect").getAsString().equals("reject"))
                .map(one -> one.get("file").getAsString())
                .filter(name -> name.endsWith(".bin"));
    }

    @ParameterizedTest
    @MethodSource("rejectedFiles")
    void whatTheManifestRejectsIsRefusedInOneLine(String name) {
        var path = ROOT.resolve("corrupt").resolve(name);
        assertTrue(Files.exists(path));
        var message = assertThrows(BadInput.class, () -> TorchFile.open(path)).getMessage();
        assertTrue(message.contains(ANSWERS.get(name)), message);
        assertTrue(message.contains("(" + path + "). "), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void everyCorruptFileIsInTheManifest() {
        assertEquals(ANSWERS.keySet(), Set.copyOf(rejectedFiles().toList()));
    }
}
