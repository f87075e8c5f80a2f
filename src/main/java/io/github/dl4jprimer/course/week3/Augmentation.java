package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.MultilayerPerceptron;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.regularization.TextAugmentation;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A few examples, the same with changed copies of them, and as many real ones instead, all trained
 * for as many updates.
 *
 * <pre>numbers: x' = x + amount * std * noise      text: synonyms, dropped and swapped characters
 * </pre>
 *
 * <p>Only training examples are copied, after the split, so no copy of an unseen example is ever
 * trained on.
 *
 * <p>Gain is a seed's accuracy with copies minus the same seed's without, and its standard error
 * std / √seeds; a mean beyond two of them is hard to explain by luck, in either direction. Few,
 * copies and real ones are judged on the same unseen examples.
 *
 * <p>Settings: {@code copies} 4 of each example; {@code noise} 0.5 in standard deviations of a
 * pixel; {@code digitsShare} 0.06 of the digits and {@code linesPerClass} 20 to begin with; {@code
 * steps} 150 updates for all; {@code seeds} 5.
 *
 * <p>Change this: {@code --set noise=3} and the copies are no digits any more; {@code --set
 * digitsShare=0.15} and there is less to gain.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou 2019 (EDA)</a>
 */
final class Augmentation implements CourseExperiment {
    /** Trainings on a few examples, with copies of them, and on as many real ones instead. */
    record Comparison(String key, String name, SeedRuns plain, SeedRuns augmented, SeedRuns real) {
        Summary gain(SeedRuns other) {
            return Summary.of(
                    IntStream.range(0, plain.runs().size())
                            .mapToDouble(i -> accuracy(other, i) - accuracy(plain, i))
                            .toArray());
        }

        /** Tells whether the copies' gain can be told from luck. */
        String verdict(Lab lab) {
            var gain = gain(augmented);
            double error = gain.standardDeviation() / Math.sqrt(gain.count());
            if (gain.count() < 2 || Math.abs(gain.mean()) <= 2 * error) {
                return lab.say("否，分不清", "no, cannot tell");
            }
            return gain.mean() > 0 ? lab.say("是", "yes") : lab.say("是，变差了", "yes, a loss");
        }

        private static double accuracy(SeedRuns runs, int i) {
            return runs.runs().get(i).onValidation().score("accuracy");
        }
    }

