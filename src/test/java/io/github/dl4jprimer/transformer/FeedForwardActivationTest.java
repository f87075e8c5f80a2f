package io.github.dl4jprimer.transformer;

import static io.github.dl4jprimer.transformer.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.transformer.kernel.Floats;
import io.github.dl4jprimer.transformer.kernel.Rows;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Tag("golden")
class FeedForwardActivationTest {
    @ParameterizedTest
    @CsvSource({"GELU, gelu_erf", "GELU_TANH, gelu_tanh"})
    void valueAndSlopeArePyTorchs(
            FeedForwardActivation activation, String name, TestReporter reporter) {
        var golden = golden(name);
        var comparison = GoldenCases.comparison("activations", golden, DataType.DOUBLE);
        INDArray x = Golden.tensor(golden.getAsJsonObject("inputs").get("x"));
        INDArray before = x.dup();
        INDArray dx = activation.slope(x).mul(Golden.tensor(golden.get("grad_output")));
        comparison.close(wanted(golden), activation.value(x), 1e-10, 0);
        comparison.close(wantedGradient(golden), dx, 1e-10, 0);
        comparison.report(reporter);
        assertEquals(before, x, "the argument is left as it is");
    }

    @ParameterizedTest
    @CsvSource({"GELU, gelu_erf", "GELU_TANH, gelu_tanh"})
    void theKernelIsPyTorchs(FeedForwardActivation activation, String name, TestReporter reporter) {
        var golden = golden(name);
        var comparison = GoldenCases.comparison("activations", golden, DataType.FLOAT);
        INDArray x = Golden.tensor(golden.getAsJsonObject("inputs").get("x"), DataType.FLOAT);
        INDArray gradient = Golden.tensor(golden.get("grad_output"), DataType.FLOAT);
        comparison.close(wanted(golden), fastValue(activation, x), 1e-5, 1e-4);
        comparison.close(wantedGradient(golden), fastGradient(activation, x, gradient), 1e-5, 1e-4);
        comparison.report(reporter);
    }

    @ParameterizedTest
    @EnumSource
    void bothFacesAgreeFromFarBelowToFarAbove(FeedForwardActivation activation) {
        INDArray x = Nd4j.linspace(-30, 30, 6001, DataType.FLOAT);
        INDArray exact = x.castTo(DataType.DOUBLE);
        INDArray gradient = Nd4j.createFromArray(new Random(1).doubles(6001, -2, 2).toArray());
        INDArray dx = activation.slope(exact).mul(gradient);
        assertClose(activation.value(exact), fastValue(activation, x), 1e-5, 1e-6, "value");
        INDArray found = fastGradient(activation, x, gradient.castTo(DataType.FLOAT));
        assertClose(dx, found, 1e-5, 1e-6, "slope");
    }

    @Test
    void reluCutsAtZeroWhereItsSlopeIsZero() {
        INDArray x = Nd4j.createFromArray(-2f, -0f, 0f, 3f);
        var relu = FeedForwardActivation.RELU;
        assertEquals(Nd4j.createFromArray(0f, 0f, 0f, 3f), relu.value(x));
        assertEquals(Nd4j.createFromArray(0f, 0f, 0f, 1f), relu.slope(x));
        INDArray ones = Nd4j.ones(DataType.FLOAT, 4);
        assertEquals(Nd4j.createFromArray(0f, 0f, 0f, 1f), fastGradient(relu, x, ones));
    }

    @Test
    void geluOfTwoIsNotWhatNd4jSays() {
        INDArray two = Nd4j.createFromArray(2.0);
        assertEquals(1.9545, FeedForwardActivation.GELU.value(two).getDouble(0), 5e-5);
        assertEquals(1.9546, FeedForwardActivation.GELU_TANH.value(two).getDouble(0), 5e-5);
    }

    private static JsonObject golden(String name) {
        return GoldenCases.of("activations").stream()
                .filter(one -> one.get("name").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static INDArray wanted(JsonObject golden) {
        return Golden.tensor(golden.getAsJsonObject("outputs").get("output"));
    }

    private static INDArray wantedGradient(JsonObject golden) {
        return Golden.tensor(golden.getAsJsonObject("gradients").get("x"));
    }

    private static INDArray fastValue(FeedForwardActivation activation, INDArray x) {
        INDArray value = x.dup().assign(Float.NaN);
        rows(x).read(Floats.of(x)).activate(activation.kernel()).write(Floats.of(value)).run();
        return value;
    }

    private static INDArray fastGradient(
            FeedForwardActivation activation, INDArray x, INDArray gradient) {
        INDArray result = x.dup().assign(Float.NaN);
        rows(x).read(Floats.of(gradient))
                .activationGradient(activation.kernel(), Floats.of(x))
                .write(Floats.of(result))
                .run();
        return result;
    }

    private static Rows rows(INDArray x) {
        return Rows.of(1, (int) x.length());
    }
}
