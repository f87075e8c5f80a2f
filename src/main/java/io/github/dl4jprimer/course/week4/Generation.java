package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.CausalBatches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.transformer.CausalLanguageModel;
import io.github.dl4jprimer.transformer.TokenGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A small GPT that learns to write operations notes, and how temperature and top-k change what it
 * writes.
 *
 * <pre>
 * L = -mean over tokens of log p(next | what came before),   perplexity = exp(L)
 * drawn from p_i^(1/temperature), among the k likeliest
 * </pre>
 *
 * <p>Perplexity is how many tokens the model is in doubt between. The measure is the same lines
 * guessed by counting ({@link TokenFrequencies}): by each token's frequency, and by the token
 * before. What the model gains over the latter comes from looking further back. Part of it is
 * memory: the corpus is composed of clauses that recur, and a line held out is mostly made of
 * clauses that stand in others.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code lines} 12000 of the unlabelled corpus, {@code length} 36 tokens; 500 more lines to
 *       measure on.
 *   <li>{@code epochs} 3, {@code layers} 2, {@code learningRate} 0.004, {@code batchSize} 32.
 *   <li>{@code temperatures} 0.3,0.8,1.5 with the {@code topK} 20 likeliest, {@code samples} 2
 *       lines each.
 * </ul>
 *
 * <p>Change this: {@code --set topK=1} and all temperatures write the same line; {@code --set
 * epochs=1} and read what is learned first.
 *
 * @see <a
 *     href="https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf">Radford
 *     et al. 2019 (GPT-2)</a>
 */
final class Generation implements CourseExperiment {
    private static final int HELD_OUT = 500;

    /** The texts as ids: a line end, the line, and a line end if it was not cut. */
    record Texts(AlarmTokens tokens, List<int[]> training, List<int[]> heldOut) {
        static Texts of(List<String> lines, int count, int length, long seed) {
            var shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(seed));
            var training = shuffled.subList(0, count);
            var tokens = AlarmTokens.of(training, 3, length);
            int end = Math.min(shuffled.size(), count + HELD_OUT);
            var others = shuffled.subList(count, end);
            return new Texts(tokens, ids(tokens, training), ids(tokens, others));
        }

        private static List<int[]> ids(AlarmTokens tokens, List<String> lines) {
            return lines.stream().map(line -> framed(tokens.ids(line), tokens.length())).toList();
        }