    @Override
    public String id() {
        return "w3-augmentation";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("copies", 4, 1, 20)
                .with("noise", 0.5, 0, 10)
                .with("digitsShare", 0.06, 0.01, 0.4)
                .with("linesPerClass", 20, 1, 1220)
                .with("hiddenSize", 32, 1, 4096)
                .with("learningRate", 0.01, 1e-6, 100)
                .with("batchSize", 32, 1, 4096)
                .with("steps", 150, 1, 10_000)
                .with("seeds", 5, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("linesPerClass", "5")
                .changed("steps", "15")
                .changed("seeds", "2");
    }

    @Override
    public void run(Lab lab) {
        int copies = lab.settings().integer("copies");
        AugmentationData.checkEnough(lab.settings());
        var alarms = Datasets.alarms();
        var comparisons =
                List.of(
                        new Comparison(
                                "numbers",
                                lab.say("手写数字 + 噪声", "digits + noise"),
                                numbers(lab, "few", 1, 0),
                                numbers(lab, "copies", 1, copies),
                                numbers(lab, "real", copies + 1, 0)),
                        new Comparison(
                                "texts",
                                lab.say("告警 + 换说法", "alarms + new wordings"),
                                texts(lab, "few", alarms, 1, 0),
                                texts(lab, "copies", alarms, 1, copies),
                                texts(lab, "real", alarms, copies + 1, 0)));
        tabulate(lab, comparisons);
        showCopies(lab, alarms.train());
        draw(lab, comparisons);
        comparisons.forEach(comparison -> conclude(lab, comparison));
    }

    private static SeedRuns numbers(Lab lab, String name, int times, int copies) {
        var settings = lab.settings();
        return SeedRuns.train(
                lab,
                settings.integer("seeds"),
                seed -> {
                    var digits = AugmentationData.digits(settings, times, seed);
                    var train =
                            AugmentationData.noisy(digits.parts().train(), settings, copies, seed);
                    var model = model(settings, digits.classifier(hidden(settings), seed));
                    var batchSize = settings.integer("batchSize");
                    return stepwise(
                            settings,
                            train.size(),
                            digits.withTraining(train)
                                    .experiment(
                                            "digits-" + name,
                                            model.configuration(),
                                            batchSize,
                                            seed));
                });
    }

    private static SeedRuns texts(
            Lab lab, String name, Split<TextDataset> alarms, int times, int copies) {
        var settings = lab.settings();
        int lines = settings.integer("linesPerClass") * times;
        return SeedRuns.train(
                lab,
                settings.integer("seeds"),
                seed -> {
                    var few = AlarmBags.sample(alarms.train(), lines, seed);
                    var dev = AlarmBags.sample(alarms.dev(), 100, seed);
                    var train = AugmentationData.reworded(few, copies, seed);
                    var bags = AlarmBags.of(new Split<>(train, dev, dev), 3000);
                    var model = model(settings, bags.classifier(hidden(settings), seed));
                    return stepwise(
                            settings,
                            train.size(),
                            bags.experiment(
                                    "alarms-" + name,
                                    model.configuration(),
                                    settings.integer("batchSize"),
                                    seed));
                });
    }

    private static List<Integer> hidden(Settings settings) {
        return List.of(settings.integer("hiddenSize"));
    }

    private static MultilayerPerceptron model(Settings settings, MultilayerPerceptron model) {
        return model.withUpdater(Optimizers.ADAM.at(settings.number("learningRate")));
    }

    /** Gives each training as many updates, however many examples an epoch has. */
    private static Experiment stepwise(Settings settings, int examples, Experiment experiment) {
        int batchSize = settings.integer("batchSize");
        int stepsPerEpoch = (examples + batchSize - 1) / batchSize;
        return experiment.withEpochs(Math.max(1, settings.integer("steps") / stepsPerEpoch));
    }

    private static void tabulate(Lab lab, List<Comparison> comparisons) {
        var table =
                TextTable.of(
                        lab.say("数据与增强", "data and augmentation"),
                        lab.say("少量原样", "a few"),
                        lab.say("加上副本", "with copies"),
                        lab.say("同样多的真数据", "as many real ones"),
                        lab.say("副本的提高", "gain of copies"),
                        lab.say("超过 2 倍标准误？", "above 2 standard errors?"));
        for (var one : comparisons) {
            var gain = one.gain(one.augmented());
            table.row(
                    one.name(),
                    one.plain().accuracy(),
                    one.augmented().accuracy(),
                    one.real().accuracy(),
                    gain,
                    one.verdict(lab));
            lab.figure("accuracy.plain." + one.key(), one.plain().accuracy().mean());
            lab.figure("accuracy.augmented." + one.key(), one.augmented().accuracy().mean());
            lab.figure("accuracy.real." + one.key(), one.real().accuracy().mean());
            lab.figure("gain." + one.key(), gain.mean());
        }
        lab.table(
                lab.say(
                        "没见过的数据上的准确率，更新次数相同（均值 ± 标准差）",
                        "Accuracy on unseen data after as many updates (mean ± std)"),
                table);
    }

    private static void showCopies(Lab lab, TextDataset train) {
        var augmentation = TextAugmentation.usual(lab.seed());
        var table =
                TextTable.of(
                        lab.say("类别", "class"),
                        lab.say("原文", "original"),
                        lab.say("增强后", "augmented"));
        for (var example : AlarmBags.sample(train, 1, lab.seed()).examples()) {
            table.row(example.label(), example.text(), augmentation.copy(example.text(), 1));
        }
        lab.table(
                lab.say(
                        "每类一条：换了说法，类别变了吗？",
                        "One of each class: reworded; is it still of its class?"),
                table);
    }

    private static void draw(Lab lab, List<Comparison> comparisons) {
        var names = comparisons.stream().map(Comparison::name).toArray(String[]::new);
        var chart =
                new BarChart(
                                lab.say(
                                        "增强前后，没见过的数据上的准确率",
                                        "Accuracy on unseen data, with and without copies"),
                                names)
                        .x(lab.say("数据与增强", "data and augmentation"))
                        .y(lab.say("准确率", "accuracy"))
                        .series(
                                lab.say("少量原样", "a few"),
                                accuracies(comparisons, Comparison::plain))
                        .series(
                                lab.say("加上副本", "with copies"),
                                accuracies(comparisons, Comparison::augmented))
                        .series(
                                lab.say("同样多的真数据", "as many real ones"),
                                accuracies(comparisons, Comparison::real));
        chart.note(
                lab.say(
                                "%d 个种子的均值；误差线：±1 个标准差",
                                "mean of %d seeds; error bars: ±1 standard deviation")
                        .formatted(lab.settings().integer("seeds")));
        lab.chart("accuracy", lab.say("数据增强的收益", "What augmentation gains"), chart);
    }

    private static Summary[] accuracies(
            List<Comparison> comparisons, Function<Comparison, SeedRuns> runs) {
        return comparisons.stream().map(runs).map(SeedRuns::accuracy).toArray(Summary[]::new);
    }

    /** Claims that real examples gain three points more than copies do. */
    static void conclude(Lab lab, Comparison one) {
        var copies = one.gain(one.augmented());
        var real = one.gain(one.real());
        lab.claim(
                lab.say(
                                "%s：副本让准确率变化 %+.1f 个百分点（±%.1f），同样多的真数据 %+.1f：副本代替不了真数据",
                                "%s: copies change the accuracy by %+.1f points (±%.1f), as many"
                                        + " real ones by %+.1f: copies are no substitute")
                        .formatted(
                                one.name(),
                                100 * copies.mean(),
                                100 * copies.standardDeviation(),
                                100 * real.mean()),
                real.mean() > copies.mean() + 0.03);
    }
}
