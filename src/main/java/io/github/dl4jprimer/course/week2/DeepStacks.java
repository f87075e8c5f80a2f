package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.mlp.Hidden;
import io.github.dl4jprimer.mlp.InitialWeights;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.Initialization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deep, narrow tanh networks on two moons, alike but for the size of their first weights.
 *
 * <p>Data, batches, optimizer and seed are the same for all five starts, and all biases are zero,
 * so nothing but the size of the first weights can explain the difference. Zero is the worst case:
 * all neurons of a layer are one neuron and stay so, and with zero weights above it no gradient
 * reaches a layer at all.
 *
 * <p>50 % on two classes of equal size is guessing. A stack whose signal has died gives the same
 * answer for every point, so its loss stays at ln 2.
 */
final class DeepStacks {
    private static final int WIDTH = 16;
    private static final int EXAMPLES = 400;
    private static final int BATCH_SIZE = 32;

    private final Lab lab;
    private final NumberDataset training;
    private final NumberDataset validation;

    DeepStacks(Lab lab) {
        this.lab = lab;
        training = Synthetic.moons(EXAMPLES, 0.15, lab.seed());
        validation = Synthetic.moons(EXAMPLES, 0.15, lab.seed() + 1);
    }

    /** Trains a stack from each start and shows which of them learn. */
    void compare() {
        var table =
                TextTable.of(
                        lab.say("初始化", "start"),
                        lab.say("验证准确率 (%)", "validation accuracy (%)"),
                        lab.say("训练损失", "training loss"));
        var title =
                lab.say("%d 层 tanh 网络能否学会双月", "Does a %d-layer tanh network learn two moons?")
                        .formatted(lab.settings().integer("layers"));
        var chart = new LineChart(title);
        chart.x(lab.say("轮次", "epoch")).y(lab.say("验证准确率", "validation accuracy"));
        var all = new ArrayList<SeedRuns>();
        for (var start : Initialization.values()) {
            var runs = train(start);
            all.add(runs);
            var accuracy = runs.last(epoch -> 100 * epoch.score("accuracy"));
            table.row(runs.name(), accuracy, runs.last(EpochMetrics::trainLoss));
            runs.addTo(chart, epoch -> epoch.score("accuracy"));
            lab.figure(start.name().toLowerCase(Locale.ROOT) + ".accuracy", accuracy.mean());
        }
        var note =
                lab.say(
                        "%d 个种子，色带为 ± 1 个标准差；全零与太小重合",
                        "%d seeds, bands are ± one standard deviation; zero lies below too small");
        chart.note(note.formatted(lab.settings().integer("seeds")));
        lab.table(title, table);
        lab.chart("training", title, chart);
        claim(all);
    }

    private SeedRuns train(Initialization start) {
        var runs = new ArrayList<RunResult>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            var name = "%s-seed%d".formatted(start.name().toLowerCase(Locale.ROOT), seed);
            var experiment =
                    Experiment.classification(
                                    name,
                                    network(seed).configuration(),
                                    Batches.shuffled(training, BATCH_SIZE, seed),
                                    Batches.inOrder(validation, EXAMPLES))
                            .withModel(StartingModel.from(started(start, seed)))
                            .withEpochs(lab.settings().integer("epochs"))
                            .withSeed(seed)
                            .withDataset(training.name(), training.checksum())
                            .withSetting("initialization", start.name());
            runs.add(lab.train(experiment));
        }
        return new SeedRuns(SignalThroughLayers.name(lab, start), runs);
    }

    private MultilayerPerceptron network(long seed) {
        var hidden = Collections.nCopies(lab.settings().integer("layers"), WIDTH);
        return MultilayerPerceptron.classifier(2, hidden, 2, seed)
                .withHidden(Hidden.tanh())
                .withUpdater(Optimizers.ADAM.at(lab.settings().number("learningRate")));
    }

    /** Returns the network with weights of a size, and biases of zero. */
    private MultiLayerNetwork started(Initialization start, long seed) {
        var network = network(seed);
        var random = new Random(seed);
        List<INDArray> parameters = new ArrayList<>();
        for (int i = 1; i < network.layerSizes().size(); i++) {
            int inputs = network.layerSizes().get(i - 1);
            int outputs = network.layerSizes().get(i);
            parameters.add(start.weights(inputs, outputs, random).castTo(DataType.FLOAT));
            parameters.add(Nd4j.zeros(DataType.FLOAT, outputs));
        }
        return InitialWeights.start(network.configuration(), parameters);
    }

    /**
     * Claims that the stack that starts from Xavier ends twenty points above both whose signal has
     * died.
     */
    void claim(List<SeedRuns> all) {
        double xavier = accuracy(all, Initialization.XAVIER);
        double zero = accuracy(all, Initialization.ZERO);
        double tooSmall = accuracy(all, Initialization.TOO_SMALL);
        var text =
                lab.say(
                        "同样训练 %d 轮：Xavier 的验证准确率 %.1f%%，太小 %.1f%%，全零 %.1f%%",
                        "After %d epochs the validation accuracy is %.1f%% with Xavier, %.1f%% when"
                                + " too small, %.1f%% with zeros");
        lab.claim(
                text.formatted(lab.settings().integer("epochs"), xavier, tooSmall, zero),
                xavier > tooSmall + 20 && xavier > zero + 20);
    }

    private static double accuracy(List<SeedRuns> all, Initialization start) {
        return all.get(start.ordinal()).last(epoch -> 100 * epoch.score("accuracy")).mean();
    }
}
