package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.bert.BertConfig;
import io.github.dl4jprimer.bert.MaskedBatches;
import io.github.dl4jprimer.bert.TokenMasking;
import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.transformer.EmbeddingSettings;
import io.github.dl4jprimer.transformer.EncoderSettings;
import io.github.dl4jprimer.transformer.MaskedLanguageModel;
import io.github.dl4jprimer.transformer.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A small BERT learns to fill gaps in text without labels.
 *
 * <pre>
 * text    [CLS] 磁 盘 写 满 [SEP]
 * seen    [CLS] 磁 [MASK] 写 满 [SEP]
 * loss    -log p(盘), the mean over the hidden tokens alone
 * </pre>
 *
 * <p>The lesson reads a part of the text twice, which takes a minute or two; beside it stands the
 * checkpoint that ships with the course, which read all of it for longer ({@code
 * datasets/bert-alarms-zh/README.md}). The model is written to {@code checkpoint/} in the run's
 * folder, as a directory that Python can load.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code corpus} alarm-logs-zh: the shipped text; or a file of your own, one text a line.
 *   <li>{@code lines} 20000 to train on at most; {@code length} 64 tokens a line.
 *   <li>{@code vocabularyLines} 100000000 that the vocabulary is made of at most: all there are.
 *   <li>{@code epochs} 2 at {@code learningRate} 0.002, batches of {@code batchSize} 32.
 *   <li>{@code maskedRate} 0.2 of the tokens hidden, in spans.
 *   <li>{@code embeddingSize} 128, {@code heads} 4, {@code layers} 2.
 *   <li>{@code sentence} with a gap {@code [MASK]}, to be filled in.
 * </ul>
 *
 * <p>Change this: {@code --set maskedRate=0.6}: why are so many gaps harder to learn from? {@code
 * --set sentence=数据库主从[MASK]制延迟} for a gap of your own.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018: BERT</a>
 */
final class PreTraining implements CourseExperiment {
    private static final int SHOWN = 3;
    private static final List<String> SENTENCES =
            List.of("磁[MASK]写满，清理日志", "网络丢[MASK]率升高", "主从复[MASK]延迟", "证[MASK]即将到期");

    @Override
    public String id() {
        return "w4-pretraining";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("corpus", UnlabelledText.SHIPPED)
                .with("lines", 20_000, 1, 100_000_000)
                .with("vocabularyLines", 100_000_000, 1, 100_000_000)
                .with("length", 64, 4, 512)
                .with("epochs", 2, 1, 1000)
                .with("learningRate", 0.002, 1e-6, 1)
                .with("batchSize", 32, 1, 4096)
                .with("maskedRate", 0.2, 0.01, 0.9)
                .with("embeddingSize", 128, 4, 1024)
                .with("heads", 4, 1, 64)
                .with("layers", 2, 1, 24)
                .with("sentence", "内存泄[MASK]，重启服务");
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("lines", "60")
                .changed("vocabularyLines", "60")
                .changed("length", "12")
                .changed("epochs", "1")
                .changed("embeddingSize", "8")
                .changed("layers", "1");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var sentence = GapFilling.check(settings.text("sentence"));
        var text =
                UnlabelledText.of(
                        UnlabelledText.lines(settings.text("corpus")),
                        settings.integer("vocabularyLines"),
                        settings.integer("lines"),
                        settings.integer("length"),
                        lab.seed());
        int vocabulary = text.tokenizer().vocabulary().size();
        var config = config(settings, vocabulary);
        var run = lab.train(experiment(lab, text, config));
        var model = new PretrainedEncoder(text.tokenizer(), config, (ComputationGraph) run.model());
        fillGaps(lab, model, sentence);
        model.save(lab.directory().resolve("checkpoint"));
        double byFrequency =
                TokenFrequencies.of(text.training(), vocabulary).unigramPerplexity(text.heldOut());
        tabulate(lab, run, vocabulary);
        PerplexityChart.leaveIn(lab, run, byFrequency);
        conclude(lab, byFrequency, run.evaluation().score("perplexity"));
    }

