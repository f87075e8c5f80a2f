package io.github.dl4jprimer.scratch;

import static io.github.dl4jprimer.scratch.Close.assertClose;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Twenty steps of every rule on three problems, against PyTorch's optimizers. */
@Tag("golden")
class UpdateRuleGoldenTest {
    /** The problem fixed_gradients has a step of zeros, a tiny and a huge column. */
    static Stream<Arguments> problems() {
        return Golden.files("optimizers").stream()
                .flatMap(
                        rule ->
                                Golden.cases(rule).stream()
                                        .map(problem -> Arguments.of(rule, problem)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void trajectoryInDoublePrecisionIsThatOfPyTorch(
            String file, String problem, TestReporter reporter) {
        JsonObject golden = golden(file, problem);
        var comparison = new Comparison(Verified.RULES, file, problem, DataType.DOUBLE);
        compare(comparison, file, golden, DataType.DOUBLE, 1e-12, 1e-10);
        comparison.report(reporter);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void trajectoryInSinglePrecisionStaysAsCloseAsPyTorchs(
            String file, String problem, TestReporter reporter) {
        JsonObject golden = golden(file, problem);
        double drift = golden.get("max_abs_diff_of_torch_float32_run").getAsDouble();
        var comparison = new Comparison(Verified.RULES, file, problem, DataType.FLOAT);
        compare(comparison, file, golden, DataType.FLOAT, 5 * drift + 1e-6, 0);
        comparison.report(reporter);
    }

    @Test
    void theRavineIsPyTorchsBowl() {
        JsonObject golden = golden("optimizers/sgd_momentum", "bowl");
        INDArray path = Landscape.RAVINE.path(new Momentum(0.02, 0.9), 20);
        INDArray expected = Golden.tensor(golden.get("parameters_after_step"));
        assertClose(Golden.tensor(golden.get("initial")), path.getRow(0));
        for (int step = 0; step < 20; step++) {
            assertClose(expected.getRow(step), path.getRow(step + 1), 1e-12, 1e-10);
        }
    }

    private static void compare(
            Comparison comparison,
            String file,
            JsonObject golden,
            DataType type,
            double absolute,
            double relative) {
        UpdateRule rule = rule(file.split("/")[1], golden.getAsJsonObject("hyper"));
        INDArray parameter = Golden.tensor(golden.get("initial"), type);
        INDArray gradients = Golden.tensor(golden.get("gradients"), type);
        INDArray expected = Golden.tensor(golden.get("parameters_after_step"));
        for (int step = 0; step < 20; step++) {
            parameter = rule.step(parameter, gradients.getRow(step));
            comparison.close(expected.getRow(step), parameter, absolute, relative);
        }
    }

    private static JsonObject golden(String file, String problem) {
        return Golden.read(file).getAsJsonObject("problems").getAsJsonObject(problem);
    }

    private static UpdateRule rule(String name, JsonObject hyper) {
        double rate = hyper.get("lr").getAsDouble();
        return switch (name) {
            case "sgd" -> new Sgd(rate);
            case "sgd_weight_decay" -> new Sgd(rate).withL2(number(hyper, "weight_decay"));
            case "sgd_momentum" -> new Momentum(rate, number(hyper, "momentum"));
            case "sgd_nesterov" -> new Nesterov(rate, number(hyper, "momentum"));
            case "rmsprop" -> new RmsProp(rate, number(hyper, "alpha"), number(hyper, "eps"));
            case "adagrad" -> new AdaGrad(rate, number(hyper, "eps"));
            default -> adam(name, rate, hyper);
        };
    }

    private static UpdateRule adam(String name, double rate, JsonObject hyper) {
        double beta1 = hyper.getAsJsonArray("betas").get(0).getAsDouble();
        double beta2 = hyper.getAsJsonArray("betas").get(1).getAsDouble();
        double epsilon = number(hyper, "eps");
        return switch (name) {
            case "adam", "adam_beta2_0.5" -> new Adam(rate, beta1, beta2, epsilon);
            case "amsgrad", "amsgrad_beta2_0.5" -> new AmsGrad(rate, beta1, beta2, epsilon);
            case "adam_l2" ->
                    new Adam(rate, beta1, beta2, epsilon).withL2(number(hyper, "weight_decay"));
            case "adamw" -> new AdamW(rate, beta1, beta2, epsilon, number(hyper, "weight_decay"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double number(JsonObject hyper, String name) {
        return hyper.get(name).getAsDouble();
    }
}
