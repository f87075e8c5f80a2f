package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;

/**
 * The same network taught with more and more alarm lines.
 *
 * <pre>gap = validation loss - training loss,   after the same number of updates</pre>
 *
 * <p>A few lines are learned by heart at once; what is learned from many holds for wordings never
 * seen. As long as the two lines approach each other, more labelling pays.
 *
 * <p>Epochs are chosen so that each amount gets about as many updates: else the larger sets would
 * win by longer training alone. The lines of a smaller amount are among those of the larger ones of
 * the same seed, and all are judged on the same unseen lines.
 *
 * <p>A class has about 72 phrasings for training, seven tenths of the hundred or so that were
 * written for it. Beyond some dozens of lines most new ones are therefore known phrasings with
 * other numbers, and the curve goes flat: more of the same is not more to learn from.
 *
 * <p>Settings: {@code linesPerClass}, the amounts, smallest first; {@code validationPerClass} 50;
 * {@code steps} 190 updates each, at least one pass; {@code features} 2000, {@code hiddenSize} 32,
 * {@code learningRate} 0.01, {@code seeds} 3.
 *
 * <p>Change this: {@code --set steps=20} stops before the few lines are known by heart, and the
 * gaps are smaller for that reason alone.
 *
 * @see <a href="https://d2l.ai/chapter_linear-regression/generalization.html">Dive into Deep
 *     Learning, 3.6</a>
 */
final class DataAmount implements CourseExperiment {
    /** What one amount of training lines came to. */
    record Amount(int linesPerClass, Summary training, Summary validation, Summary accuracy) {
        double gap() {
            return validation.mean() - training.mean();
        }
    }

    @Override
    public String id() {
        return "w3-data-amount";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .withWholes("linesPerClass", "5,25,50,100,250,500", 1, 1220)
                .with("validationPerClass", 50, 1, 180)
                .with("features", 2000, 1, 20_000)
                .with("hiddenSize", 32, 1, 4096)
                .with("learningRate", 0.01, 1e-6, 100)
                .with("batchSize", 32, 1, 4096)
                .with("steps", 190, 1, 10_000)
                .with("seeds", 3, 1, 100);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("linesPerClass", "5,20")
                .changed("validationPerClass", "10")
                .changed("steps", "20")
                .changed("seeds", "2");
    }

    @Override
    public void run(Lab lab) {
        var alarms = Datasets.alarms();
        double[] amounts = lab.settings().numbers("linesPerClass");
        var sweep = Sweep.over(amounts, amount -> train(lab, alarms, (int) amount));
        tabulate(lab, sweep);
        draw(lab, sweep);
        conclude(lab, sweep);
    }

    private static Amount train(Lab lab, Split<TextDataset> alarms, int linesPerClass) {
        var settings = lab.settings();
        var runs =
                SeedRuns.train(
                        lab,
                        settings.integer("seeds"),
                        seed -> experiment(settings, alarms, linesPerClass, seed));
        return new Amount(
                linesPerClass, runs.trainingLoss(), runs.validationLoss(), runs.accuracy());
    }

    static Experiment experiment(
            Settings settings, Split<TextDataset> alarms, int linesPerClass, long seed) {
        var train = AlarmBags.sample(alarms.train(), linesPerClass, seed);
        var dev = AlarmBags.sample(alarms.dev(), settings.integer("validationPerClass"), seed);
        var bags = AlarmBags.of(new Split<>(train, dev, dev), settings.integer("features"));
        var model =
                bags.classifier(List.of(settings.integer("hiddenSize")), seed)
                        .withUpdater(Optimizers.ADAM.at(settings.number("learningRate")));
        var batchSize = settings.integer("batchSize");
        int stepsPerEpoch = (train.size() + batchSize - 1) / batchSize;
        return bags.experiment("lines" + linesPerClass, model.configuration(), batchSize, seed)
                .withEpochs(Math.max(1, settings.integer("steps") / stepsPerEpoch));
    }

    private static void tabulate(Lab lab, Sweep<Amount> sweep) {
        var table =
                TextTable.of(
                        lab.say("每类条数", "lines a class"),
                        lab.say("训练损失", "training loss"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("差距", "gap"),
                        lab.say("验证准确率", "validation accuracy"));
        for (var amount : sweep.points()) {
            table.row(
                    amount.linesPerClass(),
                    amount.training(),
                    amount.validation(),
                    amount.gap(),
                    amount.accuracy());
            lab.figure("gap.lines" + amount.linesPerClass(), amount.gap());
            lab.figure("accuracy.lines" + amount.linesPerClass(), amount.accuracy().mean());
        }
        lab.table(
                lab.say(
                        "告警，12 类，更新次数大致相同：训练条数与损失（nat，均值 ± 标准差）",
                        "Alarms, 12 classes, about as many updates each: training lines and loss"
                                + " (nat, mean ± std)"),
                table);
    }

    private static void draw(Lab lab, Sweep<Amount> sweep) {
        double[] xs = sweep.at(Amount::linesPerClass);
        var amount = lab.say("每类训练条数", "training lines of each class");
        var note = LossChart.spread(lab, lab.settings().integer("seeds"));
        var losses =
                LossChart.over(lab, lab.say("数据越多，差距越小", "More data, smaller gap"), amount)
                        .logX()
                        .band(lab.say("训练", "training"), xs, sweep.band(Amount::training))
                        .band(lab.say("验证", "validation"), xs, sweep.band(Amount::validation));
        losses.note(note);
        lab.chart("losses", lab.say("数据量与损失", "Amount of data and loss"), losses);
        var title = lab.say("没见过的说法上的准确率", "Accuracy on unseen phrasings");
        var accuracy =
                new LineChart(title)
                        .x(amount)
                        .y(lab.say("准确率", "accuracy"))
                        .logX()
                        .band(lab.say("验证", "validation"), xs, sweep.band(Amount::accuracy));
        accuracy.note(note);
        lab.chart("accuracy", lab.say("数据量与准确率", "Amount of data and accuracy"), accuracy);
    }

    /**
     * Claims that the gap shrinks by three tenths or more, and that the first half of the amounts
     * brings more than twice the accuracy of the second.
     */
    static void conclude(Lab lab, Sweep<Amount> sweep) {
        var fewest = sweep.first();
        var most = sweep.last();
        lab.claim(
                lab.say(
                                "每类从 %d 条加到 %d 条，损失差距从 %s 缩小到 %s",
                                "from %d to %d lines a class the gap of the losses shrinks from %s"
                                        + " to %s")
                        .formatted(
                                fewest.linesPerClass(),
                                most.linesPerClass(),
                                Numbers.significant(fewest.gap(), 3),
                                Numbers.significant(most.gap(), 3)),
                most.gap() < 0.7 * fewest.gap());
        var middle = sweep.points().get(sweep.points().size() / 2);
        double early = middle.accuracy().mean() - fewest.accuracy().mean();
        double late = most.accuracy().mean() - middle.accuracy().mean();
        lab.claim(
                lab.say(
                                "准确率前半程（到 %d 条）提高 %.1f 个百分点，后半程（到 %d 条）只有 %.1f：后来的多是旧说法换了数字",
                                "accuracy rises by %2$.1f points up to %1$d lines and by %4$.1f"
                                        + " more up to %3$d: later lines are mostly known phrasings"
                                        + " with other numbers")
                        .formatted(
                                middle.linesPerClass(),
                                100 * early,
                                most.linesPerClass(),
                                100 * late),
                early > 2 * late);
    }
}
