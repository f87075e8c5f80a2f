package io.github.dl4jprimer.transformer;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A whole encoder layer against PyTorch's: output and every gradient, both faces. */
@Tag("golden")
class EncoderGoldenTest {
    static List<JsonObject> cases() {
        return GoldenCases.of("encoder_layer");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReadableFaceIsPyTorchInDouble(JsonObject golden, TestReporter reporter) {
        check(reporter, golden, DataType.DOUBLE, Face.READABLE, 1e-10, 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReadableFaceIsPyTorchInFloat(JsonObject golden, TestReporter reporter) {
        check(reporter, golden, DataType.FLOAT, Face.READABLE, 1e-5, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFastFaceIsPyTorch(JsonObject golden, TestReporter reporter) {
        check(reporter, golden, DataType.FLOAT, Face.FAST, 1e-5, 1e-4);
    }

    private static void check(
            TestReporter reporter,
            JsonObject golden,
            DataType type,
            Face face,
            double absolute,
            double relative) {
        var comparison = GoldenCases.comparison("encoder_layer", golden, type);
        boolean preNorm = golden.get("name").getAsString().equals("pre_ln");
        var settings = EncoderSettings.of(8, golden.get("heads").getAsInt(), 16);
        settings = settings.withPreNorm(preNorm);
        var parameters = parameters(golden.getAsJsonObject("inputs"), type);
        Encoder encoder =
                face == Face.FAST
                        ? new FastEncoder(settings, parameters)
                        : new ReadableEncoder(settings, parameters);
        var pass = GoldenCases.training(1);
        INDArray x = Golden.tensor(golden.getAsJsonObject("inputs").get("x"), type);
        INDArray keys = // every query sees the same keys
                Golden.tensor(golden.get("mask"), type)
                        .get(NDArrayIndex.all(), NDArrayIndex.point(0), NDArrayIndex.all());
        INDArray output = encoder.forward(x, keys, pass);
        var wanted = golden.getAsJsonObject("outputs").get("output");
        comparison.close(Golden.tensor(wanted), output, absolute, relative);

        var found = new LinkedHashMap<String, INDArray>();
        parameters.forEach(
                (name, array) -> found.put(name, Nd4j.valueArrayOf(array.shape(), 7, type)));
        INDArray dx =
                encoder.backward(
                        Golden.tensor(golden.get("grad_output"), type),
                        found,
                        LayerWorkspaceMgr.noWorkspaces());
        var gradients = golden.getAsJsonObject("gradients");
        comparison.close(Golden.tensor(gradients.get("x")), dx, absolute, relative);
        parameters(gradients, DataType.DOUBLE)
                .forEach(
                        (name, array) ->
                                comparison.close(array, found.get(name), absolute, relative));
        comparison.report(reporter);
    }

    /** Our names for PyTorch's arrays, with the three projections side by side. */
    private static Map<String, INDArray> parameters(JsonObject tensors, DataType type) {
        var named = new LinkedHashMap<String, INDArray>();
        named.put("Wqkv", beside(1, tensors, type, "wq", "wk", "wv"));
        named.put("bqkv", beside(0, tensors, type, "bq", "bk", "bv"));
        var names = Map.of("Wo", "wo", "bo", "bo", "W1", "w1", "b1", "b1", "W2", "w2", "b2", "b2");
        names.forEach((ours, theirs) -> named.put(ours, Golden.tensor(tensors.get(theirs), type)));
        for (String which : List.of("1", "2")) {
            named.put("gain" + which, Golden.tensor(tensors.get("g" + which), type));
            named.put("bias" + which, Golden.tensor(tensors.get("be" + which), type));
        }
        return named;
    }

    private static INDArray beside(int axis, JsonObject tensors, DataType type, String... names) {
        var parts = new INDArray[names.length];
        for (int i = 0; i < names.length; i++) {
            parts[i] = Golden.tensor(tensors.get(names[i]), type);
        }
        return Nd4j.concat(axis, parts).dup('c');
    }
}
