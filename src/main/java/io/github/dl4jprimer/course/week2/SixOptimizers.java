package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Six optimizers on one classifier: a small sweep finds the best learning rate of each, then all
 * train from the same starts.
 *
 * <p>The sweep takes seeds of its own and the dev part, the comparison other seeds, and the test
 * part is looked at once at the end. With {@code learningRate} above 0 all six are forced to that
 * one rate, the usual mistake.
 *
 * <p>What to see: at their own best rates the six end close together; the best rates lie a factor
 * of ten or more apart.
 *
 * <pre>
 * best rate = the smallest one whose worst loss is within a quarter of the optimizer's lowest
 * </pre>
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code sweep}: seven rates, about three to a decade; an optimizer whose best rate is the
 *       first or the last of them would need a wider scale.
 *   <li>{@code sweepEpochs} 3 and {@code sweepSeeds} 2: short trainings choose the rate, and the
 *       worse of two seeds counts.
 *   <li>{@code epochs} 6 and {@code seeds} 5 for the comparison itself.
 *   <li>{@code hiddenSize} 32 and {@code batchSize} 32, the same for all.
 * </ul>
 *
 * <p>The time a step is a median over all logged steps; it measures small networks, in which
 * overhead counts as much as arithmetic.
 *
 * <p>Change this: {@code --set learningRate=0.01} forces one rate on all six, and the ranking
 * becomes a ranking of who likes 0.01; {@code --set epochs=1} and {@code --set epochs=30}, and ask
 * whether who leads after one epoch still leads after thirty.
 */
final class SixOptimizers implements CourseExperiment {
    private static final List<Optimizers> SIX =
            List.of(
                    Optimizers.SGD,
                    Optimizers.MOMENTUM,
                    Optimizers.NESTEROV,
                    Optimizers.RMSPROP,
                    Optimizers.ADAM,
                    Optimizers.ADAMW);

    /** Keeps the sweep's seeds apart from those of the comparison. */
    private static final long SWEEP = 1000;

    @Override
    public String id() {
        return "w2-six-optimizers";
    }

    @Override
    public Settings settings() {
        return DigitsClassifier.defaults(Settings.none(), 6, 5)
                .with("learningRate", 0.0, 0, 100)
                .withNumbers("sweep", "0.002,0.006,0.02,0.06,0.2,0.6,2", 1e-6, 100)
                .with("sweepEpochs", 3, 1, 100)
                .with("sweepSeeds", 2, 1, 20);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("epochs", "1")
                .changed("seeds", "2")
                .changed("sweepEpochs", "1")
                .changed("sweepSeeds", "1")
                .changed("batchSize", "128")
                .changed("sweep", "0.003,0.03");
    }

    @Override
    public void run(Lab lab) {
        var digits = DigitsClassifier.of(lab);
        double forced = lab.settings().number("learningRate");
        var rates = new EnumMap<Optimizers, Double>(Optimizers.class);
        if (forced > 0) {
            SIX.forEach(optimizer -> rates.put(optimizer, forced));
        } else {
            var sweep = sweep(lab, digits);
            SIX.forEach(optimizer -> rates.put(optimizer, sweep.best(optimizer)));
            claimRates(lab, sweep);
        }
        var runs = compare(lab, digits, rates);
        tabulate(lab, digits, rates, runs);
        drawLosses(lab, runs);
        claimCloseness(lab, accuracies(digits, runs), forced);
    }

    /** Finds what each optimizer does at each rate, on seeds of its own. */
    private static LearningRateSweep sweep(Lab lab, DigitsClassifier digits) {
        var settings = lab.settings();
        int epochs = settings.integer("sweepEpochs");
        int seeds = settings.integer("sweepSeeds");
        var sweep =
                LearningRateSweep.run(
                        SIX,
                        settings.numbers("sweep"),
                        (optimizer, rate) ->
                                LongStream.range(0, seeds)
                                        .map(i -> lab.seed() + SWEEP + i)
                                        .mapToObj(
                                                seed ->
                                                        experiment(digits, optimizer, rate, seed)
                                                                .withEpochs(epochs))
                                        .map(lab::train)
                                        .mapToDouble(
                                                run ->
                                                        SeedRuns.last(
                                                                run, EpochMetrics::validationLoss))
                                        .max()
                                        .orElse(Double.POSITIVE_INFINITY));
        var note =
                lab.say(
                        "%d 轮，%d 个种子中较差的一个；发散的没有点",
                        "%d epochs, the worst of %d seeds; no point where it diverged");
        sweep.draw(lab, note.formatted(epochs, seeds));
        return sweep;
    }

