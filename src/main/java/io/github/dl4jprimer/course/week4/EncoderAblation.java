package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Heads and blocks taken away and added: what does each contribute?
 *
 * <p>An ablation changes one thing and leaves the rest. With H heads each has D / H numbers to look
 * with, and the number of parameters is the same; each block more adds parameters. On few lines the
 * answer may well be that it makes no difference: then the smaller model is the better one.
 *
 * <p>Settings: {@code heads} 1,4 with the first of {@code layers} that is at least 2, {@code
 * layers} 1,2,4 with the last of the heads; {@code linesPerClass} 150, {@code seeds} 2, the others
 * as in {@link EncoderOnAlarms}. Measured on the dev lines: choosing is not examining.
 *
 * <p>Change this: {@code --set heads=1,2,8,16} or {@code --set layers=1,8}.
 */
final class EncoderAblation implements CourseExperiment {
    /** One size and what came of it. */
    record Variant(int heads, int layers, long parameters, SeedRuns runs) {
        String name(Lab lab) {
            return lab.say("%d 头 × %d 块", "H = %d, blocks = %d").formatted(heads, layers);
        }
    }

    @Override
    public String id() {
        return "w4-encoder-ablation";
    }

    @Override
    public Settings settings() {
        return AlarmModels.usual()
                .changed("epochs", "5")
                .withWholes("heads", "1,4", 1, 32)
                .withWholes("layers", "1,2,4", 1, 24)
                .with("linesPerClass", 150, 1, 1220)
                .with("length", 36, 4, 200)
                .with("seeds", 2, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("linesPerClass", "4")
                .changed("embeddingSize", "8")
                .changed("length", "8")
                .changed("layers", "1,2")
                .changed("epochs", "1")
                .changed("dropoutRate", "0");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var alarms = Datasets.alarms();
        int count = settings.integer("linesPerClass");
        var few = new Split<>(alarms.train().firstPerClass(count), alarms.dev(), alarms.test());
        var tokens = AlarmTokens.of(few.train().texts(), 2, settings.integer("length"));
        var models = new AlarmModels(settings, tokens, few);
        int[] heads = wholes(settings, "heads");
        int[] layers = wholes(settings, "layers");
        int usualLayers = Arrays.stream(layers).filter(l -> l >= 2).findFirst().orElse(layers[0]);
        int usualHeads = heads[heads.length - 1];
        var variants = new ArrayList<Variant>();
        for (int h : heads) {
            variants.add(train(lab, models, h, usualLayers));
        }
        for (int l : layers) {
            if (l != usualLayers) {
                variants.add(train(lab, models, usualHeads, l));
            }
        }
        tabulate(lab, variants);
        draw(lab, variants);
        conclude(lab, variants.stream().map(variant -> variant.runs().accuracy()).toList());
    }

    private static int[] wholes(Settings settings, String name) {
        return Arrays.stream(settings.numbers(name)).mapToInt(number -> (int) number).toArray();
    }

    private static Variant train(Lab lab, AlarmModels models, int heads, int layers) {
        var runs =
                SeedRuns.train(
                        lab,
                        lab.settings().integer("seeds"),
                        seed ->
                                models.encoder(
                                        "heads%d-layers%d".formatted(heads, layers),
                                        heads,
                                        layers,
                                        seed));
        var model = (ComputationGraph) runs.runs().get(0).model();
        return new Variant(heads, layers, model.numParams(), runs);
    }

    private static void tabulate(Lab lab, List<Variant> variants) {
        var table =
                TextTable.of(
                        lab.say("头", "heads"),
                        lab.say("块", "blocks"),
                        lab.say("参数个数", "parameters"),
                        lab.say("训练损失（nat）", "training loss (nats)"),
                        lab.say("验证准确率", "dev accuracy"));
        for (var variant : variants) {
            table.row(
                    variant.heads(),
                    variant.layers(),
                    variant.parameters(),
                    variant.runs().last(epoch -> epoch.trainLoss()),
                    variant.runs().accuracy());
            lab.figure(
                    "accuracy.heads%d.layers%d".formatted(variant.heads(), variant.layers()),
                    variant.runs().accuracy().mean());
        }
        lab.table(
                lab.say(
                                "少几个头、多几块，有什么不同（%d 个种子，均值 ± 标准差）",
                                "Fewer heads, more blocks: what changes (%d seeds, mean ± std)")
                        .formatted(lab.settings().integer("seeds")),
                table);
    }

    private static void draw(Lab lab, List<Variant> variants) {
        var title = lab.say("头数、块数与验证准确率", "Heads, blocks and dev accuracy");
        var names = variants.stream().map(one -> one.name(lab)).toArray(String[]::new);
        var chart =
                new BarChart(title, names)
                        .x(lab.say("编码器", "encoder"))
                        .y(lab.say("验证准确率", "dev accuracy"))
                        .series(
                                lab.say("验证集", "dev lines"),
                                variants.stream()
                                        .map(one -> one.runs().accuracy())
                                        .toArray(Summary[]::new));
        lab.chart("ablation", title, chart);
    }

    /** Claims that all sizes are within ten points: on few lines size decides little. */
    static void conclude(Lab lab, List<Summary> accuracies) {
        double best = accuracies.stream().mapToDouble(Summary::mean).max().orElseThrow();
        double worst = accuracies.stream().mapToDouble(Summary::mean).min().orElseThrow();
        lab.figure("accuracy.range", best - worst);
        lab.claim(
                lab.say(
                                "最好与最差的结构只差 %.1f 个百分点（%.3f 与 %.3f）：这么少的训练数据上，头和块的多少不起决定作用",
                                "best and worst are only %.1f points apart (%.3f and %.3f): on so"
                                    + " few lines the number of heads and blocks decides little")
                        .formatted(100 * (best - worst), best, worst),
                best - worst < 0.1);
    }
}
