package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Attention by hand against PyTorch's numbers, sentence by sentence. */
class AttentionGoldenTest {
    private static final double ABSOLUTE = 1e-10;

    static List<JsonObject> scaledDotProduct() {
        return cases("attention/scaled_dot_product_attention");
    }

    static List<JsonObject> multiHead() {
        return cases("attention/multi_head_attention");
    }

    private static List<JsonObject> cases(String name) {
        var cases = new ArrayList<JsonObject>();
        Golden.read(name).getAsJsonArray("cases").forEach(one -> cases.add(one.getAsJsonObject()));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("scaledDotProduct")
    void weightsAndOutputAreThoseOfPyTorch(JsonObject golden) {
        var inputs = golden.getAsJsonObject("inputs");
        var outputs = golden.getAsJsonObject("outputs");
        for (long b = 0; b < 2; b++) {
            var q = sentence(inputs.get("q"), b);
            var k = sentence(inputs.get("k"), b);
            var attention = Attention.of(q, k, sentence(inputs.get("v"), b), mask(golden, b, q, k));
            assertClose(sentence(outputs.get("weights"), b), attention.weights(), ABSOLUTE, 0);
            assertClose(sentence(outputs.get("output"), b), attention.output(), ABSOLUTE, 0);
        }
    }

    /** PyTorch's biases become a last row of the weights, beside a column of ones in x. */
    @ParameterizedTest
    @MethodSource("multiHead")
    void everyHeadAndTheOutputAreThoseOfPyTorch(JsonObject golden) {
        var inputs = golden.getAsJsonObject("inputs");
        var outputs = golden.getAsJsonObject("outputs");
        int heads = golden.get("heads").getAsInt();
        var attention =
                new MultiHeadAttention(
                        withBias(inputs, "q"),
                        withBias(inputs, "k"),
                        withBias(inputs, "v"),
                        Golden.tensor(inputs.get("wo")),
                        heads);
        for (long b = 0; b < 2; b++) {
            var x = sentence(inputs.get("x"), b);
            var ones = Nd4j.ones(DataType.DOUBLE, x.size(0), 1);
            var result = attention.forward(Nd4j.concat(1, x, ones), mask(golden, b, x, x));
            var weights = sentence(outputs.get("attention_weights"), b); // [H, T, T]
            for (int h = 0; h < heads; h++) {
                assertClose(weights.slice(h), result.heads().get(h).weights(), ABSOLUTE, 0);
            }
            assertClose(sentence(outputs.get("context"), b), result.context(), ABSOLUTE, 0);
            var output = result.output().add(Golden.tensor(inputs.get("bo")));
            assertClose(sentence(outputs.get("output"), b), output, ABSOLUTE, 0);
        }
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
