package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;

/**
 * Dropout rates from 0 to 0.7 on a network that learns its rows by heart.
 *
 * <pre>h' = h * mask / (1 - p),   mask is 0 with probability p</pre>
 *
 * <p>The more neurons are missing, the worse the incomplete team plays in training. Measured with
 * all neurons back, the training loss rises too, and the gap to the validation loss narrows.
 *
 * <p>Three losses a rate: as logged while training, with neurons missing; of the finished model on
 * the training rows, all neurons back; and on the validation rows. The first is a mean over the
 * last epoch's steps, so even without dropout it is not quite the second.
 *
 * <p>The division by 1 - p keeps the mean of each sum, so that nothing has to be rescaled at test
 * time; its price is variance, which grows with p / (1 - p).
 *
 * <p>Settings: {@code dropoutRates}, the p to try, the first one compared with the last; {@code
 * hiddenSize} 32; the others are those of {@link CancerNetwork}.
 *
 * <p>Change this: {@code --set dropoutRates=0,0.9} and ask whether the complete team still knows
 * its training rows; {@code --set trainShare=0.8} and compare the gap without dropout: four times
 * the rows are harder to learn by heart.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
final class DropoutRates implements CourseExperiment {
    /** What one rate came to; {@code incomplete} is the last epoch's loss, neurons missing. */
    record Rate(
            double dropoutRate,
            Summary incomplete,
            Summary training,
            Summary validation,
            Summary accuracy) {
        double gap() {
            return validation.mean() - training.mean();
        }
    }

    @Override
    public String id() {
        return "w3-dropout";
    }

    @Override
    public Settings settings() {
        return CancerNetwork.settings()
                .changed("hiddenSize", "32")
                .withNumbers("dropoutRates", "0,0.1,0.3,0.5,0.7", 0, 0.95);
    }

    @Override
    public Settings quick() {
        return CancerNetwork.quick(settings()).changed("dropoutRates", "0,0.5");
    }

    @Override
    public void run(Lab lab) {
        double[] rates = lab.settings().numbers("dropoutRates");
        var sweep = Sweep.over(rates, rate -> train(lab, rate));
        tabulate(lab, sweep);
        draw(lab, sweep);
        conclude(lab, sweep);
    }

    private static Rate train(Lab lab, double rate) {
        var settings = lab.settings();
        var runs =
                SeedRuns.train(
                        lab, settings.integer("seeds"), seed -> experiment(settings, rate, seed));
        return new Rate(
                rate,
                runs.summary(Trained::lastTrainingLoss),
                runs.trainingLoss(),
                runs.validationLoss(),
                runs.accuracy());
    }

    private static Experiment experiment(Settings settings, double rate, long seed) {
        var adam = Optimizers.ADAM.at(settings.number("learningRate"));
        var dropout = Regularization.none().withDropoutRate(rate);
        return CancerNetwork.experiment("dropout" + rate, settings, adam, dropout, seed);
    }

    private static void tabulate(Lab lab, Sweep<Rate> sweep) {
        var table =
                TextTable.of(
                        lab.say("丢弃率", "dropout rate"),
                        lab.say("训练损失（缺员时）", "training loss (incomplete)"),
                        lab.say("训练损失（全员）", "training loss (complete)"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("差距", "gap"),
                        lab.say("验证准确率", "validation accuracy"));
        for (var rate : sweep.points()) {
            table.row(
                    Numbers.significant(rate.dropoutRate(), 2),
                    rate.incomplete(),
                    rate.training(),
                    rate.validation(),
                    rate.gap(),
                    rate.accuracy());
            lab.figure("incompleteLoss.dropout" + rate.dropoutRate(), rate.incomplete().mean());
            lab.figure("validationLoss.dropout" + rate.dropoutRate(), rate.validation().mean());
            lab.figure("gap.dropout" + rate.dropoutRate(), rate.gap());
        }
        lab.table(
                lab.say(
                                "乳腺癌数据，%d 个训练样本：丢弃率与损失（nat，均值 ± 标准差）",
                                "Breast cancer, %d training rows: dropout rate and loss (nat, mean"
                                        + " ± std)")
                        .formatted(CancerNetwork.trainingRows(lab.settings())),
                table);
    }

    private static void draw(Lab lab, Sweep<Rate> sweep) {
        double[] xs = sweep.at(Rate::dropoutRate);
        var incomplete = lab.say("训练，缺员时（日志里的）", "training, incomplete (as logged)");
        var complete = lab.say("训练，全员", "training, complete");
        var title = lab.say("丢弃率与损失", "Dropout rate and loss");
        var chart =
                LossChart.over(lab, title, lab.say("丢弃率 p", "dropout rate p"))
                        .band(incomplete, xs, sweep.band(Rate::incomplete))
                        .band(complete, xs, sweep.band(Rate::training))
                        .band(lab.say("验证", "validation"), xs, sweep.band(Rate::validation));
        chart.note(LossChart.spread(lab, lab.settings().integer("seeds")));
        lab.chart("rates", title, chart);
    }

    /**
     * Claims that the incomplete team's loss grows tenfold from the first rate to the last, and
     * that some rate takes a twentieth off the validation loss.
     */
    static void conclude(Lab lab, Sweep<Rate> sweep) {
        var none = sweep.first();
        var most = sweep.last();
        lab.claim(
                lab.say(
                                "丢弃率从 %s 到 %s，训练时的损失从 %s 升到 %s",
                                "from dropout rate %s to %s the loss while training rises from %s"
                                        + " to %s")
                        .formatted(
                                none.dropoutRate(),
                                most.dropoutRate(),
                                Numbers.significant(none.incomplete().mean(), 2),
                                Numbers.significant(most.incomplete().mean(), 2)),
                most.incomplete().mean() > 10 * none.incomplete().mean());
        var best = sweep.lowest(rate -> rate.validation().mean());
        lab.figure("bestDropoutRate", best.dropoutRate());
        lab.claim(
                lab.say(
                                "验证损失最低的丢弃率是 %s：%s，不丢时是 %s",
                                "the validation loss is lowest at dropout rate %s: %s, without"
                                        + " dropout %s")
                        .formatted(
                                best.dropoutRate(),
                                Numbers.significant(best.validation().mean(), 3),
                                Numbers.significant(none.validation().mean(), 3)),
                best.validation().mean() < 0.95 * none.validation().mean());
    }
}
