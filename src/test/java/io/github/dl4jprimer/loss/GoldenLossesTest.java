package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Comparison;
import io.github.dl4jprimer.golden.Golden;
import io.github.dl4jprimer.golden.Verified;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Values and gradients of every loss against PyTorch's, in double and in single precision. */
@Tag("golden")
class GoldenLossesTest {
    /** One batch for a loss, and how its gradient is laid out beside PyTorch's. */
    private record Batch(
            ILossFunction loss,
            Activation activation,
            INDArray labels,
            INDArray output,
            INDArray mask,
            double scale) {}

    static Stream<Arguments> cases() {
        return Golden.files("losses").stream()
                .flatMap(file -> Golden.cases(file).stream().map(c -> Arguments.of(file, c)))
                .flatMap(
                        c ->
                                Stream.of(DataType.DOUBLE, DataType.FLOAT)
                                        .map(t -> Arguments.of(c.get()[0], c.get()[1], t)));
    }

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @MethodSource("cases")
    void agreesWithPyTorch(String file, String name, DataType type, TestReporter reporter) {
        var c = Golden.find(file, name);
        var batch = batch(file.split("/")[1], c, type);
        var activation = batch.activation.getActivationFunction();
        long n = batch.output.size(0);
        double absolute = type == DataType.DOUBLE ? 1e-12 : singleTolerance(c);
        double relative = type == DataType.DOUBLE ? 1e-9 : 1e-5;
        var comparison = new Comparison(Verified.LOSSES, file, name, type);
        double value =
                batch.loss.computeScore(batch.labels, batch.output, activation, batch.mask, false);
        // What DL4J makes of it: divided by the number of examples.
        double loss = Golden.doubles(c.getAsJsonObject("outputs").get("loss"))[0];
        comparison.close(loss, batch.scale * value / n, absolute, relative);
        var gradient =
                batch.loss
                        .computeGradient(batch.labels, batch.output, activation, batch.mask)
                        .mul(batch.scale / n);
        var expected = inputs(file, c.getAsJsonObject("gradients"), DataType.DOUBLE);
        comparison.close(expected, gradient, absolute, relative);
        comparison.report(reporter);
    }

    private static Batch batch(String file, JsonObject c, DataType type) {
        var output = inputs(file, c.getAsJsonObject("inputs"), type);
        return switch (file) {
            case "bce_with_logits" ->
                    new Batch(
                            new BinaryCrossEntropy(numbers(c, "pos_weight")),
                            Activation.SIGMOID,
                            Golden.tensor(c.get("targets"), type),
                            output,
                            null,
                            1);
            case "contrastive_hadsell" ->
                    embeddings(
                            new Contrastive(c.get("margin").getAsDouble()),
                            twice(Golden.tensor(c.get("similar"), type)),
                            output);
            case "cross_entropy" -> crossEntropy(c, output, type);
            case "info_nce" -> infoNce(c, output, type);
            case "kl_divergence" ->
                    text(c, "name").equals("symmetric_r_drop")
                            ? new Batch(
                                    new SymmetricKl(), Activation.SOFTMAX, output, output, null, 1)
                            : new Batch(
                                    new KlDivergence(),
                                    Activation.SOFTMAX,
                                    Golden.tensor(c.get("target_probabilities"), type),
                                    output,
                                    null,
                                    1);
            case "next_token_lm" -> nextToken(c, output, type);
            case "regression" -> regression(c, output, type);
            case "triplet_margin" ->
                    embeddings(
                            new TripletMargin(
                                    c.get("margin").getAsDouble(),
                                    text(c, "name").startsWith("torch") ? 1e-6 : 0),
                            Nd4j.zeros(type, output.size(0), 1),
                            output);
            default -> throw new IllegalArgumentException(file);
        };
    }

    private static Batch crossEntropy(JsonObject c, INDArray output, DataType type) {
        var name = text(c, "name");
        var labels =
                c.has("labels")
                        ? Golden.tensor(c.get("labels"), type).reshape(-1, 1)
                        : Golden.tensor(c.get("target_probabilities"), type);
        double sum = name.equals("plain_sum") || name.equals("plain_none") ? output.size(0) : 1;
        if (name.equals("class_weights_over_batch")) {
            // DL4J's own convention.
            var weights = Golden.tensor(c.get("class_weights"), type).reshape(1, -1);
            var oneHot = Nd4j.eye(5).castTo(type).getRows(labels.toIntVector());
            return new Batch(new LossMCXENT(weights), Activation.SOFTMAX, oneHot, output, null, 1);
        }
        double smoothing = c.has("label_smoothing") ? c.get("label_smoothing").getAsDouble() : 0;
        var loss = new CrossEntropy(numbers(c, "class_weights"), smoothing);
        return new Batch(loss, Activation.SOFTMAX, labels, output, null, sum);
    }

