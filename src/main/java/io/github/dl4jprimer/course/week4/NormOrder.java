package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.SequencePooling;
import io.github.dl4jprimer.transformer.TrainingSettings;
import io.github.dl4jprimer.transformer.TransformerClassifier;
import java.util.Arrays;
import java.util.List;

/**
 * Encoders of growing depth with the norm after the sum and before the block, trained alike.
 *
 * <pre>
 * post-norm (BERT)    x ← norm(x + attention(x)),   x ← norm(x + feedForward(x))
 * pre-norm (GPT-2)    x ← x + attention(norm(x)),   x ← x + feedForward(norm(x))
 * </pre>
 *
 * <p>No warm-up for either: the learning rate is at its full height from the first step, as one
 * would do with any other network, and it is a large one. Shallow encoders do not mind where the
 * norm is; deep ones with the norm after the sum get off the ground late, which is why BERT is
 * trained with a warm-up.
 *
 * <p>Settings: {@code depths} 2,12 blocks of {@code embeddingSize} 32; {@code linesPerClass} 40
 * alarms, {@code epochs} 3, {@code learningRate} 0.01, {@code batchSize} 32, {@code seeds} 2.
 *
 * <p>Change this: {@code --set learningRate=0.001} and see whether the place of the norm still
 * matters; {@code --set depths=2,24} takes twice as long and shows more.
 *
 * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. 2020</a>
 */
final class NormOrder implements CourseExperiment {
    private static final int LONGEST = 24;

    /** The trainings of one depth, the norm in either place. */
    record Depth(int layers, SeedRuns post, SeedRuns pre) {
        static Summary loss(SeedRuns runs) {
            return runs.last(epoch -> epoch.trainLoss());
        }
    }

