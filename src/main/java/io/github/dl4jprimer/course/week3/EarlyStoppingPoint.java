package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.EarlyStopping;
import io.github.dl4jprimer.experiment.Evaluator;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where training stops, which epoch was best, and whether the model given back is that one.
 *
 * <pre>best epoch = argmin validation loss;   stop after patience epochs without a new best</pre>
 *
 * <p>Each network is trained twice from the same seed: through to the last epoch, and with early
 * stopping. The curves are the same as far as both go; the models given back are not.
 *
 * <p>Measured again means that the model that was given back is evaluated afresh, after training;
 * exact equality with the lowest loss on record is the proof that its parameters are those of that
 * epoch and no later one.
 *
 * <p>The validation rows have now been used to choose, so the restored loss is a little too good;
 * what the network is worth on unseen rows only a test set could say, which this experiment leaves
 * alone.
 *
 * <p>Settings: {@code patience} 5 epochs without a new best; a patience of 1 stops at the first
 * bump, one beyond {@code epochs} never. The others are those of {@link CancerNetwork}. Change
 * this: {@code --set learningRate=0.05} and ask where the best epoch has moved; {@code --set
 * patience=1} and compare the best epochs of the table.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/regularization.html">Deep Learning,
 *     section 7.8</a>
 */
final class EarlyStoppingPoint implements CourseExperiment {
    /** Both trainings from a seed, and the restored model measured afresh. */
    record Pair(long seed, Trained through, Trained stopped, double measuredAgain) {
        int best() {
            return stopped.run().bestEpoch();
        }

        int stop() {
            return stopped.run().epochs().size();
        }

        double restored() {
            return stopped.onValidation().loss();
        }

        double whenStopped() {
            return stopped.lastValidationLoss();
        }

        double atTheEnd() {
            return through.onValidation().loss();
        }
    }

    @Override
    public String id() {
        return "w3-early-stopping";
    }

    @Override
    public Settings settings() {
        return CancerNetwork.settings().with("patience", 5, 1, 1000);
    }

    @Override
    public Settings quick() {
        return CancerNetwork.quick(settings()).changed("epochs", "8");
    }

    @Override
    public void run(Lab lab) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            pairs.add(train(lab, lab.seed() + i));
        }
        tabulate(lab, pairs);
        draw(lab, pairs.get(0));
        conclude(lab, pairs);
    }

    private static Pair train(Lab lab, long seed) {
        var rule = EarlyStopping.patience(lab.settings().integer("patience"));
        var through = train(lab, experiment(lab, "through", seed));
        var stopped = train(lab, experiment(lab, "stopped", seed).withEarlyStopping(rule));
        var experiment = stopped.experiment();
        var again =
                Evaluator.evaluate(
                        stopped.run().model(), experiment.task(), experiment.validation());
        return new Pair(seed, through, stopped, again.loss());
    }

    private static Trained train(Lab lab, Experiment experiment) {
        return new Trained(experiment, lab.train(experiment));
    }

    private static Experiment experiment(Lab lab, String name, long seed) {
        var adam = Optimizers.ADAM.at(lab.settings().number("learningRate"));
        return CancerNetwork.experiment(
                name + "-seed" + seed, lab.settings(), adam, Regularization.none(), seed);
    }

    private static void tabulate(Lab lab, List<Pair> pairs) {
        var table =
                TextTable.of(
                        lab.say("种子", "seed"),
                        lab.say("最佳轮", "best epoch"),
                        lab.say("停在", "stopped after"),
                        lab.say("停下时损失", "loss when stopped"),
                        lab.say("取回后损失", "loss restored"),
                        lab.say("重新评估", "measured again"),
                        lab.say("练到底的损失", "loss at the end"),
                        lab.say("取回后准确率", "accuracy restored"),
                        lab.say("练到底的准确率", "accuracy at the end"));
        for (var pair : pairs) {
            table.row(
                    pair.seed(),
                    pair.best(),
                    pair.stop(),
                    pair.whenStopped(),
                    pair.restored(),
                    pair.measuredAgain(),
                    pair.atTheEnd(),
                    pair.stopped().onValidation().score("accuracy"),
                    pair.through().onValidation().score("accuracy"));
        }
        lab.table(
                lab.say(
                        "乳腺癌数据：早停（验证集上，损失单位 nat）",
                        "Breast cancer: early stopping (validation set, loss in nat)"),
                table);
    }

    private static void draw(Lab lab, Pair pair) {
        var runs = new SeedRuns(List.of(pair.through()));
        var chart =
                LossChart.byEpoch(lab, lab.say("停在哪里，取回哪里", "Where it stops, what it brings back"))
                        .line(
                                lab.say("训练", "training"),
                                runs.epochs(),
                                pair.through().trainingLosses())
                        .line(
                                lab.say("验证", "validation"),
                                runs.epochs(),
                                pair.through().validationLosses())
                        .marker(lab.say("最佳", "best"), pair.best())
                        .marker(lab.say("停止", "stop"), pair.stop());
        chart.note(
                lab.say("种子 %d；曲线是练到底的那一次", "seed %d; the curves are those of training through")
                        .formatted(pair.seed()));
        lab.chart("stop", lab.say("早停的两个位置", "The two marks of early stopping"), chart);
    }

    /**
     * Claims that the restored models are exactly those of the best epochs, and that stopping came
     * before the end and paid.
     */
    static void conclude(Lab lab, List<Pair> pairs) {
        var restored = summary(pairs, Pair::restored);
        var atTheEnd = summary(pairs, Pair::atTheEnd);
        var stop = summary(pairs, Pair::stop);
        lab.figure("bestEpoch", summary(pairs, Pair::best).mean());
        lab.figure("stopEpoch", stop.mean());
        lab.figure("restoredLoss", restored.mean());
        lab.figure("lossAtTheEnd", atTheEnd.mean());
        boolean same =
                pairs.stream()
                        .allMatch(
                                pair ->
                                        pair.restored() == pair.measuredAgain()
                                                && pair.restored()
                                                        == pair.stopped().lowestValidationLoss());
        lab.claim(
                lab.say(
                                "取回的模型就是最佳轮的：%d 个种子重新评估都与记录的最低值一致",
                                "the restored model is the best epoch's: measured again it agrees"
                                        + " with the lowest loss on record, for all %d seeds")
                        .formatted(pairs.size()),
                same);
        lab.claim(
                lab.say(
                                "平均在第 %.1f 轮停下（共 %d 轮），验证损失 %s，练到底是 %s",
                                "it stops after %.1f of %d epochs on average, validation loss %s,"
                                        + " at the end %s")
                        .formatted(
                                stop.mean(),
                                lab.settings().integer("epochs"),
                                Numbers.significant(restored.mean(), 3),
                                Numbers.significant(atTheEnd.mean(), 3)),
                restored.mean() < 0.95 * atTheEnd.mean()
                        && stop.mean() < lab.settings().integer("epochs"));
    }

    private static Summary summary(List<Pair> pairs, ToDoubleFunction<Pair> measure) {
        return Summary.of(pairs.stream().mapToDouble(measure).toArray());
    }
}
