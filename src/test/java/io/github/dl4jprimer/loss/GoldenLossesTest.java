package io.github.dl4jprimer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.dl4jprimer.golden.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
class GoldenLossesTest {
    private static final List<String> FILES =
            List.of(
                    "bce_with_logits",
                    "contrastive_hadsell",
                    "cross_entropy",
                    "info_nce",
                    "kl_divergence",
                    "next_token_lm",
                    "regression",
                    "triplet_margin");

    /** Not offered: a loss of two networks' outputs at once. */
    private static final Set<String> NOT_OFFERED = Set.of("kl_divergence/symmetric_r_drop");

    /** One batch for a loss, and how its gradient is laid out beside PyTorch's. */
    private record Batch(
            ILossFunction loss,
            Activation activation,
            INDArray labels,
            INDArray output,
            INDArray mask,
            double scale) {}

    static Stream<Arguments> cases() {
        return FILES.stream()
                .flatMap(
                        file ->
                                Golden.read("losses/" + file)
                                        .getAsJsonArray("cases")
                                        .asList()
                                        .stream()
                                        .map(c -> c.getAsJsonObject())
                                        .map(c -> Arguments.of(file, text(c, "name"), c)))
                .filter(a -> !NOT_OFFERED.contains(a.get()[0] + "/" + a.get()[1]))
                .flatMap(
                        a ->
                                Stream.of(DataType.DOUBLE, DataType.FLOAT)
                                        .map(
                                                type ->
                                                        Arguments.of(
                                                                a.get()[0],
                                                                a.get()[1],
                                                                type,
                                                                a.get()[2])));
    }

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @MethodSource("cases")
    void agreesWithPyTorch(String file, String name, DataType type, JsonObject c) {
        var batch = batch(file, c, type);
        var activation = batch.activation.getActivationFunction();
        long n = batch.output.size(0);
        double value =
                batch.loss.computeScore(batch.labels, batch.output, activation, batch.mask, false);
        // What DL4J makes of it: divided by the number of examples.
        assertClose(
                scalar(c, "outputs", "loss"), batch.scale * value / n, c, type, file + "/" + name);
        var gradient =
                batch.loss
                        .computeGradient(batch.labels, batch.output, activation, batch.mask)
                        .mul(batch.scale / n);
        var expected = inputs(file, c.getAsJsonObject("gradients"), DataType.DOUBLE);
        assertTrue(Arrays.equals(expected.shape(), gradient.shape()), "shape of the gradient");
        for (long i = 0; i < expected.size(0); i++) {
            for (long j = 0; j < expected.size(1); j++) {
                assertClose(expected.getDouble(i, j), gradient.getDouble(i, j), c, type, name);
            }
        }
    }

    @Test
    void everyFileAndEveryCaseButOneIsCovered() {
        assertEquals(2 * 36, cases().count());
        var names = new TreeSet<String>();
        cases().forEach(a -> names.add(a.get()[0].toString()));
        assertEquals(Set.copyOf(FILES), names);
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
                    new Batch(
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
                Stream.of("a", "b", "h1", "h2", "anchor", "positive", "negative")
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

    private static void assertClose(
            double want, double got, JsonObject c, DataType type, String what) {
        double drift = c.get("max_abs_diff_of_torch_float32_run").getAsDouble();
        double tolerance =
                type == DataType.DOUBLE
                        ? 1e-12 + 1e-9 * Math.abs(want)
                        : Math.max(5 * drift, singleTolerance(c)) + 1e-5 * Math.abs(want);
        assertEquals(want, got, tolerance, what);
    }

    private static double singleTolerance(JsonObject c) {
        return c.has("temperature") && c.get("temperature").getAsDouble() == 0.05 ? 2e-5 : 2e-6;
    }

    private static List<Double> numbers(JsonObject c, String key) {
        return c.has(key) ? Arrays.stream(Golden.doubles(c.get(key))).boxed().toList() : List.of();
    }

    private static double scalar(JsonObject c, String group, String key) {
        return Golden.doubles(c.getAsJsonObject(group).get(key))[0];
    }

    private static String text(JsonObject c, String key) {
        return c.get(key).getAsString();
    }
}
