package io.github.dl4jprimer.scratch;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Activations, their derivatives and softmax against PyTorch's. */
@Tag("golden")
class ActivationGoldenTest {
    private static final String FILE = "attention/activations";

    @ParameterizedTest
    @CsvSource({
        "GELU, gelu_erf, DOUBLE",
        "GELU, gelu_erf, FLOAT",
        "TANH, tanh, DOUBLE",
        "TANH, tanh, FLOAT"
    })
    void valueAndDerivativeAreThoseOfPyTorch(
            ActivationFunction function, String name, DataType type, TestReporter reporter) {
        var golden = Golden.find(FILE, name);
        INDArray x = Golden.tensor(golden.getAsJsonObject("inputs").get("x"), type);
        INDArray gradient = Golden.tensor(golden.get("grad_output"), type);
        var comparison = new Comparison(Verified.ACTIVATIONS, FILE, name, type);
        close(comparison, output(golden), function.value(x), type);
        var ofX = Golden.tensor(golden.getAsJsonObject("gradients").get("x"));
        close(comparison, ofX, function.derivative(x).mul(gradient), type);
        comparison.report(reporter);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void softmaxIsThatOfPyTorch(DataType type, TestReporter reporter) {
        var golden = Golden.find(FILE, "softmax_last_axis");
        INDArray x = Golden.tensor(golden.getAsJsonObject("inputs").get("x"), type);
        var comparison = new Comparison(Verified.ACTIVATIONS, FILE, "softmax_last_axis", type);
        INDArray rows = Softmax.of(x.reshape('c', -1, x.size(2)));
        close(comparison, output(golden), rows.reshape('c', x.shape()), type);
        comparison.report(reporter);
    }

    private static INDArray output(JsonObject golden) {
        return Golden.tensor(golden.getAsJsonObject("outputs").get("output"));
    }

    /** The tolerances of the reference values' README. */
    private static void close(
            Comparison comparison, INDArray expected, INDArray actual, DataType type) {
        boolean exact = type == DataType.DOUBLE;
        comparison.close(expected, actual, exact ? 1e-10 : 1e-5, exact ? 0 : 1e-4);
    }
}
