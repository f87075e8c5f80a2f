package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.HistogramChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.Arrays;
import java.util.List;

/**
 * The weights and the validation loss after L1, L2 and weight decay.
 *
 * <pre>
 * L1: gradient += c sign(w)      L2: gradient += c w      weight decay: w *= 1 - lr c
 * </pre>
 *
 * <p>All three keep the validation loss from rising. L1 takes the same from every weight, so most
 * end at zero and a few carry the answer; the other two take in proportion and leave a bell.
 *
 * <p>Weight decay stands outside the gradient, so Adam does not rescale it, while L1 and L2 go
 * through Adam: equal coefficients do not mean equal strength, and the three of the lesson were set
 * by hand so that each shows its kind. The table compares kinds of weights, not the best that each
 * could do.
 *
 * <p>Settings: {@code l1} 0.005, {@code l2} 0.05, {@code weightDecay} 0.5, which at a learning rate
 * of 0.005 takes a four-hundredth of each weight a step; the network's own come from {@link
 * CancerNetwork}.
 *
 * <p>Change this: {@code --set l1=0.05} and ask how many weights are left; {@code --set l2=1} and
 * see the training loss rise: a model that may not have weights cannot learn.
 *
 * @see <a href="https://d2l.ai/chapter_linear-regression/weight-decay.html">Dive into Deep
 *     Learning, 3.7</a>
 */
final class WeightPenalties implements CourseExperiment {
    private static final double NEAR_ZERO = 0.01;

    /** What a penalty came to. */
    record Penalty(String key, String name, SeedRuns runs) {
        Summary nearZero() {
            return runs.summary(one -> shareNearZero(one.weights()));
        }

        Summary size() {
            return runs.summary(one -> rootMeanSquare(one.weights()));
        }
    }

    @Override
    public String id() {
        return "w3-weight-penalties";
    }

    @Override
    public Settings settings() {
        return CancerNetwork.settings()
                .with("l1", 0.005, 0, 1)
                .with("l2", 0.05, 0, 1)
                .with("weightDecay", 0.5, 0, 10);
    }

    @Override
    public Settings quick() {
        return CancerNetwork.quick(settings());
    }

    @Override
    public void run(Lab lab) {
        var none = Regularization.none();
        var settings = lab.settings();
        var penalties =
                List.of(
                        train(lab, "none", lab.say("无惩罚", "none"), none),
                        train(lab, "l1", "L1", none.withL1(settings.number("l1"))),
                        train(lab, "l2", "L2", none.withL2(settings.number("l2"))),
                        train(
                                lab,
                                "decay",
                                lab.say("权重衰减", "weight decay"),
                                none.withWeightDecay(settings.number("weightDecay"))));
        tabulate(lab, penalties);
        drawWeights(lab, penalties);
        drawLosses(lab, penalties);
        conclude(lab, penalties);
    }

    private static Penalty train(Lab lab, String key, String name, Regularization penalty) {
        var settings = lab.settings();
        var adam = Optimizers.ADAM.at(settings.number("learningRate"));
        var runs =
                SeedRuns.train(
                        lab,
                        settings.integer("seeds"),
                        seed -> CancerNetwork.experiment(key, settings, adam, penalty, seed));
        return new Penalty(key, name, runs);
    }

    private static void tabulate(Lab lab, List<Penalty> penalties) {
        var table =
                TextTable.of(
                        lab.say("惩罚", "penalty"),
                        lab.say("|w| < 0.01 的比例", "share of |w| < 0.01"),
                        lab.say("权重均方根", "root mean square of w"),
                        lab.say("训练损失", "training loss"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("验证准确率", "validation accuracy"));
        for (var penalty : penalties) {
            var loss = penalty.runs().validationLoss();
            table.row(
                    penalty.name(),
                    penalty.nearZero(),
                    penalty.size(),
                    penalty.runs().trainingLoss(),
                    loss,
                    penalty.runs().accuracy());
            lab.figure("validationLoss." + penalty.key(), loss.mean());
            lab.figure("nearZero." + penalty.key(), penalty.nearZero().mean());
            lab.figure("weightSize." + penalty.key(), penalty.size().mean());
        }
        lab.table(
                lab.say(
                                "乳腺癌数据，%d 个训练样本：惩罚、权重与损失（nat，均值 ± 标准差）",
                                "Breast cancer, %d training rows: penalties, weights and loss (nat,"
                                        + " mean ± std)")
                        .formatted(CancerNetwork.trainingRows(lab.settings())),
                table);
    }

    private static void drawWeights(Lab lab, List<Penalty> penalties) {
        var chart =
                new HistogramChart(lab.say("惩罚之后的权重分布", "The weights after a penalty"))
                        .x(lab.say("权重", "weight"))
                        .y(lab.say("个数", "count"))
                        .bins(61)
                        .sharedRange();
        for (var penalty : penalties) {
            chart.panel(penalty.name(), penalty.runs().runs().get(0).weights());
        }
        chart.note(lab.say("第一个种子的全部权重", "all weights of the first seed"));
        lab.chart("weights", lab.say("权重直方图", "Histograms of the weights"), chart);
    }

    private static void drawLosses(Lab lab, List<Penalty> penalties) {
        var chart = LossChart.byEpoch(lab, lab.say("验证损失", "Validation loss"));
        for (var penalty : penalties) {
            var runs = penalty.runs();
            chart.band(penalty.name(), runs.epochs(), runs.validationLosses());
        }
        chart.note(LossChart.spread(lab, lab.settings().integer("seeds")));
        lab.chart("validation", lab.say("验证曲线", "Validation curves"), chart);
    }

    /**
     * Claims that L1 drives three times as many weights next to zero, and that whichever penalty
     * helps least still takes a twentieth off the validation loss.
     */
    static void conclude(Lab lab, List<Penalty> penalties) {
        var none = penalties.get(0);
        var l1 = penalties.get(1);
        double sparse = l1.nearZero().mean();
        double before = none.nearZero().mean();
        lab.claim(
                lab.say(
                                "L1 把 %s 的权重压到零附近，不惩罚时只有 %s",
                                "L1 drives %s of the weights next to zero, %s without")
                        .formatted(Numbers.percent(sparse), Numbers.percent(before)),
                sparse > 3 * before);
        double loss = none.runs().validationLoss().mean();
        double worst =
                penalties.stream()
                        .skip(1)
                        .mapToDouble(one -> one.runs().validationLoss().mean())
                        .max()
                        .orElseThrow();
        lab.claim(
                lab.say(
                                "不惩罚时验证损失 %s，三种惩罚都不高于 %s",
                                "without a penalty the validation loss is %s, with any of the three"
                                        + " at most %s")
                        .formatted(Numbers.significant(loss, 3), Numbers.significant(worst, 3)),
                worst < 0.95 * loss);
    }

    /** Returns the share of weights next to zero. */
    static double shareNearZero(double[] weights) {
        return Arrays.stream(weights).filter(w -> Math.abs(w) < NEAR_ZERO).count()
                / (double) weights.length;
    }

    /** Returns sqrt(mean(w²)). */
    static double rootMeanSquare(double[] weights) {
        return Math.sqrt(Arrays.stream(weights).map(w -> w * w).average().orElse(0));
    }
}
