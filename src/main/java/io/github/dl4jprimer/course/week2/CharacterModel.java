package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Batches;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.loss.NextTokenCrossEntropy;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A small LSTM that guesses the next character of an alarm line, under RMSprop, SGD and Adam.
 *
 * <pre>loss = -mean over characters of log p(next)      perplexity = exp(loss)</pre>
 *
 * <p>Validated on phrasings that training never saw. The learning rates are the best of a sweep in
 * factors of three made beforehand; SGD's gradient is cut to norm 1, as the others' is. What to
 * see: frequent characters come first, then words, then the shape of a whole line; SGD lags far
 * behind.
 */
final class CharacterModel implements CourseExperiment {
    private static final int VALIDATION_LINES = 300;

    @Override
    public String id() {
        return "w2-character-model";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("lines", 2048)
                .with("length", 20)
                .with("epochs", 6)
                .with("seeds", 2)
                .with("hiddenSize", 96)
                .with("embeddingSize", 32)
                .with("batchSize", 128)
                .with("rmspropRate", 0.003)
                .with("sgdRate", 3.0)
                .with("adamRate", 0.01)
                .with("temperature", 0.7);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("lines", "64")
                .changed("length", "12")
                .changed("epochs", "2")
                .changed("seeds", "1")
                .changed("hiddenSize", "16");
    }

    /** The lines to learn from, those to validate on, and their characters. */
    private record Lines(AlarmCharacters characters, TextDataset training, List<String> dev) {
        static Lines of(Lab lab) {
            var alarms = Datasets.alarms();
            int lines = lab.settings().integer("lines");
            var training = sample(alarms.train(), lines, lab.seed());
            var dev = sample(alarms.dev(), VALIDATION_LINES, lab.seed());
            var characters =
                    AlarmCharacters.of(training.texts(), 8, lab.settings().integer("length"));
            return new Lines(characters, training, dev.texts());
        }

        /** Draws from the lines that begin in Chinese: no time stamp or host name comes first. */
        private static TextDataset sample(TextDataset from, int count, long seed) {
            var chinese = new ArrayList<>(from.examples());
            chinese.removeIf(line -> !Character.isIdeographic(line.text().codePointAt(0)));
            Collections.shuffle(chinese, new Random(seed));
            var chosen = chinese.subList(0, Math.min(count, chinese.size()));
            return new TextDataset(from.name(), chosen, from.labels(), from.checksum());
        }
    }

    /** The runs of one optimizer, and what the first of them wrote after each epoch. */
    private record Written(String key, SeedRuns runs, List<String> samples) {
        double perplexity(int epoch) {
            return runs.runs().get(0).epochs().get(epoch - 1).score("perplexity");
        }
    }

    @Override
    public void run(Lab lab) {
        var lines = Lines.of(lab);
        Map<String, IUpdater> updaters = new LinkedHashMap<>();
        updaters.put("RMSprop", Optimizers.RMSPROP.at(lab.settings().number("rmspropRate")));
        updaters.put("SGD", Optimizers.SGD.at(lab.settings().number("sgdRate")));
        updaters.put("Adam", Optimizers.ADAM.at(lab.settings().number("adamRate")));
        var all = new ArrayList<Written>();
        updaters.forEach((name, updater) -> all.add(train(lab, lines, name, updater)));
        double guess =
                lines.characters().frequencyPerplexity(lines.training().texts(), lines.dev());
        tabulate(lab, all, guess);
        tabulateSamples(lab, all);
        draw(lab, all, guess);
        claim(lab, all, guess);
    }