    @Override
    public String id() {
        return "w4-norm-order";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .withWholes("depths", "2,12", 1, 48)
                .with("embeddingSize", 32, 4, 512)
                .with("linesPerClass", 40, 1, 1220)
                .with("epochs", 3, 1, 1000)
                .with("learningRate", 0.01, 1e-6, 1)
                .with("batchSize", 32, 1, 4096)
                .with("seeds", 2, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("depths", "1,2")
                .changed("embeddingSize", "8")
                .changed("linesPerClass", "4")
                .changed("epochs", "2")
                .changed("seeds", "1");
    }

    @Override
    public void run(Lab lab) {
        var alarms = Datasets.alarms();
        int lines = lab.settings().integer("linesPerClass");
        var few = alarms.map(part -> part.firstPerClass(lines));
        var tokens = AlarmTokens.of(few.train().texts(), 2, LONGEST);
        var depths =
                Arrays.stream(lab.settings().numbers("depths"))
                        .mapToObj(layers -> train(lab, tokens, few, (int) layers))
                        .toList();
        tabulate(lab, depths);
        draw(lab, depths);
        conclude(lab, depths.get(0), depths.get(depths.size() - 1));
    }

    private static Depth train(Lab lab, AlarmTokens tokens, Split<TextDataset> lines, int layers) {
        int seeds = lab.settings().integer("seeds");
        return new Depth(
                layers,
                SeedRuns.train(
                        lab, seeds, seed -> training(lab, tokens, lines, layers, false, seed)),
                SeedRuns.train(
                        lab, seeds, seed -> training(lab, tokens, lines, layers, true, seed)));
    }

    private static Experiment training(
            Lab lab,
            AlarmTokens tokens,
            Split<TextDataset> lines,
            int layers,
            boolean preNorm,
            long seed) {
        var settings = lab.settings();
        int width = settings.integer("embeddingSize");
        var labels = lines.train().labels();
        var model =
                new TransformerClassifier(
                        EmbeddingSettings.of(tokens.size(), width, LONGEST),
                        EncoderSettings.of(width, 4, 2 * width).withPreNorm(preNorm),
                        layers,
                        SequencePooling.mean(),
                        false,
                        labels.size(),
                        TrainingSettings.of(seed)
                                .withUpdater(Optimizers.ADAM.at(settings.number("learningRate"))));
        return Experiment.classification(
                        (preNorm ? "pre-norm-" : "post-norm-") + layers,
                        model.configuration(),
                        Batches.shuffled(
                                tokens.encode(lines.train()), settings.integer("batchSize"), seed),
                        Batches.inOrder(tokens.encode(lines.dev()), 256))
                .withLabels(labels)
                .withDataset(lines.train().name(), lines.train().checksum())
                .withEpochs(settings.integer("epochs"));
    }

    private static void tabulate(Lab lab, List<Depth> depths) {
        var table =
                TextTable.of(
                        lab.say("块数", "blocks"),
                        lab.say("后归一化：训练损失", "post-norm: training loss"),
                        lab.say("前归一化：训练损失", "pre-norm: training loss"),
                        lab.say("后归一化：验证准确率", "post-norm: validation accuracy"),
                        lab.say("前归一化：验证准确率", "pre-norm: validation accuracy"));
        for (var depth : depths) {
            table.row(
                    depth.layers(),
                    Depth.loss(depth.post()),
                    Depth.loss(depth.pre()),
                    depth.post().accuracy(),
                    depth.pre().accuracy());
            lab.figure("loss.post." + depth.layers(), Depth.loss(depth.post()).mean());
            lab.figure("loss.pre." + depth.layers(), Depth.loss(depth.pre()).mean());
        }
        lab.table(
                lab.say(
                        "告警，12 类，最后一轮（nat，均值 ± 标准差）",
                        "Alarms, 12 classes, the last epoch (nats, mean ± std)"),
                table);
    }

    private static void draw(Lab lab, List<Depth> depths) {
        var title = lab.say("归一化的位置与训练损失", "Place of the norm and training loss");
        var chart =
                new LineChart(title)
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("交叉熵 (nat)", "cross-entropy (nats)"));
        for (var depth : depths) {
            add(chart, lab.say("后归一化，%d 块", "post-norm, %d blocks"), depth, depth.post());
            add(chart, lab.say("前归一化，%d 块", "pre-norm, %d blocks"), depth, depth.pre());
        }
        chart.note(
                lab.say(
                                "线：%d 个种子的均值；浅色带：±1 个标准差",
                                "line: mean of %d seeds; band: ±1 standard deviation")
                        .formatted(lab.settings().integer("seeds")));
        lab.chart("losses", title, chart);
    }

    private static void add(LineChart chart, String name, Depth depth, SeedRuns runs) {
        chart.band(
                name.formatted(depth.layers()),
                runs.epochs(),
                runs.band(epoch -> epoch.trainLoss()));
    }

    /**
     * Claims that at the smallest depth the two losses are within a fifth of each other, and that
     * at the greatest post-norm is more than a fifth behind.
     */
    static void conclude(Lab lab, Depth shallow, Depth deep) {
        double flatPost = Depth.loss(shallow.post()).mean();
        double flatPre = Depth.loss(shallow.pre()).mean();
        lab.claim(
                lab.say(
                                "%d 块时放在哪里差不多：训练损失 %s 与 %s",
                                "with %d blocks the place hardly matters: training loss %s and %s")
                        .formatted(
                                shallow.layers(),
                                Numbers.significant(flatPost, 3),
                                Numbers.significant(flatPre, 3)),
                Math.max(flatPost, flatPre) < 1.2 * Math.min(flatPost, flatPre));
        double post = Depth.loss(deep.post()).mean();
        double pre = Depth.loss(deep.pre()).mean();
        lab.claim(
                lab.say(
                                "%d 块、不预热：后归一化的训练损失 %s，前归一化 %s，后归一化落在后面",
                                "with %d blocks and no warm-up post-norm lags: training loss %s,"
                                        + " against %s with pre-norm")
                        .formatted(
                                deep.layers(),
                                Numbers.significant(post, 3),
                                Numbers.significant(pre, 3)),
                post > 1.2 * pre);
    }
}
