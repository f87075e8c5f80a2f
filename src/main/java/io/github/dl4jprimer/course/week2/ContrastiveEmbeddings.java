package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.TextExample;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.experiment.Task;
import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.loss.Contrastive;
import io.github.dl4jprimer.mlp.Hidden;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.mlp.Output;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.ScatterChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;

/**
 * Embeddings of alarm lines from nothing but pairs that are alike or not.
 *
 * <pre>L = 1/2 * [s * d^2 + (1 - s) * max(0, margin - d)^2]</pre>
 *
 * <p>Measured on phrasings that no pair contained: each line's nearest neighbour among the training
 * lines should be of its class. What to see: on the map the colours separate, and more nearest
 * neighbours are of the same class than before.
 *
 * <p>No class name is told, only alike or not, and the pairs are in order because a pair is two
 * neighbouring rows. The bags themselves are the baseline that counts: an embedding that finds no
 * better neighbours than the words alone has learned nothing of use.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code pairs} 3000, half of them alike, from {@code lines} 200 a class.
 *   <li>{@code margin} 1: unlike pairs are pushed to this distance and no further; it sets the
 *       scale of the map.
 *   <li>{@code embeddingSize} 8, {@code hiddenSize} 64, {@code features} 1500 of the bags.
 *   <li>{@code epochs} 5, {@code learningRate} 0.003, {@code seeds} 3.
 * </ul>
 *
 * <p>Change this: {@code --set margin=0.01} and hardly any pair pushes, for most are that far apart
 * from the start; {@code --set embeddingSize=2} and the map is the embedding itself but for a turn;
 * {@code --set pairs=100} and see how little of the classes so few pairs tell.
 */
final class ContrastiveEmbeddings implements CourseExperiment {
    /** Columns of a terminal that a line may take in a table. */
    private static final int SHOWN = 36;

    @Override
    public String id() {
        return "w2-contrastive";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("pairs", 3000, 2, 100_000)
                .with("lines", 200, 2, 1220)
                .with("margin", 1.0, 0.01, 100)
                .with("embeddingSize", 8, 2, 512)
                .with("hiddenSize", 64, 1, 4096)
                .with("features", 1500, 1, 20_000)
                .with("epochs", 5, 1, 10_000)
                .with("seeds", 3, 1, 100)
                .with("learningRate", 0.003, 1e-6, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("pairs", "64")
                .changed("lines", "20")
                .changed("epochs", "1")
                .changed("seeds", "1")
                .changed("features", "300");
    }

    /** Embeddings of one seed before and after training. */
    record Moved(EmbeddedAlarms before, EmbeddedAlarms after) {}

    @Override
    public void run(Lab lab) {
        var lines = PairedLines.of(lab);
        var runs = new ArrayList<RunResult>();
        var moved = new ArrayList<Moved>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            var experiment = experiment(lab, lines, lab.seed() + i);
            var start = (MultiLayerNetwork) experiment.model().create(lab.seed() + i);
            var run = lab.train(experiment);
            runs.add(run);
            moved.add(
                    new Moved(
                            EmbeddedAlarms.by(start, lines),
                            EmbeddedAlarms.by((MultiLayerNetwork) run.model(), lines)));
        }
        tabulate(lab, moved);
        tabulateNeighbours(lab, moved.get(0));
        drawMap(lab, moved.get(0));
        drawLoss(lab, new SeedRuns(lab.say("对比损失", "contrastive loss"), runs));
        claim(lab, moved);
    }

    private static Experiment experiment(Lab lab, PairedLines lines, long seed) {
        var settings = lab.settings();
        var network =
                MultilayerPerceptron.regressor(
                                lines.ngrams().size(),
                                List.of(settings.integer("hiddenSize")),
                                settings.integer("embeddingSize"),
                                seed)
                        .withHidden(Hidden.tanh())
                        .withOutput(
                                new Output(
                                        Activation.IDENTITY,
                                        new Contrastive(settings.number("margin"))))
                        .withUpdater(Optimizers.ADAM.at(settings.number("learningRate")));
        var pairs = AlarmPairs.draw(lines.training(), settings.integer("pairs"), seed);
        // In order: a shuffle of rows would tear the pairs apart.
        var batches = Batches.inOrder(pairs.encode(lines.ngrams()), 128);
        return Experiment.of(
                        "contrastive-seed" + seed,
                        Task.REGRESSION,
                        StartingModel.of(network.configuration()),
                        batches,
                        null)
                .withEpochs(settings.integer("epochs"))
                .withSeed(seed)
                .withDataset(lines.training().name(), lines.training().checksum());
    }

