package io.github.dl4jprimer.scratch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Attention by hand against PyTorch's numbers, sentence by sentence. */
@Tag("golden")
class AttentionGoldenTest {
    private static final String ATTENTION = "attention/scaled_dot_product_attention";
    private static final String HEADS = "attention/multi_head_attention";

    static Stream<Arguments> scaledDotProduct() {
        return cases(ATTENTION);
    }

    static Stream<Arguments> multiHead() {
        return cases(HEADS);
    }

    private static Stream<Arguments> cases(String file) {
        return Golden.cases(file).stream()
                .flatMap(
                        name ->
                                Stream.of(DataType.DOUBLE, DataType.FLOAT)
                                        .map(type -> Arguments.of(name, type)));
    }

    /** Tolerances of the reference values' README. */
    private record Precision(DataType type, Comparison comparison) {
        void close(INDArray expected, INDArray actual) {
            boolean exact = type == DataType.DOUBLE;
            comparison.close(expected, actual, exact ? 1e-10 : 1e-5, exact ? 0 : 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("scaledDotProduct")
    void weightsAndOutputAreThoseOfPyTorch(String name, DataType type, TestReporter reporter) {
        var golden = Golden.find(ATTENTION, name);
        var inputs = golden.getAsJsonObject("inputs");
        var outputs = golden.getAsJsonObject("outputs");
        var comparison = new Comparison(Verified.ATTENTION, ATTENTION, name, type);
        var precision = new Precision(type, comparison);
        for (long b = 0; b < 2; b++) {
            var q = sentence(inputs.get("q"), b).castTo(type);
            var k = sentence(inputs.get("k"), b).castTo(type);
            var v = sentence(inputs.get("v"), b).castTo(type);
            var attention = Attention.of(q, k, v, mask(golden, b, q, k));
            precision.close(sentence(outputs.get("weights"), b), attention.weights());
            precision.close(sentence(outputs.get("output"), b), attention.output());
        }
        comparison.report(reporter);
    }

    /** PyTorch's biases become a last row of the weights, beside a column of ones in x. */
    @ParameterizedTest
    @MethodSource("multiHead")
    void everyHeadAndTheOutputAreThoseOfPyTorch(String name, DataType type, TestReporter reporter) {
        var golden = Golden.find(HEADS, name);
        var inputs = golden.getAsJsonObject("inputs");
        var outputs = golden.getAsJsonObject("outputs");
        int heads = golden.get("heads").getAsInt();
        var attention =
                new MultiHeadAttention(
                        withBias(inputs, "q").castTo(type),
                        withBias(inputs, "k").castTo(type),
                        withBias(inputs, "v").castTo(type),
                        Golden.tensor(inputs.get("wo"), type),
                        heads);
        var comparison = new Comparison(Verified.ATTENTION, HEADS, name, type);
        var precision = new Precision(type, comparison);
        for (long b = 0; b < 2; b++) {
            var x = sentence(inputs.get("x"), b).castTo(type);
            var ones = Nd4j.ones(type, x.size(0), 1);
            var result = attention.forward(Nd4j.concat(1, x, ones), mask(golden, b, x, x));
            var weights = sentence(outputs.get("attention_weights"), b); // [H, T, T]
            for (int h = 0; h < heads; h++) {
                precision.close(weights.slice(h), result.heads().get(h).weights());
            }
            precision.close(sentence(outputs.get("context"), b), result.context());
            var output = result.output().add(Golden.tensor(inputs.get("bo"), type));
            precision.close(sentence(outputs.get("output"), b), output);
        }
        comparison.report(reporter);
    }

    private static INDArray withBias(JsonObject inputs, String name) {
        var bias = Golden.tensor(inputs.get("b" + name)).reshape(1, -1);
        return Nd4j.concat(0, Golden.tensor(inputs.get("w" + name)), bias);
    }

    private static INDArray sentence(JsonElement tensor, long b) {
        return Golden.tensor(tensor).slice(b).dup();
    }

    private static INDArray mask(JsonObject golden, long b, INDArray q, INDArray k) {
        return golden.has("mask")
                ? sentence(golden.get("mask"), b)
                : Nd4j.ones(q.size(0), k.size(0));
    }
}