    private static BertConfig config(Settings settings, int vocabularySize) {
        int width = settings.integer("embeddingSize");
        return BertConfig.of(
                EmbeddingSettings.of(vocabularySize, width, settings.integer("length"))
                        .withSegments(2),
                EncoderSettings.of(width, settings.integer("heads"), 2 * width),
                settings.integer("layers"),
                List.of());
    }

    private static Experiment experiment(Lab lab, UnlabelledText text, BertConfig config) {
        var settings = lab.settings();
        int batchSize = settings.integer("batchSize");
        int epochs = settings.integer("epochs");
        var masking =
                TokenMasking.of(text.tokenizer().vocabulary(), lab.seed())
                        .withSpans()
                        .withRate(settings.number("maskedRate"));
        var model =
                new MaskedLanguageModel(
                        config.embedding(),
                        config.encoder(),
                        config.numLayers(),
                        TrainingSettings.of(lab.seed())
                                .withUpdater(
                                        WarmedUpAdam.of(settings, text.training().size(), epochs)));
        return Experiment.languageModel(
                        "pretraining",
                        model.configuration(),
                        MaskedBatches.shuffled(text.training(), masking, batchSize, lab.seed()),
                        MaskedBatches.inOrder(text.heldOut(), masking, batchSize))
                .withEpochs(epochs)
                .withSeed(lab.seed())
                .withClipNorm(1);
    }

    private static void tabulate(Lab lab, RunResult run, int vocabulary) {
        var table =
                TextTable.of(
                        lab.say("轮次", "epoch"),
                        lab.say("训练损失（nat/词元）", "training loss (nats a token)"),
                        lab.say("没训练过的句子：困惑度", "held-out lines: perplexity"),
                        lab.say("猜中的比例", "share guessed right"));
        for (EpochMetrics epoch : run.epochs()) {
            table.row(
                    epoch.epoch(),
                    epoch.trainLoss(),
                    epoch.score("perplexity"),
                    epoch.score("accuracy"));
        }
        lab.figure("perplexity.model", run.evaluation().score("perplexity"));
        lab.figure("accuracy", run.evaluation().score("accuracy"));
        lab.figure("vocabulary", vocabulary);
        lab.table(
                lab.say("盖住 %.0f%% 的词元来猜，词表 %d", "%.0f%% of the tokens are hidden, vocabulary %d")
                        .formatted(100 * lab.settings().number("maskedRate"), vocabulary),
                table);
    }

    /** Leaves what this model writes into gaps, and what the shipped one does. */
    private static void fillGaps(Lab lab, PretrainedEncoder model, String last) {
        var shipped = PretrainedEncoder.open(PretrainedEncoder.SHIPPED);
        var table =
                TextTable.of(
                        lab.say("句子", "line"),
                        lab.say("这次训练的模型", "the model of this run"),
                        lab.say("随课程附带的模型", "the shipped model"));
        var sentences = new ArrayList<>(SENTENCES);
        sentences.add(last);
        for (var sentence : sentences) {
            table.row(
                    sentence,
                    GapFilling.told(model, sentence, SHOWN),
                    GapFilling.told(shipped, sentence, SHOWN));
        }
        lab.table(
                lab.say(
                        "填空：最可能的三个词元和概率",
                        "Gaps: the three likeliest tokens, with their probabilities"),
                table);
    }

    /** Claims that the model is in doubt between a third as many tokens as by frequency. */
    static void conclude(Lab lab, double byFrequency, double perplexity) {
        lab.figure("perplexity.unigram", byFrequency);
        lab.claim(
                lab.say(
                                "没训练过的句子：只按频率猜，困惑度 %.0f；看着上下文猜 %.1f（至多三分之一）",
                                "held-out lines: perplexity %.0f by frequency, %.1f from the"
                                        + " context (at most a third)")
                        .formatted(byFrequency, perplexity),
                perplexity <= byFrequency / 3);
    }
}
