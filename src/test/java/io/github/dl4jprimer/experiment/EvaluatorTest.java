package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.data.Batches;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class EvaluatorTest {
    private static final double LOG_3 = Math.log(3);

    @Test
    void aClassificationIsMeasuredOverBatchesOfUnequalSize() {
        // Identity logits: the class is the larger feature.
        var features = new float[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}, {0, 1}};
        var labels = new float[][] {{1, 0}, {0, 1}, {0, 1}, {0, 1}, {1, 0}};
        var result =
                evaluate(identity(2, LossFunction.MCXENT, Activation.SOFTMAX), features, labels);
        assertEquals(new ConfusionMatrix(new long[][] {{1, 1}, {1, 2}}), result.confusion());
        assertEquals(0.6, result.score("accuracy"), 1e-12);
        // Right: log(1 + e^-1), wrong: log(1 + e).
        double expected = (3 * Math.log(1 + Math.exp(-1)) + 2 * Math.log(1 + Math.E)) / 5;
        assertEquals(expected, result.loss(), 1e-6);
    }

    @Test
    void oneSigmoidOutputIsTheProbabilityOfClassOne() {
        var model = identity(1, LossFunction.XENT, Activation.SIGMOID);
        var result = evaluate(model, new float[][] {{2}, {-2}, {2}}, new float[][] {{1}, {0}, {0}});
        assertEquals(new ConfusionMatrix(new long[][] {{1, 1}, {0, 1}}), result.confusion());
    }

    @Test
    void classNumbersAreLabelsToo() {
        var model = identity(2, LossFunction.SPARSE_MCXENT, Activation.SOFTMAX);
        var result = evaluate(model, new float[][] {{1, 0}, {0, 1}}, new float[][] {{0}, {1}});
        assertEquals(1, result.score("accuracy"));
        assertEquals(Math.log(1 + Math.exp(-1)), result.loss(), 1e-6);
    }

    @Test
    void theLossHasNoRegularisationTerm() {
        var model = identity(1, LossFunction.MSE, Activation.IDENTITY, 5);
        var data = Batches.inOrder(data(new float[][] {{1}, {3}}, new float[][] {{0}, {3}}), 2);
        var result = Evaluator.evaluate(model, Task.REGRESSION, data);
        assertEquals(0.5, result.loss(), 1e-6);
        assertNull(result.confusion());
    }

    @Test
    void aRegressionIsMeasuredByErrorsAndExplainedVariance() {
        var model = identity(2, LossFunction.MSE, Activation.IDENTITY);
        var features = new float[][] {{1, 5}, {2, 5}, {4, 5}};
        var labels = new float[][] {{1, 5}, {2, 5}, {3, 5}};
        var data = Batches.inOrder(data(features, labels), 2);
        var result = Evaluator.evaluate(model, Task.REGRESSION, data);
        assertEquals(1.0 / 6, result.score("mse"), 1e-9);
        assertEquals(1.0 / 6, result.score("mae"), 1e-9);
        // Column 0: 1 - 1 / 2; column 1 is constant and met exactly: 1.
        assertEquals(0.75, result.score("r2"), 1e-9);
    }

    @Test
    void aLargeMeanDoesNotSpoilTheExplainedVariance() {
        var model = identity(1, LossFunction.MSE, Activation.IDENTITY);
        var features = new float[][] {{1 << 20}, {(1 << 20) + 2}};
        var labels = new float[][] {{(1 << 20) + 1}, {(1 << 20) + 3}};
        var data = Batches.inOrder(data(features, labels), 2);
        assertEquals(0, Evaluator.evaluate(model, Task.REGRESSION, data).score("r2"), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(RNNFormat.class)
    void perplexityIsPerUnmaskedToken(RNNFormat format) {
        // All-zero weights give each of 3 tokens probability 1/3, whatever the length.
        var model = sequences(format, Activation.SOFTMAX);
        var features = Nd4j.rand(2, 3, 4);
        var labels = Nd4j.zeros(2, 3, 4);
        for (int t = 0; t < 4; t++) {
            labels.putScalar(0, t % 3, t, 1);
            labels.putScalar(1, 2, t, 1);
        }
        var mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 1}, {1, 0, 0, 0}});
        if (format == RNNFormat.NWC) {
            features = features.permute(0, 2, 1).dup('c');
            labels = labels.permute(0, 2, 1).dup('c');
        }
        var batch = new DataSet(features, labels, null, mask);
        var result = Evaluator.evaluate(model, Task.LANGUAGE_MODEL, Batches.inOrder(batch, 2));
        assertEquals(LOG_3, result.loss(), 1e-6);
        assertEquals(3, result.score("perplexity"), 1e-5);
        var batchLoss = BatchLoss.of(Network.of(model));
        assertEquals(5, batchLoss.weight(batch));
        // DL4J's score is the sum over time by examples: 5 log 3 / 2.
        assertEquals(2.5 * LOG_3, model.score(batch), 1e-5);
        assertEquals(LOG_3, batchLoss.mean(model.score(batch), 1, batch), 1e-6);
    }

    @Test
    void tokenNumbersAndLogitsGiveTheSamePerplexity() {
        var output = Nd4j.rand(2, 3, 4).muli(5); // [B, V, T]
        var numbers = Nd4j.createFromArray(new int[][] {{0, 1, 2, 0}, {2, 2, 1, 0}});
        var oneHot = Nd4j.zeros(2, 3, 4);
        for (int b = 0; b < 2; b++) {
            for (int t = 0; t < 4; t++) {
                oneHot.putScalar(b, numbers.getInt(b, t), t, 1);
            }
        }
        var probabilities = Nd4j.nn().softmax(output, 1);
        double expected = perplexity(Activation.SOFTMAX, oneHot, probabilities);
        assertEquals(expected, perplexity(Activation.SOFTMAX, numbers, probabilities), 1e-5);
        assertEquals(expected, perplexity(Activation.IDENTITY, oneHot, output), 1e-5);
        assertEquals(
                expected, perplexity(Activation.IDENTITY, numbers.reshape(2, 1, 4), output), 1e-5);
    }

    @Test
    void tokensCountAsRightIfTheyAreTheLikeliest() {
        var output =
                Nd4j.createFromArray(new float[][][] {{{1, 2, 3, 4}, {4, 3, 2, 5}}}); // [B, V, T]
        var numbers = Nd4j.createFromArray(new int[][] {{1, 1, 1, -100}});
        var oneHot = Nd4j.createFromArray(new float[][][] {{{0, 0, 0, 0}, {1, 1, 1, 1}}});
        var mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 0}});
        double loss = Math.log1p(Math.exp(-3)) + Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(1));
        for (var labels : List.of(numbers, oneHot)) {
            var scores = new TokenScores(Network.of(sequences(RNNFormat.NCW, Activation.IDENTITY)));
            scores.add(new DataSet(output, labels, null, mask), output);
            var result = scores.result(Double.NaN);
            assertEquals(2.0 / 3, result.score("accuracy"), 1e-9);
            assertEquals(loss / 3, result.loss(), 1e-6);
        }
    }

    @Test
    void withoutDataNothingIsMeasured() {
        var model = identity(1, LossFunction.MSE, Activation.IDENTITY);
        assertSame(EvaluationResult.NONE, Evaluator.evaluate(model, Task.REGRESSION, null));
        assertEquals(Double.NaN, EvaluationResult.NONE.score("accuracy"));
    }

    @Test
    void sequencesAreNoClassification() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                Evaluator.evaluate(
                                        sequences(RNNFormat.NCW, Activation.SOFTMAX),
                                        Task.CLASSIFICATION,
                                        Batches.inOrder(
                                                new DataSet(
                                                        Nd4j.zeros(1, 3, 4), Nd4j.zeros(1, 3, 4)),
                                                1)));
        assertEquals(
                "labels must be [N, C] for a classification, got [1, 3, 4]. Use the task"
                        + " LANGUAGE_MODEL for sequences.",
                error.getMessage());
    }

    private static double perplexity(Activation activation, INDArray labels, INDArray output) {
        var scores = new TokenScores(Network.of(sequences(RNNFormat.NCW, activation)));
        scores.add(new DataSet(output, labels), output);
        return scores.result(Double.NaN).score("perplexity");
    }

    private static EvaluationResult evaluate(
            MultiLayerNetwork model, float[][] features, float[][] labels) {
        var data = Batches.inOrder(data(features, labels), 2);
        return Evaluator.evaluate(model, Task.CLASSIFICATION, data);
    }

    private static DataSet data(float[][] features, float[][] labels) {
        return new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
    }

    private static MultiLayerNetwork identity(int size, LossFunction loss, Activation activation) {
        return identity(size, loss, activation, 0);
    }

    /** A network whose output layer's weights are the identity. */
    private static MultiLayerNetwork identity(
            int size, LossFunction loss, Activation activation, double l2) {
        var layer =
                new OutputLayer.Builder(loss)
                        .nIn(size)
                        .nOut(size)
                        .hasBias(false)
                        .l2(l2)
                        .activation(activation)
                        .build();
        var model =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .updater(new Sgd(1))
                                .list()
                                .layer(layer)
                                .build());
        model.init();
        model.getParam("0_W").assign(Nd4j.eye(size));
        return model;
    }

    /** A network over sequences whose weights are all zero. */
    private static MultiLayerNetwork sequences(RNNFormat format, Activation activation) {
        var loss = activation == Activation.SOFTMAX ? LossFunction.MCXENT : LossFunction.MSE;
        var layer =
                new RnnOutputLayer.Builder(loss)
                        .dataFormat(format)
                        .nIn(3)
                        .nOut(3)
                        .activation(activation)
                        .build();
        var model =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .updater(new Sgd(1))
                                .list()
                                .layer(layer)
                                .build());
        model.init();
        model.params().assign(0);
        return model;
    }
}
