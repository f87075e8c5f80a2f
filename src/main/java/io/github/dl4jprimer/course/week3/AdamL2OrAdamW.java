package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.mlp.Regularization;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.Band;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The same coefficient inside the gradient and beside it, under plain SGD and under Adam.
 *
 * <pre>
 * SGD,  L2:     w -= lr (g + c w)                 SGD,  decay: w -= lr g + lr c w      the same
 * Adam, L2:     w -= lr m̂(g + c w) / √v̂(g + c w)   AdamW:       w -= lr m̂ / √v̂ + lr c w   not the same
 * </pre>
 *
 * <p>Adam divides L2's share by the size of the gradient as it divides everything: once the data's
 * gradient is small, c w sets the scale itself and weights shrink at full speed however small c is.
 *
 * <p>The equation of SGD is exact: both ways subtract lr c w from the same w. What is left between
 * them in the table is rounding.
 *
 * <p>Settings: {@code coefficient} c for all four; {@code sgdLearningRate} 0.1 and {@code
 * learningRate} 0.005, one an optimizer and the same for both of its ways; the others are those of
 * {@link CancerNetwork}.
 *
 * <p>Change this: {@code --set coefficient=0} and each optimizer's two ways are one; {@code --set
 * coefficient=0.005}, a tenth, and ask of which way the weights grow more.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019</a>
 */
final class AdamL2OrAdamW implements CourseExperiment {
    /** What one way of shrinking came to; {@code sizes} [seeds][epochs], root mean square of w. */
    record Way(String key, String name, SeedRuns runs, List<WeightSize> sizes) {
        Summary finalSize() {
            return Summary.of(sizes.stream().mapToDouble(WeightSize::last).toArray());
        }
    }

    @Override
    public String id() {
        return "w3-adam-l2-or-adamw";
    }

    @Override
    public Settings settings() {
        return CancerNetwork.settings()
                .with("coefficient", 0.05, 0, 1)
                .with("sgdLearningRate", 0.1, 1e-6, 100);
    }

    @Override
    public Settings quick() {
        return CancerNetwork.quick(settings());
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var inside = Regularization.none().withL2(settings.number("coefficient"));
        var beside = Regularization.none().withWeightDecay(settings.number("coefficient"));
        var sgd = Optimizers.SGD.at(settings.number("sgdLearningRate"));
        var adam = Optimizers.ADAM.at(settings.number("learningRate"));
        var decay = lab.say("权重衰减", "weight decay");
        var ways =
                List.of(
                        train(lab, "sgd-l2", "SGD + L2", sgd, inside),
                        train(lab, "sgd-decay", "SGD + " + decay, sgd, beside),
                        train(lab, "adam-l2", "Adam + L2", adam, inside),
                        train(lab, "adamw", "AdamW", adam, beside));
        tabulate(lab, ways);
        drawSizes(lab, ways);
        drawLosses(lab, ways.subList(2, 4));
        conclude(lab, ways);
    }

    private static Way train(
            Lab lab, String key, String name, IUpdater updater, Regularization penalty) {
        var sizes = new ArrayList<WeightSize>();
        var runs =
                SeedRuns.train(
                        lab,
                        lab.settings().integer("seeds"),
                        seed -> {
                            sizes.add(new WeightSize());
                            return CancerNetwork.experiment(
                                            key, lab.settings(), updater, penalty, seed)
                                    .withListeners(sizes.get(sizes.size() - 1));
                        });
        return new Way(key, name, runs, sizes);
    }

    private static void tabulate(Lab lab, List<Way> ways) {
        var table =
                TextTable.of(
                        lab.say("做法", "way"),
                        lab.say("权重均方根", "root mean square of w"),
                        lab.say("训练损失", "training loss"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("验证准确率", "validation accuracy"));
        for (var way : ways) {
            var loss = way.runs().validationLoss();
            table.row(
                    way.name(),
                    way.finalSize(),
                    way.runs().trainingLoss(),
                    loss,
                    way.runs().accuracy());
            lab.figure("weightSize." + way.key(), way.finalSize().mean());
            lab.figure("validationLoss." + way.key(), loss.mean());
        }
        lab.table(
                lab.say("乳腺癌数据，同一个系数 c = ", "Breast cancer, the same coefficient c = ")
                        + lab.settings().number("coefficient"),
                table);
    }

    private static void drawSizes(Lab lab, List<Way> ways) {
        var chart =
                new LineChart(lab.say("同一个系数，权重缩得一样吗", "One coefficient: do weights shrink alike?"))
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("权重均方根", "root mean square of w"));
        for (var way : ways) {
            var sizes = way.sizes().stream().map(WeightSize::byEpoch).toArray(double[][]::new);
            chart.band(way.name(), way.runs().epochs(), Band.standardDeviation(sizes));
        }
        chart.note(
                LossChart.spread(lab, lab.settings().integer("seeds"))
                        + lab.say("；两条 SGD 曲线重合", "; the two SGD curves coincide"));
        lab.chart("weights", lab.say("权重大小随轮次", "Size of the weights by epoch"), chart);
    }

    private static void drawLosses(Lab lab, List<Way> ways) {
        var chart = LossChart.byEpoch(lab, lab.say("验证损失", "Validation loss"));
        for (var way : ways) {
            chart.band(way.name(), way.runs().epochs(), way.runs().validationLosses());
        }
        chart.note(LossChart.spread(lab, lab.settings().integer("seeds")));
        lab.chart("validation", lab.say("验证曲线", "Validation curves"), chart);
    }

    /**
     * Claims that under SGD both ways leave the same weights, and that under Adam L2 leaves them
     * smaller by a fifth or more.
     */
    static void conclude(Lab lab, List<Way> ways) {
        double sgd = largestDifference(ways.get(0), ways.get(1));
        lab.figure("sgdDifference", sgd);
        lab.claim(
                lab.say(
                                "SGD 下两者是一回事：训练后权重最多相差 %s",
                                "under SGD the two are one: after training no weight differs by"
                                        + " more than %s")
                        .formatted(Numbers.significant(sgd, 2)),
                sgd < 1e-3);
        double inside = ways.get(2).finalSize().mean();
        double beside = ways.get(3).finalSize().mean();
        lab.claim(
                lab.say(
                                "Adam 下不是：权重均方根 L2 是 %s，AdamW 是 %s",
                                "under Adam they are not: root mean square of w %s with L2, %s with"
                                        + " AdamW")
                        .formatted(Numbers.significant(inside, 3), Numbers.significant(beside, 3)),
                inside < 0.8 * beside);
    }

    private static double largestDifference(Way one, Way other) {
        double largest = 0;
        for (int i = 0; i < one.runs().runs().size(); i++) {
            double[] a = one.runs().runs().get(i).weights();
            double[] b = other.runs().runs().get(i).weights();
            for (int j = 0; j < a.length; j++) {
                largest = Math.max(largest, Math.abs(a[j] - b[j]));
            }
        }
        return largest;
    }

    /** Notes the size of the weights after each epoch. */
    static final class WeightSize extends BaseTrainingListener {
        private final List<Double> sizes = new ArrayList<>();

        @Override
        public void onEpochEnd(Model model) {
            var weights = Trained.weights((MultiLayerNetwork) model);
            sizes.add(WeightPenalties.rootMeanSquare(weights));
        }

        double[] byEpoch() {
            return sizes.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double last() {
            return sizes.isEmpty() ? Double.NaN : sizes.get(sizes.size() - 1);
        }
    }
}