    /** Trains all six under each seed; seeds outside, so that a busy moment slows all alike. */
    private static Map<Optimizers, SeedRuns> compare(
            Lab lab, DigitsClassifier digits, Map<Optimizers, Double> rates) {
        var runs = new EnumMap<Optimizers, List<RunResult>>(Optimizers.class);
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            for (var optimizer : SIX) {
                var experiment =
                        experiment(digits, optimizer, rates.get(optimizer), lab.seed() + i);
                runs.computeIfAbsent(optimizer, any -> new ArrayList<>())
                        .add(lab.train(experiment));
            }
        }
        var named = new EnumMap<Optimizers, SeedRuns>(Optimizers.class);
        runs.forEach(
                (optimizer, list) -> named.put(optimizer, new SeedRuns(name(optimizer), list)));
        return named;
    }

    private static Experiment experiment(
            DigitsClassifier digits, Optimizers optimizer, double rate, long seed) {
        MultilayerPerceptron plain = digits.network(seed);
        var decay = plain.regularization().withWeightDecay(optimizer.weightDecay());
        var network = plain.withUpdater(optimizer.at(rate)).withRegularization(decay);
        var name = "%s-lr%s-seed%d".formatted(optimizer.key(), LearningRates.text(rate), seed);
        return digits.experiment(name, network)
                .withSetting("optimizer", optimizer.key())
                .withSetting("learningRate", rate);
    }

    private static void tabulate(
            Lab lab,
            DigitsClassifier digits,
            Map<Optimizers, Double> rates,
            Map<Optimizers, SeedRuns> runs) {
        var table =
                TextTable.of(
                        lab.say("优化器", "optimizer"),
                        lab.say("学习率", "learning rate"),
                        lab.say("训练损失", "training loss"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("测试准确率 (%)", "test accuracy (%)"),
                        lab.say("每步 (ms)", "a step (ms)"),
                        lab.say("发散", "diverged"));
        for (var optimizer : SIX) {
            var seeds = runs.get(optimizer);
            var accuracy = seeds.of(run -> 100 * digits.testAccuracy(run));
            double milliseconds = seeds.millisecondsPerStep(lab.settings().integer("batchSize"));
            table.row(
                    name(optimizer),
                    LearningRates.text(rates.get(optimizer)),
                    seeds.last(EpochMetrics::trainLoss),
                    seeds.last(EpochMetrics::validationLoss),
                    accuracy,
                    String.format(Locale.ROOT, "%.2f", milliseconds),
                    seeds.diverged());
            lab.figure(optimizer.key() + ".learningRate", rates.get(optimizer));
            lab.figure(
                    optimizer.key() + ".validationLoss",
                    seeds.last(EpochMetrics::validationLoss).mean());
            lab.figure(optimizer.key() + ".testAccuracy", accuracy.mean());
            lab.figure(optimizer.key() + ".millisecondsPerStep", milliseconds);
        }
        var caption =
                lab.say("每种优化器，%d 个种子：平均 ± 标准差", "Each optimizer, %d seeds: mean ± deviation");
        lab.table(caption.formatted(lab.settings().integer("seeds")), table);
    }

    private static void drawLosses(Lab lab, Map<Optimizers, SeedRuns> runs) {
        var title = lab.say("六种优化器的训练损失", "Training loss of six optimizers");
        var chart = new LineChart(title).logY();
        chart.x(lab.say("轮次", "epoch")).y(lab.say("交叉熵（nat）", "cross-entropy (nats)"));
        for (var optimizer : SIX) {
            runs.get(optimizer).addTo(chart, EpochMetrics::trainLoss);
        }
        var note = lab.say("%d 个种子，色带为 ± 1 个标准差", "%d seeds, bands are ± one standard deviation");
        chart.note(note.formatted(lab.settings().integer("seeds")));
        lab.chart("training-loss", title, chart);
    }

    /**
     * Claims that best rates lie a factor of five or more apart and that a borrowed rate costs more
     * than double the loss.
     */
    static void claimRates(Lab lab, LearningRateSweep sweep) {
        double adam = sweep.best(Optimizers.ADAM);
        double sgd = sweep.best(Optimizers.SGD);
        double own = sweep.lossAtBestOf(Optimizers.SGD, Optimizers.SGD);
        double borrowed = sweep.lossAtBestOf(Optimizers.SGD, Optimizers.ADAM);
        var text =
                lab.say(
                        "SGD 最好的学习率是 %s，Adam 是 %s；SGD 若借用 Adam 的，验证损失从 %s 变成 %s",
                        "SGD's best rate is %s, Adam's %s; at Adam's rate SGD's validation loss"
                                + " goes from %s to %s");
        lab.claim(
                text.formatted(
                        LearningRates.text(sgd),
                        LearningRates.text(adam),
                        Numbers.significant(own, 2),
                        Numbers.significant(borrowed, 2)),
                sgd >= 5 * adam && borrowed > 2 * own);
    }

    private static List<Summary> accuracies(
            DigitsClassifier digits, Map<Optimizers, SeedRuns> runs) {
        return runs.values().stream()
                .map(seeds -> seeds.of(run -> 100 * digits.testAccuracy(run)))
                .toList();
    }

    /**
     * States how far apart the mean accuracies are, in percent points.
     *
     * @param forced the one rate that all had to take, 0 where each took its own
     */
    static void claimCloseness(Lab lab, List<Summary> accuracies, double forced) {
        var means = accuracies.stream().mapToDouble(Summary::mean).summaryStatistics();
        double gap = means.getMax() - means.getMin();
        var text =
                forced > 0
                        ? lab.say(
                                "都用学习率 %2$s，六种优化器的平均测试准确率差 %1$.1f 个百分点",
                                "All at the rate %2$s, the six differ by %1$.1f points of mean test"
                                        + " accuracy")
                        : lab.say(
                                "各用各的最好学习率，六种优化器的平均测试准确率只差 %.1f 个百分点",
                                "Each at its own best rate, the six differ by %.1f points of mean"
                                        + " test accuracy");
        lab.claim(text.formatted(gap, LearningRates.text(forced)), gap < 3);
    }

    static String name(Optimizers optimizer) {
        return switch (optimizer) {
            case SGD -> "SGD";
            case MOMENTUM -> "Momentum";
            case NESTEROV -> "Nesterov";
            case RMSPROP -> "RMSprop";
            case ADAMW -> "AdamW";
            default -> "Adam";
        };
    }
}
