package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A small LSTM that guesses the next character of an alarm line, under RMSprop, SGD and Adam.
 *
 * <pre>loss = -mean over characters of log p(next)      perplexity = exp(loss)</pre>
 *
 * <p>Validated on phrasings that training never saw. The learning rates come from single runs on
 * the same dev lines, at other sizes: RMSprop's of 0.003 to 0.02, Adam's of 0.005 to 0.02, SGD's of
 * 1 to 30, which it bears because all gradients are cut to norm 1. What to see: frequent characters
 * come first, then words, then the shape of a whole line; SGD lags behind.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code lines} 1024 of at most {@code length} 16 characters, line end included; longer ones
 *       are cut.
 *   <li>{@code embeddingSize} 32 and {@code hiddenSize} 64: numbers a character and numbers the
 *       LSTM remembers.
 *   <li>{@code rmspropRate}, {@code sgdRate}, {@code adamRate}: each optimizer's own; SGD's is
 *       large because a clipped gradient has length 1 at most.
 *   <li>{@code temperature} 0.7 of the samples: below 1 prefers likely characters, towards 0 always
 *       the likeliest.
 *   <li>{@code epochs} 5, {@code seeds} 2, {@code batchSize} 128.
 * </ul>
 *
 * <p>Guessing by frequency is the model without a memory: a perplexity near it means that nothing
 * but the frequent characters was learned. Change this: {@code --set temperature=0.1} and the
 * samples repeat themselves, {@code --set temperature=3} and they fall apart; {@code --set
 * sgdRate=0.1} and see whether SGD gets below the frequencies at all.
 */
final class CharacterModel implements CourseExperiment {
    @Override
    public String id() {
        return "w2-character-model";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("lines", 1024, 1, 10_000)
                .with("length", 16, 2, 100)
                .with("epochs", 5, 1, 10_000)
                .with("seeds", 2, 1, 100)
                .with("hiddenSize", 64, 1, 4096)
                .with("embeddingSize", 32, 1, 512)
                .with("batchSize", 128, 1, 4096)
                .with("rmspropRate", 0.005, 1e-6, 100)
                .with("sgdRate", 10.0, 1e-6, 100)
                .with("adamRate", 0.02, 1e-6, 100)
                .with("temperature", 0.7, 0.01, 10);
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

    /** The runs of one optimizer, and what the first of them wrote after each epoch. */
    record Written(String key, SeedRuns runs, List<String> samples) {
        double perplexity(int epoch) {
            var epochs = runs.runs().get(0).epochs();
            return epoch > epochs.size() ? Double.NaN : epochs.get(epoch - 1).score("perplexity");
        }
    }

    @Override
    public void run(Lab lab) {
        var lines = ChineseLines.of(lab);
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

    private static Written train(Lab lab, ChineseLines lines, String name, IUpdater updater) {
        var runs = new ArrayList<RunResult>();
        List<String> samples = List.of();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            var sampler =
                    new LineSampler(lines.characters(), lab.settings().number("temperature"), seed);
            var experiment = lines.experiment(lab.settings(), name + "-seed" + seed, updater, seed);
            runs.add(lab.train(experiment.withListeners(sampler)));
            samples = i == 0 ? sampler.lines() : samples;
        }
        return new Written(name, new SeedRuns(name, runs), samples);
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

    static void tabulateSamples(Lab lab, List<Written> all) {
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
                    .filter(epoch -> epoch >= 1 && epoch <= epochs)
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
                        "训练途中写出的句子（数、时间和地址都写作 0）",
                        "Lines written on the way (every number, time and address is 0)"),
                table);
    }

    private static void draw(Lab lab, List<Written> all, double guess) {
        var title = lab.say("验证集上的每字困惑度", "Perplexity per character on dev");
        var chart = new LineChart(title).logY();
        chart.x(lab.say("轮次", "epoch")).y(lab.say("困惑度（每字）", "perplexity (per character)"));
        for (var written : all) {
            written.runs().addTo(chart, epoch -> epoch.score("perplexity"));
        }
        double[] epochs = {1, lab.settings().integer("epochs")};
        double[] level = {guess, guess};
        chart.line(lab.say("只按字频猜", "guessing by frequency"), epochs, level);
        lab.chart("perplexity", title, chart);
    }

    /**
     * Claims that RMSprop and Adam are both a tenth or more below SGD, and SGD below guessing by
     * frequency.
     */
    static void claim(Lab lab, List<Written> all, double guess) {
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
