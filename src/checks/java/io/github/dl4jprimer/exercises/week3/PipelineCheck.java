package io.github.dl4jprimer.exercises.week3;

import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.exercise.Expect;
import io.github.dl4jprimer.experiment.ModelFolder;
import io.github.dl4jprimer.experiment.SavedModel;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Checks w3-pipeline. */
class PipelineCheck {
    private static final List<String> LABELS = List.of("正常", "异常");

    @TempDir private Path folder;
    private MultiLayerNetwork trained;

    @Test
    void meanAndDeviationComeFromTheTrainingSet() {
        var parts = new Split<>(points(1, 3, 5), points(5), points(9));
        Expect.that(
                        "features of Pipeline.scale(train [[1], [3], [5]], dev [[5]], test [[9]])",
                        () -> features(Pipeline.scale(parts)))
                .leaves("train", parts.train().features())
                .looksLike("not-scaled", Nd4j.createFromArray(1.0, 3, 5, 5, 9))
                .looksLikeIf("fitted-on-everything", got -> Math.abs(got.getDouble(1)) > 0.1)
                .looksLikeIf("each-part-by-itself", got -> Math.abs(got.getDouble(4)) < 0.1)
                .is(Nd4j.createFromArray(-1.2247449, 0, 1.2247449, 1.2247449, 3.6742346), 1e-4);
    }

    @Test
    void theNetworkHasOneHiddenLayerAndLearnsXor() {
        var data = Synthetic.xor(40, 0.2, 5);
        Expect.that("layers of Pipeline.train(xor, 7)", () -> train(data).getnLayers())
                .looksLike("no-hidden-layer", 1)
                .is(2);
        var unseen = Synthetic.xor(100, 0.2, 6);
        Expect.that(
                        "accuracy of Pipeline.train(xor, 7) on new points is at least 0.9",
                        () -> accuracy(trained, unseen) >= 0.9)
                .looksLikeIf("one-epoch-only", got -> trained.getIterationCount() < 20)
                .is(true);
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        var data = Synthetic.xor(20, 0, 5);
        Expect.that("parameters of Pipeline.train(xor, 7), again", () -> train(data).params())
                .looksLikeIf("seed-forgotten", got -> true)
                .is(train(data).params());
    }

    @Test
    void onlyTheTestSetIsReported() {
        var parts =
                new Split<>(
                        labelled(new int[] {0, 0, 1, 1}),
                        labelled(new int[] {0, 0, 1, 0}),
                        labelled(new int[] {0, 1, 1, 0}));
        Expect.that(
                        "Pipeline.testAccuracy(x > 0, parts)",
                        () -> Pipeline.testAccuracy(positive(), parts))
                .looksLike("evaluated-on-training-data", 1.0)
                .looksLike("evaluated-on-dev", 0.75)
                .is(0.5);
    }

    @Test
    void whatIsLoadedPredictsTheSameAndKnowsItsLabels() {
        var network = positive();
        INDArray x = points(-2, 0.3).features();
        INDArray expected = network.output(x);
        Expect.that(
                        "output of the model of Pipeline.store(network, labels, folder)",
                        () -> output(Pipeline.store(network, LABELS, folder.resolve("m")), x))
                .is(expected);
        Expect.that("labels in the folder", () -> ModelFolder.load(folder.resolve("m")).labels())
                .looksLike("labels-forgotten", List.of())
                .is(LABELS);
    }

    private MultiLayerNetwork train(NumberDataset data) {
        trained = Pipeline.train(data, 7);
        return trained;
    }

    /** The features of the three parts, one below the other. */
    private static INDArray features(Split<NumberDataset> parts) {
        return Nd4j.concat(
                0,
                parts.train().features().ravel(),
                parts.dev().features().ravel(),
                parts.test().features().ravel());
    }

    private static INDArray output(SavedModel saved, INDArray x) {
        return ((MultiLayerNetwork) saved.model()).output(x);
    }

    private static double accuracy(MultiLayerNetwork network, NumberDataset data) {
        return network.evaluate(Batches.inOrder(data, 100)).accuracy();
    }

    /** A network that answers class 1 if x is above 0. */
    private static MultiLayerNetwork positive() {
        var network =
                new MultiLayerNetwork(
                        MultilayerPerceptron.classifier(1, List.of(), 2, 1).configuration());
        network.init();
        network.setParams(Nd4j.createFromArray(new float[][] {{-5, 5, 0, 0}}));
        return network;
    }

    private static NumberDataset points(double... x) {
        return labelled(x, new int[x.length]);
    }

    private static NumberDataset labelled(int[] classes) {
        return labelled(new double[] {-2, -1, 1, 2}, classes);
    }

    private static NumberDataset labelled(double[] x, int[] classes) {
        INDArray features = Nd4j.createFromArray(x).castTo(Nd4j.defaultFloatingPointType());
        return NumberDataset.classification(
                "points", List.of("x"), features.reshape(x.length, 1), classes, LABELS, "");
    }
}