        /** Puts the line end, id 0, before a line and behind it, T + 1 ids at most. */
        static int[] framed(int[] line, int length) {
            int[] text = new int[Math.min(line.length + 2, length + 1)];
            System.arraycopy(line, 0, text, 1, Math.min(line.length, length));
            return text;
        }
    }

    @Override
    public String id() {
        return "w4-generation";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("lines", 12_000, 4, 64_000)
                .with("length", 36, 4, 512)
                .with("epochs", 3, 1, 1000)
                .with("layers", 2, 1, 24)
                .with("learningRate", 0.004, 1e-6, 1)
                .with("batchSize", 32, 1, 4096)
                .withNumbers("temperatures", "0.3,0.8,1.5", 0.01, 10)
                .with("topK", 20, 1, 10_000)
                .with("samples", 2, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("lines", "60")
                .changed("length", "8")
                .changed("epochs", "2")
                .changed("layers", "1")
                .changed("topK", "5")
                .changed("samples", "1");
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var texts =
                Texts.of(
                        Datasets.alarmCorpus(),
                        settings.integer("lines"),
                        settings.integer("length"),
                        lab.seed());
        var counts = TokenFrequencies.of(texts.training(), texts.tokens().size());
        double unigram = counts.unigramPerplexity(texts.heldOut());
        double bigram = counts.bigramPerplexity(texts.heldOut());
        var run = lab.train(experiment(settings, texts, lab.seed()));
        double perplexity = run.evaluation().score("perplexity");
        tabulate(lab, unigram, bigram, perplexity);
        draw(lab, run, unigram, bigram);
        write(lab, (ComputationGraph) run.model(), texts.tokens());
        conclude(lab, unigram, bigram, perplexity);
    }

    private static Experiment experiment(Settings settings, Texts texts, long seed) {
        int batchSize = settings.integer("batchSize");
        int epochs = settings.integer("epochs");
        var model =
                CausalLanguageModel.of(texts.tokens().size(), texts.tokens().length(), seed)
                        .withNumLayers(settings.integer("layers"))
                        .withTiedDecoder(true)
                        .withUpdater(WarmedUpAdam.of(settings, texts.training().size(), epochs));
        return Experiment.languageModel(
                        "generation",
                        model.configuration(),
                        CausalBatches.shuffled(texts.training(), batchSize, seed),
                        CausalBatches.inOrder(texts.heldOut(), 64))
                .withEpochs(epochs)
                .withSeed(seed)
                .withClipNorm(1);
    }

    private static void tabulate(Lab lab, double unigram, double bigram, double perplexity) {
        var table =
                TextTable.of(
                        lab.say("怎么猜下一个词元", "how the next token is guessed"),
                        lab.say("困惑度（每词元）", "perplexity (per token)"));
        table.row(lab.say("只按频率", "by frequency"), unigram);
        table.row(lab.say("看前一个词元", "by the token before"), bigram);
        table.row(lab.say("因果语言模型", "causal language model"), perplexity);
        lab.figure("perplexity.unigram", unigram);
        lab.figure("perplexity.bigram", bigram);
        lab.figure("perplexity.model", perplexity);
        lab.table(lab.say("没训练过的句子", "Lines held out from training"), table);
    }

    private static void draw(Lab lab, RunResult run, double unigram, double bigram) {
        var title = lab.say("困惑度一轮比一轮低", "Perplexity, epoch by epoch");
        double[] epochs = run.epochs().stream().mapToDouble(EpochMetrics::epoch).toArray();
        double[] curve =
                run.epochs().stream().mapToDouble(one -> one.score("perplexity")).toArray();
        var chart =
                new LineChart(title)
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("困惑度（每词元）", "perplexity (per token)"))
                        .logY()
                        .line(lab.say("因果语言模型", "causal language model"), epochs, curve)
                        .line(lab.say("只按频率", "by frequency"), epochs, level(epochs, unigram))
                        .line(
                                lab.say("看前一个词元", "by the token before"),
                                epochs,
                                level(epochs, bigram));
        lab.chart("perplexity", title, chart);
    }

    private static double[] level(double[] epochs, double value) {
        return Arrays.stream(epochs).map(epoch -> value).toArray();
    }

    private static void write(Lab lab, ComputationGraph network, AlarmTokens tokens) {
        var settings = lab.settings();
        int topK = Math.min(settings.integer("topK"), tokens.size());
        var table = TextTable.of(lab.say("温度", "temperature"), lab.say("写出的句子", "line written"));
        for (double temperature : settings.numbers("temperatures")) {
            var generator =
                    TokenGenerator.sampling(temperature, lab.seed())
                            .withTopK(topK)
                            .withStopToken(AlarmTokens.PADDING)
                            .withoutTokens(Set.of(AlarmTokens.UNKNOWN, AlarmTokens.HIDDEN));
            for (int i = 0; i < settings.integer("samples"); i++) {
                int[] ids =
                        generator
                                .withSeed(lab.seed() + i)
                                .continuation(network, new int[] {AlarmTokens.PADDING});
                table.row(Numbers.significant(temperature, 2), text(tokens, ids));
            }
        }
        lab.table(
                lab.say(
                                "从最可能的 %d 个词元里抽（数都写作 0）",
                                "Drawn from the %d likeliest tokens (every number is 0)")
                        .formatted(topK),
                table);
    }

    /** Joins tokens to a line, with a space between two Latin words only. */
    static String text(AlarmTokens tokens, int[] ids) {
        var line = new StringBuilder();
        for (int id : IntStream.of(ids).filter(id -> id != AlarmTokens.PADDING).toArray()) {
            var token = tokens.tokens().get(id);
            boolean afterWord = line.length() > 0 && isWord(line.codePointBefore(line.length()));
            line.append(afterWord && isWord(token.codePointAt(0)) ? " " : "").append(token);
        }
        return line.toString();
    }

    private static boolean isWord(int character) {
        return character >= 'a' && character <= 'z';
    }

    /** Claims that the model is in doubt between a tenth fewer tokens than a bigram. */
    static void conclude(Lab lab, double unigram, double bigram, double perplexity) {
        lab.claim(
                lab.say(
                                "困惑度：只按频率 %.0f，看前一个词元 %.1f，因果语言模型 %.1f：看得更远才猜得更准",
                                "perplexity %.0f by frequency, %.1f by the token before, %.1f with"
                                        + " the model: looking further back is what helps")
                        .formatted(unigram, bigram, perplexity),
                perplexity < 0.9 * bigram && bigram < unigram);
    }
}
