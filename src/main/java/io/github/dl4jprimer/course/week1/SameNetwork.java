package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.experiment.StepMetrics;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.mlp.Hidden;
import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.ActivationFunction;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import io.github.dl4jprimer.scratch.TwoLayerNetwork.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The network written by hand and the one of DL4J from the same weights over the same batches, W ←
 * W - ηdW: one loss curve.
 *
 * <p>In double precision the curves differ by rounding alone, in single precision by a little more.
 * The same layers with nothing but {@link Dl4jDefaults} take another path altogether.
 *
 * <p>That the two curves coincide is the proof that the formulas by hand are those of the
 * framework: same initial weights, same batches in the same order, same update. Any difference in
 * the sum, the mean or the order of an update would show within a few steps.
 *
 * <p>Settings: {@code learningRate} 0.1, {@code batchSize} 16 and {@code epochs} 30 make some
 * hundreds of steps, long enough for a small difference to grow; {@code hiddenSize} 16.
 *
 * <p>Change this: {@code --set learningRate=2} takes longer steps, and the differences that
 * rounding makes grow by orders of magnitude; {@code --set epochs=300} lets single precision drift
 * a little further.
 */
final class SameNetwork implements CourseExperiment {
    /** Largest difference of two losses that counts as none. */
    private static final double BOUND = 1e-5;

    @Override
    public String id() {
        return "w1-same-network";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("learningRate", 0.1, 1e-6, 100)
                .with("epochs", 30, 1, 10_000)
                .with("hiddenSize", 16, 1, 4096)
                .with("batchSize", 16, 1, 4096);
    }

    @Override
    public Settings quick() {
        return settings().with("epochs", 4);
    }

    /** The loss before each step, in both networks; NaN after a training that diverged. */
    record Curves(double[] byHand, double[] byDl4j) {
        Curves {
            byDl4j = lasting(byDl4j, byHand.length);
        }

        /** NaN if one of them is no number somewhere. */
        double largestDifference() {
            return IntStream.range(0, byHand.length)
                    .mapToDouble(step -> Math.abs(byHand[step] - byDl4j[step]))
                    .max()
                    .orElseThrow();
        }
    }

    @Override
    public void run(Lab lab) {
        var iris = Datasets.iris();
        var data = Standardization.apply(Standardization.fit(iris), iris);
        int inputs = data.featureNames().size();
        int hidden = lab.settings().integer("hiddenSize");
        int classes = data.labels().size();
        var start =
                TwoLayerNetwork.random(
                        inputs, hidden, classes, ActivationFunction.RELU, lab.seed());
        var doubles = compare(lab, data, start, DataType.DOUBLE);
        var floats = compare(lab, data, start, DataType.FLOAT);
        var unsaid = StartingModel.of(Dl4jDefaults.network(inputs, hidden, classes));
        double[] defaults =
                lasting(train(lab, "dl4j-defaults", unsaid, data), doubles.byHand().length);
        tabulate(lab, doubles, floats);
        lab.table(
                lab.say("不写就是这些默认值", "What is not said is one of these defaults"),
                Dl4jDefaults.table(lab));
        draw(lab, doubles, defaults);
        claim(lab, doubles, floats, defaults);
    }

    /** A training that diverged ends early; what it did not reach is NaN. */
    static double[] lasting(double[] losses, int steps) {
        double[] all = Arrays.copyOf(losses, steps);
        Arrays.fill(all, Math.min(losses.length, steps), steps, Double.NaN);
        return all;
    }

    private static Curves compare(
            Lab lab, NumberDataset data, TwoLayerNetwork start, DataType type) {
        var typed = castTo(start, type);
        return new Curves(
                byHand(lab, data.castTo(type), typed), inDl4j(lab, data.castTo(type), typed));
    }

    private static TwoLayerNetwork castTo(TwoLayerNetwork network, DataType type) {
        var p = network.parameters();
        var cast =
                new Parameters(
                        p.w1().castTo(type),
                        p.b1().castTo(type),
                        p.w2().castTo(type),
                        p.b2().castTo(type));
        return new TwoLayerNetwork(cast, network.activation());
    }

    private static Batches batches(Lab lab, NumberDataset data) {
        return Batches.shuffled(data, lab.settings().integer("batchSize"), lab.seed());
    }

    /** The loss before each step. */
    private static double[] byHand(Lab lab, NumberDataset data, TwoLayerNetwork start) {
        var network = start;
        var losses = DoubleStream.builder();
        var batches = batches(lab, data);
        for (int epoch = 1; epoch <= lab.settings().integer("epochs"); epoch++) {
            batches.startEpoch(epoch);
            while (batches.hasNext()) {
                var batch = batches.next();
                losses.add(network.loss(batch.getFeatures(), batch.getLabels()));
                var cache = network.forward(batch.getFeatures());
                var gradients = network.backward(cache, batch.getLabels());
                network = network.step(gradients, lab.settings().number("learningRate"));
            }
        }
        return losses.build().toArray();
    }