    private static void tabulate(Lab lab, List<Moved> moved) {
        var table =
                TextTable.of(
                        lab.say("向量", "embeddings"),
                        lab.say("最近邻同类 (%)", "neighbour of the same class (%)"),
                        lab.say("同类的平均距离", "mean distance, same class"),
                        lab.say("异类的平均距离", "mean distance, other classes"));
        var bags = EmbeddedAlarms.bags(moved.get(0).before().lines());
        table.row(
                lab.say("字符词袋本身", "the bags of characters"),
                100 * bags.agreement(),
                bags.distance(true),
                bags.distance(false));
        lab.figure("bags.agreement", 100 * bags.agreement());
        addRow(table, lab.say("训练前", "before"), moved, Moved::before);
        addRow(table, lab.say("训练后", "after"), moved, Moved::after);
        var caption =
                lab.say(
                        "没见过的说法，在训练行中找最近邻，%d 个种子",
                        "Unseen phrasings, neighbours among training lines, %d seeds");
        lab.table(caption.formatted(moved.size()), table);
    }

    private static void addRow(
            TextTable table, String name, List<Moved> moved, Function<Moved, EmbeddedAlarms> when) {
        ToDoubleFunction<Moved> agreement = one -> 100 * when.apply(one).agreement();
        table.row(
                name,
                summary(moved, agreement),
                summary(moved, one -> when.apply(one).distance(true)),
                summary(moved, one -> when.apply(one).distance(false)));
    }

    private static Summary summary(List<Moved> moved, ToDoubleFunction<Moved> value) {
        return Summary.of(moved.stream().mapToDouble(value).toArray());
    }

    /** Shows the first line of each class with its neighbours. */
    private static void tabulateNeighbours(Lab lab, Moved moved) {
        var table =
                TextTable.of(
                        lab.say("告警", "alarm"),
                        lab.say("训练前的最近邻", "nearest before"),
                        lab.say("训练后的最近邻", "nearest after"));
        var dev = moved.before().lines().dev().examples();
        var training = moved.before().lines().training().examples();
        int[] before = moved.before().neighbours();
        int[] after = moved.after().neighbours();
        var shown = new ArrayList<String>();
        for (int i = 0; i < dev.size(); i++) {
            var line = dev.get(i);
            if (!shown.contains(line.label())) {
                shown.add(line.label());
                table.row(cut(line), cut(training.get(before[i])), cut(training.get(after[i])));
            }
        }
        lab.table(lab.say("几条告警的最近邻", "Nearest neighbours of a few alarms"), table);
    }

    /** Returns the class and as much of the text as fits a column. */
    static String cut(TextExample line) {
        var shown = new StringBuilder();
        for (int code : line.text().codePoints().toArray()) {
            if (DisplayWidth.of(shown.toString()) >= SHOWN) {
                shown.append("…");
                break;
            }
            shown.appendCodePoint(code);
        }
        return "[%s] %s".formatted(line.label(), shown);
    }

    private static void drawMap(Lab lab, Moved moved) {
        var title = lab.say("没见过的告警在向量空间里的位置", "Where unseen alarms lie among the embeddings");
        var chart = new ScatterChart(title, PairedLines.CLASSES.toArray(String[]::new));
        chart.x(lab.say("第 1 主成分", "first principal component"));
        chart.y(lab.say("第 2 主成分", "second principal component"));
        int[] classes = moved.before().lines().dev().classes();
        chart.panel(lab.say("训练前", "before"), EmbeddingMap.plane(moved.before().dev()), classes);
        chart.panel(lab.say("训练后", "after"), EmbeddingMap.plane(moved.after().dev()), classes);
        lab.chart("map", title, chart);
    }

    private static void drawLoss(Lab lab, SeedRuns runs) {
        var title = lab.say("对比损失随轮次下降", "Contrastive loss over epochs");
        var chart = new LineChart(title);
        chart.x(lab.say("轮次", "epoch")).y(lab.say("对比损失", "contrastive loss"));
        runs.addTo(chart, EpochMetrics::trainLoss);
        lab.chart("loss", title, chart);
    }

    /**
     * Claims more neighbours of the same class than before training and than in the bags, and that
     * classes have drawn apart.
     */
    static void claim(Lab lab, List<Moved> moved) {
        var before = summary(moved, one -> 100 * one.before().agreement());
        var after = summary(moved, one -> 100 * one.after().agreement());
        var text =
                lab.say(
                        "没见过的说法，最近邻同类的比例从 %s%% 升到 %s%%，也高于词袋本身的 %.1f%%",
                        "On unseen phrasings neighbours of the same class go from %s%% to %s%%; the"
                                + " bags themselves have %.1f%%");
        double bags = 100 * EmbeddedAlarms.bags(moved.get(0).before().lines()).agreement();
        lab.claim(
                text.formatted(before, after, bags),
                after.mean() > before.mean() + 5 && after.mean() > bags);
        double alike = summary(moved, one -> one.after().distance(true)).mean();
        double unlike = summary(moved, one -> one.after().distance(false)).mean();
        var apart =
                lab.say(
                        "训练后同类平均相距 %.2f，异类 %.2f",
                        "After training lines of a class are %.2f apart on average, others %.2f");
        lab.claim(apart.formatted(alike, unlike), unlike > 1.3 * alike);
        lab.figure("before.agreement", before.mean());
        lab.figure("after.agreement", after.mean());
        lab.figure("after.sameClassDistance", alike);
        lab.figure("after.otherClassDistance", unlike);
    }
}