    private static Batch infoNce(JsonObject c, INDArray output, DataType type) {
        double temperature = c.get("temperature").getAsDouble();
        var name = text(c, "name");
        if (name.startsWith("supcon")) {
            var classes = Golden.tensor(c.get("labels"), type).toIntVector();
            var oneHot = Nd4j.eye(3).castTo(type).getRows(classes);
            return embeddings(new SupervisedContrastive(temperature), oneHot, output);
        }
        var form =
                InfoNce.Form.valueOf(
                        name.split("_")[0].toUpperCase(Locale.ROOT).replace("NT", "NT_XENT"));
        var labels = Nd4j.zeros(type, output.size(0), 1);
        return embeddings(new InfoNce(temperature, form), labels, output);
    }

    private static Batch nextToken(JsonObject c, INDArray output, DataType type) {
        var ids = Golden.tensor(c.get("input_ids"));
        var attended =
                c.has("attention_mask")
                        ? Golden.tensor(c.get("attention_mask"))
                        : ids.mul(0).add(1);
        var labels = Nd4j.zeros(type, 12, 10);
        var mask = Nd4j.zeros(type, 12, 1);
        for (int b = 0; b < 2; b++) {
            for (int t = 0; t < 5; t++) {
                labels.putScalar(b * 6 + t, ids.getInt(b, t + 1), 1);
                mask.putScalar(b * 6 + t, 0, attended.getDouble(b, t + 1));
            }
        }
        // The layer sees 12 rows, DL4J divides by 2 sequences.
        return new Batch(
                NextTokenCrossEntropy.ofLength(6), Activation.SOFTMAX, labels, output, mask, 6);
    }

    private static Batch regression(JsonObject c, INDArray output, DataType type) {
        var name = text(c, "name");
        ILossFunction loss =
                name.startsWith("mse")
                        ? new LossMSE()
                        : name.startsWith("mae")
                                ? new LossMAE()
                                : new Huber(name.startsWith("smooth") ? 0.5 : 1);
        double scale = name.endsWith("sum") ? output.length() : name.startsWith("smooth") ? 2 : 1;
        var labels = Golden.tensor(c.getAsJsonObject("inputs").get("target"), type);
        return new Batch(
                loss, Activation.IDENTITY, labels.reshape(output.shape()), output, null, scale);
    }

    private static Batch embeddings(ILossFunction loss, INDArray labels, INDArray output) {
        return new Batch(loss, Activation.IDENTITY, labels, output, null, 1);
    }

    /** PyTorch's inputs, or the gradients by them, as the rows of one batch. */
    private static INDArray inputs(String file, JsonObject json, DataType type) {
        if (json.has("logits") || json.has("prediction") || json.has("h")) {
            var key = json.has("h") ? "h" : json.has("logits") ? "logits" : "prediction";
            var array = Golden.tensor(json.get(key), type);
            long columns = array.size(array.rank() - 1);
            // [N, C] as it is, [B, T, C] as rows, [C] as one row
            return array.reshape('c', array.length() / columns, columns);
        }
        var members =
                Stream.of(
                                "a",
                                "b",
                                "h1",
                                "h2",
                                "logits_p",
                                "logits_q",
                                "anchor",
                                "positive",
                                "negative")
                        .filter(json::has)
                        .map(key -> Golden.tensor(json.get(key), type))
                        .toArray(INDArray[]::new);
        assertTrue(members.length > 1, file);
        return Groups.join(members);
    }

    private static INDArray twice(INDArray pairs) {
        var column = pairs.reshape(-1, 1);
        return Groups.join(column, column);
    }

    /** As the reference values' README says; PyTorch itself drifts far at extreme logits only. */
    private static double singleTolerance(JsonObject c) {
        if (text(c, "name").equals("extreme_logits")) {
            return 5 * c.get("max_abs_diff_of_torch_float32_run").getAsDouble();
        }
        return c.has("temperature") && c.get("temperature").getAsDouble() == 0.05 ? 2e-5 : 2e-6;
    }

    private static List<Double> numbers(JsonObject c, String key) {
        return c.has(key) ? Arrays.stream(Golden.doubles(c.get(key))).boxed().toList() : List.of();
    }

    private static String text(JsonObject c, String key) {
        return c.get(key).getAsString();
    }
}
