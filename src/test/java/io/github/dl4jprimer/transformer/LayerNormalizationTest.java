package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layer normalisation against PyTorch's and by hand, both faces. */
@Tag("golden")
class LayerNormalizationTest {
    static List<JsonObject> cases() {
        return GoldenCases.of("layer_norm");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReadableFaceIsPyTorchInDouble(JsonObject golden, TestReporter reporter) {
        var found = run(golden, DataType.DOUBLE, Face.READABLE);
        // The gradient of a constant row is about 3e6, large_mean's rows have lost 5 digits.
        boolean ill = !golden.get("gradcheck").getAsBoolean();
        var comparison = GoldenCases.comparison("layer_norm", golden, DataType.DOUBLE);
        check(comparison, golden, found, new Tolerance(ill ? 1e-8 : 1e-10, ill ? 1e-9 : 0));
        comparison.report(reporter);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReadableFaceIsPyTorchInFloat(JsonObject golden, TestReporter reporter) {
        checkFloat(reporter, golden, run(golden, DataType.FLOAT, Face.READABLE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFastFaceIsPyTorch(JsonObject golden, TestReporter reporter) {
        checkFloat(reporter, golden, run(golden, DataType.FLOAT, Face.FAST));
    }

    @Test
    void twoNumbersBecomeMinusOneAndOne() {
        var gain = Nd4j.createFromArray(2.0, 3.0);
        var bias = Nd4j.createFromArray(10.0, 20.0);
        var norm = new LayerNormalization(gain, bias, 1e-12);
        // mean 3, variance 1
        INDArray output = norm.forward(Nd4j.createFromArray(new double[][] {{2, 4}})).output();
        assertEquals(8, output.getDouble(0, 0), 1e-9);
        assertEquals(23, output.getDouble(0, 1), 1e-9);
    }

    private record Tolerance(double absolute, double relative) {}

    private static void checkFloat(
            TestReporter reporter, JsonObject golden, Map<String, INDArray> found) {
        if (golden.get("gradcheck").getAsBoolean()) {
            var comparison = GoldenCases.comparison("layer_norm", golden, DataType.FLOAT);
            check(comparison, golden, found, new Tolerance(1e-5, 1e-4));
            comparison.report(reporter);
            return;
        }
        // Rows at the end of float's precision: the bounds that golden/attention/README.md gives.
        INDArray output = Golden.tensor(golden.getAsJsonObject("outputs").get("output"));
        assertClose(output, found.get("output"), 0.05, 0, "output");
        INDArray dx = Golden.tensor(golden.getAsJsonObject("gradients").get("x"));
        double largest = dx.amaxNumber().doubleValue();
        assertClose(dx, found.get("x"), 0.02 * largest, 0, "x");
    }

    private static void check(
            Comparison comparison,
            JsonObject golden,
            Map<String, INDArray> found,
            Tolerance tolerance) {
        INDArray output = Golden.tensor(golden.getAsJsonObject("outputs").get("output"));
        comparison.close(output, found.get("output"), tolerance.absolute, tolerance.relative);
        golden.getAsJsonObject("gradients")
                .entrySet()
                .forEach(
                        entry ->
                                comparison.close(
                                        Golden.tensor(entry.getValue()),
                                        found.get(entry.getKey()),
                                        tolerance.absolute,
                                        tolerance.relative));
    }

    /** Returns the output and the gradients under PyTorch's names. */
    private static Map<String, INDArray> run(JsonObject golden, DataType type, Face face) {
        var inputs = golden.getAsJsonObject("inputs");
        INDArray given = Golden.tensor(inputs.get("x"), type);
        long[] shape = given.shape();
        INDArray x = given.rank() == 3 ? given : given.reshape('c', 1, shape[0], shape[1]);
        INDArray gain = Golden.tensor(inputs.get("gamma"), type);
        Map<String, INDArray> parameters =
                Map.of("gain", gain, "bias", Golden.tensor(inputs.get("beta"), type));
        double epsilon = golden.get("eps").getAsDouble();
        Normalizer norm =
                face == Face.FAST
                        ? new FastNormalizer(parameters, epsilon)
                        : new ReadableNormalizer(parameters, epsilon);
        INDArray output = norm.forward(x, DropoutMask.none(), GoldenCases.training(1));
        Map<String, INDArray> gradients =
                Map.of("gain", gain.mul(0).addi(7), "bias", gain.mul(0).addi(7));
        INDArray dy = Golden.tensor(golden.get("grad_output"), type).reshape('c', x.shape());
        INDArray dx = norm.backward(dy, gradients, LayerWorkspaceMgr.noWorkspaces());
        var found = new LinkedHashMap<String, INDArray>();
        found.put("output", output.reshape('c', shape));
        found.put("x", dx.reshape('c', shape));
        found.put("gamma", gradients.get("gain"));
        found.put("beta", gradients.get("bias"));
        return found;
    }
}
