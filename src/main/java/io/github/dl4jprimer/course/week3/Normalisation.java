package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.course.week3.NormalizedNetwork.Over;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.BatchNorm;
import io.github.dl4jprimer.scratch.LayerNorm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A deep sigmoid network without normalisation, with batch and with layer normalisation, in large
 * and in tiny batches.
 *
 * <pre>
 * y = g (x - mean) / √(var + ε) + b
 * batch: mean and var of a column of [N, D]      layer: mean and var of a row of [N, D]
 * </pre>
 *
 * <p>Both get a network going that hardly learns without. With a handful of examples a batch, the
 * columns' mean and variance are chance, and batch normalisation suffers; a row does not mind how
 * many others there are.
 *
 * <p>g and b are learned, so that the network can undo the normalisation where it does not help. At
 * test time batch normalisation uses a running mean of the batches it has seen, layer normalisation
 * the same formula as ever.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code depth} 3 sigmoid layers of {@code hiddenSize} 32: deep enough to stall without help.
 *   <li>{@code learningRate} 0.5 of plain SGD for all three, which none of them was given for
 *       itself.
 *   <li>{@code largeBatch} 60 for {@code largeBatchEpochs} 45 and {@code smallBatch} 2 for {@code
 *       smallBatchEpochs} 5: a small batch makes thirty times as many updates an epoch. Compare
 *       down a column of kinds, not small with large of one kind alone.
 *   <li>{@code trainShare} 0.1 of the digits, {@code seeds} 3.
 * </ul>
 *
 * <p>Change this: {@code --set smallBatch=8} and see how much of batch normalisation's loss is made
 * good by eight examples instead of two; {@code --set depth=1} and ask whether normalisation is
 * still needed.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton 2016</a>
 */
final class Normalisation implements CourseExperiment {
    /** What one kind of normalisation came to at one batch size. */
    record Kind(Over over, int batchSize, SeedRuns runs) {
        Summary firstTrainingLoss() {
            return runs.summary(Trained::firstTrainingLoss);
        }
    }

