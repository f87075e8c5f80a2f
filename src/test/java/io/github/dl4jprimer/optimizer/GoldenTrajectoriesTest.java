package io.github.dl4jprimer.optimizer;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** Twenty steps of every updater against PyTorch's trajectories, fed the recorded gradients. */
@Tag("golden")
class GoldenTrajectoriesTest {
    private static final Map<String, Function<JsonObject, IUpdater>> UPDATERS =
            Map.ofEntries(
                    Map.entry("sgd", h -> new Sgd(lr(h))),
                    Map.entry("sgd_weight_decay", h -> new Sgd(lr(h))),
                    Map.entry("sgd_momentum", h -> Momentum.of(lr(h))),
                    Map.entry("sgd_nesterov", h -> new Nesterovs(lr(h), 0.9)),
                    Map.entry("rmsprop", h -> TorchRmsProp.of(lr(h))),
                    Map.entry("adagrad", h -> TorchAdaGrad.of(lr(h))),
                    Map.entry("adam", h -> TorchAdam.of(lr(h))),
                    Map.entry("adam_l2", h -> TorchAdam.of(lr(h))),
                    Map.entry("adam_beta2_0.5", h -> TorchAdam.of(lr(h)).withBetas(0.9, 0.5)),
                    Map.entry("amsgrad", h -> TorchAmsGrad.of(lr(h))),
                    Map.entry("amsgrad_beta2_0.5", h -> TorchAmsGrad.of(lr(h)).withBetas(0.9, 0.5)),
                    Map.entry("adamw", h -> TorchAdam.of(lr(h))));

    static Stream<Arguments> runs() {
        return Golden.files("optimizers").stream()
                .flatMap(file -> Golden.cases(file).stream().map(c -> Arguments.of(file, c)))
                .flatMap(
                        run ->
                                Stream.of(DataType.DOUBLE, DataType.FLOAT)
                                        .map(
                                                type ->
                                                        Arguments.of(
                                                                run.get()[0], run.get()[1], type)));
    }

    @ParameterizedTest(name = "{0} on {1} in {2}")
    @MethodSource("runs")
    void followsPyTorchForTwentySteps(
            String file, String problem, DataType type, TestReporter reporter) {
        var run = Golden.read(file).getAsJsonObject("problems").getAsJsonObject(problem);
        var hyper = run.getAsJsonObject("hyper");
        var gradients = Golden.tensor(run.get("gradients"), type);
        var expected = Golden.tensor(run.get("parameters_after_step"));
        double drift = run.get("max_abs_diff_of_torch_float32_run").getAsDouble();
        var name = file.split("/")[1];
        var trainer =
                new Trainer(
                        UPDATERS.get(name).apply(hyper),
                        decay(name, hyper),
                        Golden.tensor(run.get("initial"), type));
        var comparison = new Comparison(Verified.UPDATERS, file, problem, type);
        for (int t = 0; t < 20; t++) {
            trainer.step(gradients.getRow(t).dup(), t);
            for (int i = 0; i < expected.columns(); i++) {
                double want = expected.getDouble(t, i);
                double tolerance =
                        type == DataType.DOUBLE
                                ? 1e-12 + 1e-10 * Math.abs(want)
                                : Math.max(5 * drift + 1e-6, 1e-4 * Math.abs(want));
                comparison.close(want, trainer.parameters.getDouble(i), tolerance, 0);
            }
        }
        comparison.report(reporter);
    }

    private static Regularization decay(String file, JsonObject hyper) {
        if (!hyper.has("weight_decay")) {
            return null;
        }
        double decay = hyper.get("weight_decay").getAsDouble();
        return file.equals("adamw") ? new WeightDecay(decay, true) : new L2Regularization(decay);
    }

    private static double lr(JsonObject hyper) {
        return hyper.get("lr").getAsDouble();
    }

    /** What DL4J's UpdaterBlock does with one block of parameters. */
    private static final class Trainer {
        private final org.nd4j.linalg.learning.GradientUpdater<?> updater;
        private final Regularization decay;
        private final INDArray parameters;

        Trainer(IUpdater config, Regularization decay, INDArray initial) {
            long states = config.stateSize(initial.length());
            var view =
                    states == 0
                            ? null
                            : Nd4j.valueArrayOf(new long[] {states}, 7.0, initial.dataType());
            this.updater = config.instantiate(view, true);
            this.decay = decay;
            this.parameters = initial;
        }

        void step(INDArray gradient, int iteration) {
            decayAt(Regularization.ApplyStep.BEFORE_UPDATER, gradient, iteration);
            updater.applyUpdater(gradient, iteration, 0);
            decayAt(Regularization.ApplyStep.POST_UPDATER, gradient, iteration);
            parameters.subi(gradient);
        }

        private void decayAt(Regularization.ApplyStep when, INDArray gradient, int iteration) {
            if (decay != null && decay.applyStep() == when) {
                double rate = updater.getConfig().getLearningRate(iteration, 0);
                decay.apply(parameters, gradient, rate, iteration, 0);
            }
        }
    }
}