    private static Written train(Lab lab, Lines lines, String name, IUpdater updater) {
        var runs = new ArrayList<RunResult>();
        List<String> samples = List.of();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            var sampler =
                    new LineSampler(lines.characters(), lab.settings().number("temperature"), seed);
            var experiment = experiment(lab, lines, name + "-seed" + seed, updater, seed);
            runs.add(lab.train(experiment.withListeners(sampler)));
            samples = i == 0 ? sampler.lines() : samples;
        }
        return new Written(name, new SeedRuns(name, runs), samples);
    }

    private static Experiment experiment(
            Lab lab, Lines lines, String name, IUpdater updater, long seed) {
        var settings = lab.settings();
        var training = lines.characters().encode(lines.training().texts());
        var dev = lines.characters().encode(lines.dev());
        return Experiment.languageModel(
                        name,
                        configuration(settings, lines.characters(), updater.clone(), seed),
                        Batches.shuffled(training, settings.integer("batchSize"), seed),
                        Batches.inOrder(dev, 100))
                .withEpochs(settings.integer("epochs"))
                .withSeed(seed)
                .withClipNorm(1)
                .withDataset(lines.training().name(), lines.training().checksum());
    }

    /**
     * Character numbers [B, T] to embeddings [B, D, T], LSTM [B, H, T], probabilities [B, V, T].
     */
    private static MultiLayerConfiguration configuration(
            Settings settings, AlarmCharacters characters, IUpdater updater, long seed) {
        int embedding = settings.integer("embeddingSize");
        int hidden = settings.integer("hiddenSize");
        var loss = NextTokenCrossEntropy.ofLength(characters.length());
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(characters.size())
                                .nOut(embedding)
                                .outputDataFormat(RNNFormat.NCW)
                                .build())
                .layer(
                        new LSTM.Builder()
                                .nIn(embedding)
                                .nOut(hidden)
                                .activation(Activation.TANH)
                                .dataFormat(RNNFormat.NCW)
                                .build())
                .layer(
                        new RnnOutputLayer.Builder(loss)
                                .nIn(hidden)
                                .nOut(characters.size())
                                .activation(Activation.SOFTMAX)
                                .dataFormat(RNNFormat.NCW) // unset, DL4J takes axis 1 for time
                                .build())
                .build();
    }

    private static void tabulate(Lab lab, List<Written> all, double guess) {
        var table =
                TextTable.of(
                        lab.say("优化器", "optimizer"),
                        lab.say("训练损失（nat/字）", "training loss (nats/character)"),
                        lab.say("验证困惑度（每字）", "validation perplexity (per character)"));
        for (var written : all) {
            var perplexity = written.runs().last(epoch -> epoch.score("perplexity"));
            table.row(written.key(), written.runs().last(epoch -> epoch.trainLoss()), perplexity);
            lab.figure(written.key() + ".perplexity", perplexity.mean());
        }
        table.row(lab.say("只按字频猜", "guessing by frequency"), "-", guess);
        lab.figure("frequency.perplexity", guess);
        var caption = lab.say("没见过的说法上，%d 个种子", "On unseen phrasings, %d seeds");
        lab.table(caption.formatted(lab.settings().integer("seeds")), table);
    }

    private static void tabulateSamples(Lab lab, List<Written> all) {
        var table =
                TextTable.of(
                        lab.say("优化器", "optimizer"),
                        lab.say("轮次", "epoch"),
                        lab.say("困惑度", "perplexity"),
                        lab.say("采样的句子", "sampled line"));
        for (var written : all) {
            int epochs = written.samples().size();
            IntStream.of(1, (epochs + 1) / 2, epochs)
                    .distinct()
                    .forEach(
                            epoch ->
                                    table.row(
                                            written.key(),
                                            epoch,
                                            Numbers.significant(written.perplexity(epoch), 3),
                                            written.samples().get(epoch - 1)));
        }
        lab.table(
                lab.say(
                        "训练途中写出的句子（数都写作 0，□ 是罕见字）",
                        "Lines written on the way (every number is 0, □ is a rare character)"),
                table);
    }

    private static void draw(Lab lab, List<Written> all, double guess) {
        var title = lab.say("验证集上的每字困惑度", "Perplexity per character on dev");
        var chart = new LineChart(title).logY();
        chart.x(lab.say("轮次", "epoch")).y(lab.say("困惑度（每字）", "perplexity (per character)"));
        for (var written : all) {
            var runs = written.runs();
            chart.band(runs.name(), runs.epochs(), runs.band(epoch -> epoch.score("perplexity")));
        }
        double[] epochs = all.get(0).runs().epochs();
        double[] level = IntStream.range(0, epochs.length).mapToDouble(i -> guess).toArray();
        chart.line(lab.say("只按字频猜", "guessing by frequency"), epochs, level);
        lab.chart("perplexity", title, chart);
    }

    private static void claim(Lab lab, List<Written> all, double guess) {
        double rmsprop = all.get(0).runs().last(epoch -> epoch.score("perplexity")).mean();
        double sgd = all.get(1).runs().last(epoch -> epoch.score("perplexity")).mean();
        double adam = all.get(2).runs().last(epoch -> epoch.score("perplexity")).mean();
        var text =
                lab.say(
                        "每字困惑度：只按字频猜 %.0f，SGD %.0f，RMSprop %.0f，Adam %.0f",
                        "Perplexity per character: %.0f by frequency, %.0f with SGD, %.0f with"
                                + " RMSprop, %.0f with Adam");
        lab.claim(
                text.formatted(guess, sgd, rmsprop, adam),
                Math.max(rmsprop, adam) < 0.9 * sgd && sgd < guess);
    }
}