    private static double[] inDl4j(Lab lab, NumberDataset data, TwoLayerNetwork start) {
        var type = data.features().dataType();
        var configuration =
                MultilayerPerceptron.classifier(
                                data.featureNames().size(),
                                List.of(lab.settings().integer("hiddenSize")),
                                data.labels().size(),
                                lab.seed())
                        .withHidden(Hidden.relu())
                        .withUpdater(new Sgd(lab.settings().number("learningRate")))
                        .configuration();
        var model = InitialWeights.start(configuration, start.parameters().blocks().values());
        return train(lab, "dl4j-" + type, StartingModel.from(model), data);
    }

    private static double[] train(Lab lab, String name, StartingModel model, NumberDataset data) {
        var experiment =
                Experiment.of(name, Task.CLASSIFICATION, model, batches(lab, data), null)
                        .withEpochs(lab.settings().integer("epochs"))
                        .withSeed(lab.seed())
                        .withLabels(data.labels())
                        .withDataset(data.name(), data.checksum());
        return lab.train(experiment).steps().stream().mapToDouble(StepMetrics::dataLoss).toArray();
    }

    private static void tabulate(Lab lab, Curves doubles, Curves floats) {
        var table =
                TextTable.of(
                        lab.say("精度", "precision"),
                        lab.say("步数", "steps"),
                        lab.say("最后的损失，手写", "final loss, by hand"),
                        lab.say("最后的损失，DL4J", "final loss, DL4J"),
                        lab.say("两条曲线的最大差值", "largest difference"));
        row(table, "double", doubles);
        row(table, "float", floats);
        lab.table(lab.say("同样的起点，同样的批次", "Same start, same batches"), table);
    }

    private static void row(TextTable table, String precision, Curves curves) {
        int last = curves.byHand().length - 1;
        table.row(
                precision,
                curves.byHand().length,
                curves.byHand()[last],
                curves.byDl4j()[last],
                curves.largestDifference());
    }

    private static void draw(Lab lab, Curves curves, double[] defaults) {
        var chart =
                new LineChart(lab.say("同一起点，两条损失曲线", "One start, two loss curves"))
                        .x(lab.say("步", "step"))
                        .y(lab.say("每批的交叉熵 (nat)", "cross-entropy of each batch (nat)"));
        Overlay.add(
                chart,
                lab.say("DL4J 的网络", "network in DL4J"),
                curves.byDl4j(),
                lab.say("手写的网络（每隔几步一个点）", "network by hand (a dot every few steps)"),
                curves.byHand());
        chart.line(
                lab.say("DL4J，全用默认值", "DL4J, nothing but defaults"),
                Overlay.steps(defaults.length),
                Overlay.drawn(defaults));
        lab.chart(
                "loss",
                lab.say("手写网络的点都落在 DL4J 的线上", "The dots of the network by hand lie on DL4J's line"),
                chart);
    }

    /**
     * Claims that the curves are one in either precision, and that nothing but defaults ends more
     * than twice as high.
     */
    static void claim(Lab lab, Curves doubles, Curves floats, double[] defaults) {
        double difference = doubles.largestDifference();
        double inFloat = floats.largestDifference();
        lab.figure("difference.double", difference);
        lab.figure("difference.float", inFloat);
        lab.claim(
                lab.say(
                                "手写与 DL4J 的损失曲线最多相差 %.1e（double）、%.1e（float），都小于 %.0e",
                                "the curves by hand and of DL4J differ by at most %.1e (double),"
                                        + " %.1e (float), below %.0e")
                        .formatted(difference, inFloat, BOUND),
                Math.max(difference, inFloat) < BOUND);
        double end = lastEpoch(lab, doubles.byDl4j());
        double endOfDefaults = lastEpoch(lab, defaults);
        lab.figure("loss.dl4j", end);
        lab.figure("loss.defaults", endOfDefaults);
        lab.claim(
                lab.say(
                                "全用默认值几乎没学：最后一轮的损失 %.3f，写明设置的是 %.3f",
                                "nothing but defaults hardly learns: loss of the last epoch %.3f,"
                                        + " with settings stated %.3f")
                        .formatted(endOfDefaults, end),
                endOfDefaults > 2 * end);
    }

    private static double lastEpoch(Lab lab, double[] losses) {
        int steps = losses.length / lab.settings().integer("epochs");
        return DoubleStream.of(losses).skip(losses.length - steps).average().orElseThrow();
    }
}
