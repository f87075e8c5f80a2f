package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The same encoder with and without positions, asked which of two events came first.
 *
 * <pre>
 * with      x_t = token_t + position_t
 * without   x_t = token_t:   attention and mean do not notice if the tokens are shuffled
 * </pre>
 *
 * <p>The lines are {@link OrderedEvents}: each has a mirror image of the same characters and the
 * other class. Without positions both get the very same probability, so one of the two is always
 * wrong: the accuracy is 0.5, however long the training and however large the model. So would a bag
 * of characters fare.
 *
 * <p>Settings: {@code pairs} 400 to learn from and {@code validationPairs} 200 others; {@code
 * embeddingSize} 32, {@code layers} 1, {@code epochs} 8, {@code learningRate} 0.003, {@code
 * batchSize} 32, {@code seeds} 2.
 *
 * <p>Change this: {@code --set layers=4}, and without positions it is still a coin toss; {@code
 * --set pairs=50} and see how many examples positions need.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, 3.5</a>
 */
final class WordOrder implements CourseExperiment {
    private static final int LONGEST = 32;

    @Override
    public String id() {
        return "w4-word-order";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("pairs", 400, 1, 10_000)
                .with("validationPairs", 200, 1, 10_000)
                .with("embeddingSize", 32, 4, 512)
                .with("layers", 1, 1, 12)
                .with("epochs", 8, 1, 1000)
                .with("learningRate", 0.003, 1e-6, 1)
                .with("batchSize", 32, 1, 4096)
                .with("seeds", 2, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("pairs", "20")
                .changed("validationPairs", "10")
                .changed("embeddingSize", "8")
                .changed("epochs", "2")
                .changed("seeds", "1");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var lines =
                OrderedEvents.pairs(
                        settings.integer("pairs"), settings.integer("validationPairs"), lab.seed());
        var tokens = AlarmTokens.of(lines.train().texts(), 1, LONGEST);
        int seeds = settings.integer("seeds");
        var with =
                SeedRuns.train(lab, seeds, seed -> training(settings, tokens, lines, true, seed));
        var without =
                SeedRuns.train(lab, seeds, seed -> training(settings, tokens, lines, false, seed));
        tabulate(lab, with, without);
        showPair(lab, tokens, lines.dev(), with, without);
        draw(lab, with, without);
        conclude(lab, with.accuracy().mean(), without.accuracy().mean());
    }

    static Experiment training(
            Settings settings,
            AlarmTokens tokens,
            Split<TextDataset> lines,
            boolean positions,
            long seed) {
        int width = settings.integer("embeddingSize");
        var model =
                new TransformerClassifier(
                        EmbeddingSettings.of(tokens.size(), width, LONGEST)
                                .withPositions(positions),
                        EncoderSettings.of(width, 4, 2 * width),
                        settings.integer("layers"),
                        SequencePooling.mean(),
                        false,
                        2,
                        TrainingSettings.of(seed)
                                .withUpdater(Optimizers.ADAM.at(settings.number("learningRate"))));
        return Experiment.classification(
                        positions ? "with-positions" : "without-positions",
                        model.configuration(),
                        Batches.shuffled(
                                tokens.encode(lines.train()), settings.integer("batchSize"), seed),
                        Batches.inOrder(tokens.encode(lines.dev()), 256))
                .withLabels(lines.train().labels())
                .withEpochs(settings.integer("epochs"));
    }

    private static void tabulate(Lab lab, SeedRuns with, SeedRuns without) {
        var table =
                TextTable.of(
                        lab.say("模型", "model"),
                        lab.say("最后的训练损失（nat）", "last training loss (nats)"),
                        lab.say("没见过的句子上的准确率", "accuracy on unseen lines"));
        table.row(
                lab.say("有位置", "with positions"),
                with.last(epoch -> epoch.trainLoss()),
                with.accuracy());
        table.row(
                lab.say("没有位置", "without positions"),
                without.last(epoch -> epoch.trainLoss()),
                without.accuracy());
        lab.table(
                lab.say("先故障后恢复，还是先恢复后故障（均值 ± 标准差）", "Which event came first? (mean ± std)"),
                table);
        lab.figure("accuracy.with", with.accuracy().mean());
        lab.figure("accuracy.without", without.accuracy().mean());
        lab.figure("loss.with", with.last(epoch -> epoch.trainLoss()).mean());
    }

    /** A line and its mirror image: what the first model of each kind makes of them. */
    private static void showPair(
            Lab lab, AlarmTokens tokens, TextDataset dev, SeedRuns with, SeedRuns without) {
        var pair = dev.rows(0, 1);
        INDArray seen = resolved(with, tokens, pair);
        INDArray blind = resolved(without, tokens, pair);
        var table =
                TextTable.of(
                        lab.say("句子", "line"),
                        lab.say("真实", "actual"),
                        lab.say("有位置：P(resolved)", "with positions: P(resolved)"),
                        lab.say("没有位置：P(resolved)", "without: P(resolved)"));
        for (int i = 0; i < pair.size(); i++) {
            table.row(
                    pair.examples().get(i).text(),
                    pair.examples().get(i).label(),
                    Numbers.significant(seen.getDouble(i), 3),
                    Numbers.significant(blind.getDouble(i), 3));
        }
        lab.table(
                lab.say("同样的字，换了先后：模型给出的概率", "The same characters in another order: probabilities"),
                table);
        double apart = Math.abs(blind.getDouble(0) - blind.getDouble(1));
        lab.figure("pair.apart.without", apart);
        lab.claim(
                lab.say(
                                "没有位置时，一句话与它的镜像概率最多差 %.0e：在模型眼里是同一句",
                                "without positions a line and its mirror image differ by %.0e in"
                                        + " probability: to the model they are the same line")
                        .formatted(apart),
                apart < 1e-4);
    }

    /** Returns the probability that each line is resolved, [N]. */
    private static INDArray resolved(SeedRuns runs, AlarmTokens tokens, TextDataset lines) {
        var model = (ComputationGraph) runs.runs().get(0).model();
        var batch = tokens.encode(lines);
        return model
                .output(
                        false,
                        new INDArray[] {batch.getFeatures()},
                        new INDArray[] {batch.getFeaturesMaskArray()})[0]
                .getColumn(0);
    }

    private static void draw(Lab lab, SeedRuns with, SeedRuns without) {
        var title = lab.say("位置决定能否分清先后", "Positions decide whether order can be told");
        var chart =
                new LineChart(title)
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("验证准确率", "validation accuracy"))
                        .yRange(0, 1)
                        .band(
                                lab.say("有位置", "with positions"),
                                with.epochs(),
                                with.band(epoch -> epoch.score("accuracy")))
                        .band(
                                lab.say("没有位置", "without positions"),
                                without.epochs(),
                                without.band(epoch -> epoch.score("accuracy")));
        chart.note(
                lab.say(
                                "线：%d 个种子的均值；浅色带：±1 个标准差；0.5 是抛硬币",
                                "line: mean of %d seeds; band: ±1 standard deviation; 0.5 is a"
                                        + " coin toss")
                        .formatted(lab.settings().integer("seeds")));
        lab.chart("accuracy", title, chart);
    }

    /** Claims 0.95 with positions, and within 0.02 of a coin toss without. */
    static void conclude(Lab lab, double with, double without) {
        lab.claim(
                lab.say(
                                "有位置的准确率 %.3f，没有位置的 %.3f：不告诉模型先后，它就只能抛硬币",
                                "accuracy %.3f with positions, %.3f without: not told the order,"
                                        + " the model tosses a coin")
                        .formatted(with, without),
                with >= 0.95 && Math.abs(without - 0.5) <= 0.02);
    }
}
