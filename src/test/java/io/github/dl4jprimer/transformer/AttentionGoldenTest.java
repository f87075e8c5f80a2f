package io.github.dl4jprimer.transformer;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.transformer.kernel.AttentionKernel;
import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import io.github.dl4jprimer.transformer.kernel.Floats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Attention against PyTorch's: weights, output and every gradient, both faces. */
@Tag("golden")
class AttentionGoldenTest {
    /** Self-attention has one length; the case with two is for other attentions. */
    static List<JsonObject> oneHead() {
        return GoldenCases.of("scaled_dot_product_attention").stream()
                .filter(one -> !one.get("name").getAsString().startsWith("cross_lengths"))
                .toList();
    }

    static List<JsonObject> multiHead() {
        return GoldenCases.of("multi_head_attention");
    }

    @ParameterizedTest
    @MethodSource("oneHead")
    void oneHeadIsPyTorchInDouble(JsonObject golden, TestReporter reporter) {
        readableHead(reporter, golden, DataType.DOUBLE, 1e-10, 0);
    }

    @ParameterizedTest
    @MethodSource("oneHead")
    void oneHeadIsPyTorchInFloat(JsonObject golden, TestReporter reporter) {
        readableHead(reporter, golden, DataType.FLOAT, 1e-5, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("oneHead")
    void oneHeadOfTheKernelIsPyTorch(JsonObject golden, TestReporter reporter) {
        var comparison =
                GoldenCases.comparison("scaled_dot_product_attention", golden, DataType.FLOAT);
        INDArray qkv = beside(golden.getAsJsonObject("inputs"), DataType.FLOAT, "q", "k", "v");
        float[] seen = keys(golden, DataType.FLOAT).ravel().toFloatVector();
        var kernel = new AttentionKernel(2, 5, 1, 8, seen, causal(golden), DropoutMask.none());
        INDArray weights = Nd4j.valueArrayOf(new long[] {2, 5, 5}, Float.NaN, DataType.FLOAT);
        INDArray context = Nd4j.valueArrayOf(new long[] {2, 5, 8}, Float.NaN, DataType.FLOAT);
        INDArray gradient = Nd4j.valueArrayOf(new long[] {2, 5, 24}, Float.NaN, DataType.FLOAT);
        INDArray work = Nd4j.zeros(DataType.FLOAT, AttentionKernel.workSize(5));
        INDArray dOutput = Golden.tensor(golden.get("grad_output"), DataType.FLOAT);
        kernel.forward(Floats.of(qkv), Floats.of(weights), Floats.of(context), Floats.of(work));
        kernel.backward(
                Floats.of(qkv),
                Floats.of(weights),
                Floats.of(dOutput),
                Floats.of(gradient),
                Floats.of(work));
        var outputs = golden.getAsJsonObject("outputs");
        INDArray byQuery = weights.permute(0, 2, 1); // the kernel keeps them by key
        comparison.close(Golden.tensor(outputs.get("weights")), byQuery, 1e-5, 1e-4);
        comparison.close(Golden.tensor(outputs.get("output")), context, 1e-5, 1e-4);
        comparison.close(gradients(golden), gradient, 1e-5, 1e-4);
        comparison.report(reporter);
    }

    @ParameterizedTest
    @MethodSource("multiHead")
    void allHeadsArePyTorchInDouble(JsonObject golden, TestReporter reporter) {
        readableHeads(reporter, golden, DataType.DOUBLE, 1e-10, 0);
    }

    @ParameterizedTest
    @MethodSource("multiHead")
    void allHeadsArePyTorchInFloat(JsonObject golden, TestReporter reporter) {
        readableHeads(reporter, golden, DataType.FLOAT, 1e-5, 1e-4);
    }

    private static void readableHead(
            TestReporter reporter,
            JsonObject golden,
            DataType type,
            double absolute,
            double relative) {
        var comparison = GoldenCases.comparison("scaled_dot_product_attention", golden, type);
        INDArray qkv = beside(golden.getAsJsonObject("inputs"), type, "q", "k", "v");
        var attention = new SelfAttention(1, causal(golden));
        var result = attention.forward(qkv, keys(golden, type), DropoutMask.none());
        var outputs = golden.getAsJsonObject("outputs");
        INDArray weights = result.weights().reshape('c', 2, 5, 5);
        comparison.close(Golden.tensor(outputs.get("weights")), weights, absolute, relative);
        INDArray context = result.context();
        comparison.close(Golden.tensor(outputs.get("output")), context, absolute, relative);
        INDArray gradient =
                attention.backward(result, Golden.tensor(golden.get("grad_output"), type));
        comparison.close(gradients(golden), gradient, absolute, relative);
        comparison.report(reporter);
    }

    private static void readableHeads(
            TestReporter reporter,
            JsonObject golden,
            DataType type,
            double absolute,
            double relative) {
        var comparison = GoldenCases.comparison("multi_head_attention", golden, type);
        var inputs = golden.getAsJsonObject("inputs");
        var qkv = new Linear("qkv", beside(inputs, type, "wq", "wk", "wv"), biases(inputs, type));
        var out = new Linear("o", tensor(inputs, "wo", type), tensor(inputs, "bo", type));
        var attention = new SelfAttention(golden.get("heads").getAsInt(), causal(golden));
        INDArray x = tensor(inputs, "x", type).reshape('c', 10, 8);
        INDArray projected = qkv.forward(x).dup('c').reshape('c', 2, 5, 24);
        var result = attention.forward(projected, keys(golden, type), DropoutMask.none());
        var outputs = golden.getAsJsonObject("outputs");
        comparison.close(
                Golden.tensor(outputs.get("attention_weights")),
                result.weights(),
                absolute,
                relative);
        INDArray context = result.context();
        comparison.close(Golden.tensor(outputs.get("context")), context, absolute, relative);
        INDArray y = out.forward(context.reshape('c', 10, 8)).dup('c').reshape('c', 2, 5, 8);
        comparison.close(Golden.tensor(outputs.get("output")), y, absolute, relative);

        var found = gradientArrays(type);
        INDArray dy = Golden.tensor(golden.get("grad_output"), type).reshape('c', 10, 8);
        INDArray dContext = out.backward(context.reshape('c', 10, 8), dy, found).dup('c');
        INDArray dQkv = attention.backward(result, dContext.reshape('c', 2, 5, 8));
        INDArray dx = qkv.backward(x, dQkv.dup('c').reshape('c', 10, 24), found);
        var wanted = golden.getAsJsonObject("gradients");
        INDArray ofX = Golden.tensor(wanted.get("x")).reshape('c', 10, 8);
        comparison.close(ofX, dx, absolute, relative);
        INDArray ofQkv = beside(wanted, DataType.DOUBLE, "wq", "wk", "wv");
        comparison.close(ofQkv, found.get("Wqkv"), absolute, relative);
        INDArray ofBiases = biases(wanted, DataType.DOUBLE);
        comparison.close(ofBiases, found.get("bqkv"), absolute, relative);
        comparison.close(Golden.tensor(wanted.get("wo")), found.get("Wo"), absolute, relative);
        comparison.close(Golden.tensor(wanted.get("bo")), found.get("bo"), absolute, relative);
        comparison.report(reporter);
    }

    private static Map<String, INDArray> gradientArrays(DataType type) {
        var arrays = new LinkedHashMap<String, INDArray>();
        arrays.put("Wqkv", Nd4j.valueArrayOf(new long[] {8, 24}, 7, type));
        arrays.put("bqkv", Nd4j.valueArrayOf(new long[] {24}, 7, type));
        arrays.put("Wo", Nd4j.valueArrayOf(new long[] {8, 8}, 7, type));
        arrays.put("bo", Nd4j.valueArrayOf(new long[] {8}, 7, type));
        return arrays;
    }

    private static boolean causal(JsonObject golden) {
        return golden.get("name").getAsString().startsWith("causal");
    }

    /** The key-padding mask [B, T]: the last query sees every key that is no padding. */
    private static INDArray keys(JsonObject golden, DataType type) {
        if (!golden.has("mask")) {
            return Nd4j.ones(type, 2, 5);
        }
        return Golden.tensor(golden.get("mask"), type)
                .get(NDArrayIndex.all(), NDArrayIndex.point(4), NDArrayIndex.all())
                .dup('c');
    }

    private static INDArray gradients(JsonObject golden) {
        return beside(golden.getAsJsonObject("gradients"), DataType.DOUBLE, "q", "k", "v");
    }

    private static INDArray tensor(JsonObject tensors, String name, DataType type) {
        return Golden.tensor(tensors.get(name), type);
    }

    /** Tensors side by side along their last axis. */
    private static INDArray beside(
            JsonObject tensors, DataType type, String a, String b, String c) {
        INDArray first = tensor(tensors, a, type);
        INDArray[] parts = {first, tensor(tensors, b, type), tensor(tensors, c, type)};
        return Nd4j.concat(first.rank() - 1, parts).dup('c');
    }

    private static INDArray biases(JsonObject tensors, DataType type) {
        return beside(tensors, type, "bq", "bk", "bv");
    }
}
