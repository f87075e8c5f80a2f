package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;
import static io.github.dl4jprimer.scratch.Close.assertRejected;
import static io.github.dl4jprimer.scratch.Close.normal;
import static io.github.dl4jprimer.scratch.Close.oneHot;
import static io.github.dl4jprimer.scratch.Close.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class CrossEntropyTest {
    private static final String FILE = "losses/cross_entropy";

    @ParameterizedTest
    @CsvSource({
        "plain_mean, DOUBLE",
        "label_smoothing_0.1, DOUBLE",
        "soft_targets, DOUBLE",
        "extreme_logits, DOUBLE",
        "plain_mean, FLOAT",
        "label_smoothing_0.1, FLOAT",
        "soft_targets, FLOAT",
        "extreme_logits, FLOAT",
    })
    @Tag("golden")
    void valueAndGradientAreThoseOfPyTorch(String name, DataType type, TestReporter reporter) {
        JsonObject golden = Golden.find(FILE, name);
        INDArray logits = Golden.tensor(golden.getAsJsonObject("inputs").get("logits"), type);
        INDArray targets = targets(golden, logits.size(1)).castTo(type);
        boolean exact = type == DataType.DOUBLE;
        double drift = golden.get("max_abs_diff_of_torch_float32_run").getAsDouble();
        double single = name.equals("extreme_logits") ? 5 * drift : 2e-6;
        double absolute = exact ? 1e-12 : single;
        double relative = exact ? 1e-9 : 1e-5;

        double loss = Golden.doubles(golden.getAsJsonObject("outputs").get("loss"))[0];
        var comparison = new Comparison(Verified.CROSS_ENTROPY, FILE, name, type);
        comparison.close(loss, CrossEntropy.value(logits, targets), absolute, relative);
        comparison.close(
                Golden.tensor(golden.getAsJsonObject("gradients").get("logits")),
                CrossEntropy.gradient(logits, targets),
                absolute,
                relative);
        comparison.report(reporter);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    @Tag("golden")
    void lossPerExampleAndProbabilitiesAreThoseOfPyTorch(DataType type, TestReporter reporter) {
        JsonObject golden = Golden.find(FILE, "plain_none");
        INDArray logits = Golden.tensor(golden.getAsJsonObject("inputs").get("logits"), type);
        INDArray targets = targets(golden, logits.size(1)).castTo(type);
        JsonObject outputs = golden.getAsJsonObject("outputs");
        double absolute = type == DataType.DOUBLE ? 1e-12 : 2e-6;
        double relative = type == DataType.DOUBLE ? 1e-9 : 1e-5;
        var comparison = new Comparison(Verified.CROSS_ENTROPY, FILE, "plain_none", type);
        comparison.close(
                Golden.tensor(outputs.get("per_example")),
                CrossEntropy.perExample(logits, targets),
                absolute,
                relative);
        comparison.close(
                Golden.tensor(outputs.get("probabilities")),
                Softmax.of(logits),
                absolute,
                relative);
        comparison.close(
                Golden.tensor(outputs.get("log_probabilities")),
                Softmax.log(logits),
                absolute,
                relative);
        comparison.report(reporter);
    }

    @Test
    void equalScoresCostTheLogarithmOfTheNumberOfClasses() {
        assertEquals(Math.log(3), CrossEntropy.value(row(7, 7, 7), oneHot(3, 1)), 1e-12);
    }

    @Test
    void aCertainAndRightAnswerCostsNothing() {
        assertEquals(0, CrossEntropy.value(row(100, 0, 0), oneHot(3, 0)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void lossIsNeverNegative(long seed) {
        INDArray logits = normal(seed, 8, 4).mul(seed * 3);
        INDArray targets = Softmax.of(normal(seed + 100, 8, 4));
        assertTrue(CrossEntropy.perExample(logits, targets).minNumber().doubleValue() >= 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSmallStepAgainstTheGradientLowersTheLoss(long seed) {
        INDArray logits = normal(seed, 3, 4);
        INDArray targets = oneHot(4, 0, 2, 3);
        INDArray moved = logits.sub(CrossEntropy.gradient(logits, targets).mul(0.01));
        assertTrue(CrossEntropy.value(moved, targets) < CrossEntropy.value(logits, targets));
    }

    @Test
    void gradientOfEachRowSumsToZero() {
        INDArray gradient = CrossEntropy.gradient(normal(3, 2, 5), oneHot(5, 4, 0));
        assertClose(row(0, 0).reshape(2), gradient.sum(1));
    }

    @Test
    void targetsOfAnotherShapeAreRejected() {
        assertRejected(
                "targets must be of shape [1, 3], got shape [1, 2]. Give one one-hot row",
                () -> CrossEntropy.value(row(1, 2, 3), oneHot(2, 1)));
    }

    private static INDArray targets(JsonObject golden, long classes) {
        if (golden.has("target_probabilities")) {
            return Golden.tensor(golden.get("target_probabilities"));
        }
        double[] labels = Golden.doubles(golden.get("labels"));
        INDArray hard =
                oneHot((int) classes, Arrays.stream(labels).mapToInt(y -> (int) y).toArray());
        double smoothing =
                golden.has("label_smoothing") ? golden.get("label_smoothing").getAsDouble() : 0;
        return hard.mul(1 - smoothing).add(smoothing / classes);
    }
}