    @Override
    public String id() {
        return "w3-normalisation";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("depth", 3, 1, 20)
                .with("hiddenSize", 32, 1, 4096)
                .with("learningRate", 0.5, 1e-6, 100)
                .with("largeBatch", 60, 2, 1024)
                .with("largeBatchEpochs", 45, 1, 10_000)
                .with("smallBatch", 2, 2, 1024)
                .with("smallBatchEpochs", 5, 1, 10_000)
                .with("trainShare", 0.1, 0.05, 0.9)
                .with("seeds", 3, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("largeBatchEpochs", "3")
                .changed("smallBatch", "16")
                .changed("smallBatchEpochs", "2")
                .changed("trainShare", "0.1")
                .changed("seeds", "1");
    }

    @Override
    public void run(Lab lab) {
        showAxes(lab);
        var settings = lab.settings();
        var large =
                train(lab, settings.integer("largeBatch"), settings.integer("largeBatchEpochs"));
        var small =
                train(lab, settings.integer("smallBatch"), settings.integer("smallBatchEpochs"));
        tabulate(lab, large, small);
        draw(lab, "large", large);
        draw(lab, "small", small);
        conclude(lab, large, small);
    }

    private static List<Kind> train(Lab lab, int batchSize, int epochs) {
        return Arrays.stream(Over.values())
                .map(
                        over ->
                                new Kind(
                                        over,
                                        batchSize,
                                        SeedRuns.train(
                                                lab,
                                                lab.settings().integer("seeds"),
                                                seed ->
                                                        experiment(
                                                                        lab.settings(),
                                                                        over,
                                                                        batchSize,
                                                                        seed)
                                                                .withEpochs(epochs))))
                .toList();
    }

    static Experiment experiment(Settings settings, Over over, int batchSize, long seed) {
        var digits = TableSplit.of(Datasets.digits(), settings.number("trainShare"), seed);
        // The last batch is full: batch normalisation cannot do with one example.
        int size = digits.parts().train().size();
        int[] rows = IntStream.range(0, size - size % batchSize).toArray();
        var whole = digits.withTraining(digits.parts().train().rows(rows));
        var network =
                new NormalizedNetwork(
                        64,
                        settings.integer("depth"),
                        settings.integer("hiddenSize"),
                        10,
                        settings.number("learningRate"));
        var name = "over-" + over.name().toLowerCase(Locale.ROOT) + "-batch" + batchSize;
        return whole.experiment(name, network.configuration(over, seed), batchSize, seed);
    }

    private static void showAxes(Lab lab) {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2, 6}, {3, 4, 8}, {5, 12, 10}});
        var batch = BatchNorm.of(3).forward(x).output();
        var layer = LayerNorm.of(3).forward(x).output();
        var table =
                TextTable.of(
                        lab.say("样本", "example"),
                        lab.say("输入", "input"),
                        lab.say("批归一化（沿列）", "batch norm (down columns)"),
                        lab.say("层归一化（沿行）", "layer norm (along rows)"));
        for (int row = 0; row < 3; row++) {
            table.row(
                    String.valueOf(row + 1),
                    numbers(x, row),
                    numbers(batch, row),
                    numbers(layer, row));
        }
        lab.table(
                lab.say(
                        "手算：同一批三个样本，各有三个特征",
                        "By hand: one batch of three examples with three features"),
                table);
    }

    private static String numbers(INDArray matrix, int row) {
        return Arrays.stream(matrix.getRow(row).toDoubleVector())
                .mapToObj(value -> Numbers.significant(value, 3))
                .collect(Collectors.joining("  "));
    }

    private static String name(Lab lab, Over over) {
        return switch (over) {
            case NOTHING -> lab.say("不归一化", "none");
            case BATCH -> lab.say("批归一化", "batch norm");
            case LAYER -> lab.say("层归一化", "layer norm");
        };
    }

    private static void tabulate(Lab lab, List<Kind> large, List<Kind> small) {
        var table =
                TextTable.of(
                        lab.say("做法", "kind"),
                        lab.say("批大小", "batch size"),
                        lab.say("第 1 轮训练损失", "training loss, epoch 1"),
                        lab.say("最后的训练损失", "training loss, last"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("验证准确率", "validation accuracy"));
        for (var kind : Stream.concat(large.stream(), small.stream()).toList()) {
            var runs = kind.runs();
            table.row(
                    name(lab, kind.over()),
                    kind.batchSize(),
                    kind.firstTrainingLoss(),
                    runs.summary(Trained::lastTrainingLoss),
                    runs.validationLoss(),
                    runs.accuracy());
            lab.figure(
                    "accuracy.%s.batch%d"
                            .formatted(
                                    kind.over().name().toLowerCase(Locale.ROOT), kind.batchSize()),
                    runs.accuracy().mean());
        }
        lab.table(
                lab.say(
                        "手写数字，深层 sigmoid 网络（均值 ± 标准差）",
                        "Digits, a deep sigmoid network (mean ± std)"),
                table);
    }

    private static void draw(Lab lab, String key, List<Kind> kinds) {
        var title =
                lab.say("批大小 %d：验证损失", "Batch size %d: validation loss")
                        .formatted(kinds.get(0).batchSize());
        var chart = LossChart.byEpoch(lab, title);
        for (var kind : kinds) {
            chart.band(
                    name(lab, kind.over()), kind.runs().epochs(), kind.runs().validationLosses());
        }
        chart.note(LossChart.spread(lab, lab.settings().integer("seeds")));
        lab.chart(key + "-batch", title, chart);
    }

    /**
     * Claims that both kinds help by ten points in large batches, and that small ones cost batch
     * normalisation three points more than layer normalisation.
     */
    static void conclude(Lab lab, List<Kind> large, List<Kind> small) {
        double none = large.get(0).runs().accuracy().mean();
        double batch = large.get(1).runs().accuracy().mean();
        double layer = large.get(2).runs().accuracy().mean();
        lab.claim(
                lab.say(
                                "批大小 %d：不归一化准确率 %s，批归一化 %s，层归一化 %s",
                                "batch size %d: accuracy %s without, %s with batch norm, %s with"
                                        + " layer norm")
                        .formatted(
                                large.get(0).batchSize(),
                                Numbers.percent(none),
                                Numbers.percent(batch),
                                Numbers.percent(layer)),
                Math.min(batch, layer) > none + 0.1);
        double batchLoss = batch - small.get(1).runs().accuracy().mean();
        double layerLoss = layer - small.get(2).runs().accuracy().mean();
        lab.claim(
                lab.say(
                                "批大小降到 %d：批归一化的准确率少了 %.1f 个百分点，层归一化少了 %.1f",
                                "down to batch size %d batch norm loses %.1f points of accuracy,"
                                        + " layer norm %.1f")
                        .formatted(small.get(0).batchSize(), 100 * batchLoss, 100 * layerLoss),
                batchLoss > layerLoss + 0.03);
    }
}
