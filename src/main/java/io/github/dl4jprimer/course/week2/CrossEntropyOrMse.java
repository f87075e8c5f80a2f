package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.Experiment;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.StartingModel;
import io.github.dl4jprimer.mlp.Output;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * One softmax classifier under two losses, cross-entropy and squared error (summed over the
 * classes, so that no factor 1/C slows it).
 *
 * <pre>
 * d/dz of cross-entropy:  p - y
 * d/dz of squared error:  2 p (p - y - sum_c (p_c - y_c) p_c)     near 0 when sure and wrong
 * </pre>
 *
 * <p>What to see: from the usual start squared error is somewhat slower; from a start that is sure
 * of one class, and so mostly wrong, its gradient is almost nothing and it does not get away.
 *
 * <p>Both arms start from the same weights, see the same batches and take the same learning rate;
 * the sure start adds {@code sureness} to the score of class 0, so that it is certain and nine
 * times of ten wrong.
 *
 * <p>Settings: {@code learningRate} 0.1 of plain SGD, because an adaptive optimizer would rescale
 * the small gradient and hide the effect; {@code sureness} 10 makes the probability of any other
 * class about e⁻¹⁰; {@code epochs} 6, {@code seeds} 5.
 *
 * <p>Change this: {@code --set sureness=0} and the two starts are one; {@code --set sureness=3} and
 * squared error gets away after all; {@code --set epochs=40} and see whether it ever does from 10.
 */
final class CrossEntropyOrMse implements CourseExperiment {
    /** A loss and its names. */
    private enum Judge {
        CROSS_ENTROPY("cross-entropy"),
        SQUARED_ERROR("squared-error");

        private final String key;

        Judge(String key) {
            this.key = key;
        }

        ILossFunction loss() {
            return this == CROSS_ENTROPY ? new LossMCXENT() : new LossL2();
        }

        String name(Lab lab) {
            return this == CROSS_ENTROPY
                    ? lab.say("交叉熵", "cross-entropy")
                    : lab.say("平方误差", "squared error");
        }
    }

    @Override
    public String id() {
        return "w2-cross-entropy-or-mse";
    }

    @Override
    public Settings settings() {
        return DigitsClassifier.defaults(Settings.none(), 6, 5)
                .with("learningRate", 0.1, 1e-6, 100)
                .with("sureness", 10.0, 0, 100);
    }

    @Override
    public Settings quick() {
        return settings().changed("epochs", "2").changed("seeds", "2").changed("batchSize", "128");
    }

    @Override
    public void run(Lab lab) {
        tabulateGradients(lab);
        var digits = DigitsClassifier.of(lab);
        var usual = train(lab, digits, "usual", 0);
        var sure = train(lab, digits, "sure", lab.settings().number("sureness"));
        tabulate(lab, digits, List.of(usual, sure));
        draw(lab, "usual-start", lab.say("从平常的起点出发", "From the usual start"), usual);
        draw(
                lab,
                "sure-and-wrong",
                lab.say("从自信而答错的起点出发", "From a start that is sure and wrong"),
                sure);
        claim(lab, usual, sure);
    }

    /** Shows the pull on the right class's score while its probability is p, of two classes. */
    private static void tabulateGradients(Lab lab) {
        var table =
                TextTable.of(
                        lab.say("真类的概率 p", "probability p of the right class"),
                        lab.say("交叉熵的梯度", "gradient of cross-entropy"),
                        lab.say("平方误差的梯度", "gradient of squared error"));
        for (double p : new double[] {0.9, 0.5, 0.1, 0.01, 0.001}) {
            table.row(p, gradient(Judge.CROSS_ENTROPY, p), gradient(Judge.SQUARED_ERROR, p));
        }
        lab.table(
                lab.say(
                        "对真类分数的梯度：越自信地答错，交叉熵拉得越用力，平方误差反而松手",
                        "Gradient by the right class's score: the surer the mistake, the harder"
                                + " cross-entropy pulls, and squared error lets go"),
                table);
    }

    /** Returns the gradient by the right class's score, of two classes. */
    static double gradient(boolean crossEntropy, double p) {
        return gradient(crossEntropy ? Judge.CROSS_ENTROPY : Judge.SQUARED_ERROR, p);
    }

    private static double gradient(Judge judge, double p) {
        var scores = Nd4j.createFromArray(new double[][] {{Math.log(p / (1 - p)), 0}});
        var labels = Nd4j.createFromArray(new double[][] {{1, 0}});
        return judge.loss()
                .computeGradient(labels, scores, new ActivationSoftmax(), null)
                .getDouble(0, 0);
    }

    private static List<SeedRuns> train(
            Lab lab, DigitsClassifier digits, String start, double sureness) {
        var all = new ArrayList<SeedRuns>();
        for (var judge : Judge.values()) {
            var runs = new ArrayList<RunResult>();
            for (int i = 0; i < lab.settings().integer("seeds"); i++) {
                long seed = lab.seed() + i;
                var name = "%s-%s-seed%d".formatted(judge.key, start, seed);
                runs.add(lab.train(experiment(lab, digits, judge, sureness, seed).withName(name)));
            }
            all.add(new SeedRuns(judge.name(lab), runs));
        }
        return all;
    }

    private static Experiment experiment(
            Lab lab, DigitsClassifier digits, Judge judge, double sureness, long seed) {
        var network =
                digits.network(seed)
                        .withOutput(new Output(Activation.SOFTMAX, judge.loss()))
                        .withUpdater(Optimizers.SGD.at(lab.settings().number("learningRate")));
        return digits.experiment(judge.key, network)
                .withModel(StartingModel.from(sure(network.configuration(), sureness)))
                .withSetting("loss", judge.key)
                .withSetting("sureness", sureness);
    }

    /** Returns the network at its random start, with this much added to the score of class 0. */
    private static MultiLayerNetwork sure(MultiLayerConfiguration configuration, double sureness) {
        var network = new MultiLayerNetwork(configuration);
        network.init();
        network.getParam("1_b").putScalar(0, sureness);
        return network;
    }

    private static void tabulate(Lab lab, DigitsClassifier digits, List<List<SeedRuns>> starts) {
        var table =
                TextTable.of(
                        lab.say("起点", "start"),
                        lab.say("损失", "loss"),
                        lab.say("第 1 轮验证准确率 (%)", "accuracy after epoch 1 (%)"),
                        lab.say("最后的验证准确率 (%)", "accuracy at the end (%)"),
                        lab.say("测试准确率 (%)", "test accuracy (%)"));
        for (int i = 0; i < starts.size(); i++) {
            var start = i == 0 ? lab.say("平常", "usual") : lab.say("自信而答错", "sure and wrong");
            for (var judge : Judge.values()) {
                var runs = starts.get(i).get(judge.ordinal());
                var last = runs.last(epoch -> 100 * epoch.score("accuracy"));
                table.row(
                        start,
                        runs.name(),
                        runs.first(epoch -> 100 * epoch.score("accuracy")),
                        last,
                        runs.of(run -> 100 * digits.testAccuracy(run)));
                var key = (i == 0 ? "usual." : "sure.") + judge.key;
                lab.figure(key + ".accuracy", last.mean());
            }
        }
        var caption = lab.say("只换损失函数，%d 个种子", "Nothing but the loss exchanged, %d seeds");
        lab.table(caption.formatted(lab.settings().integer("seeds")), table);
    }

    private static void draw(Lab lab, String file, String title, List<SeedRuns> losses) {
        var chart = new LineChart(title).yRange(0, 1);
        chart.x(lab.say("轮次", "epoch")).y(lab.say("验证准确率", "validation accuracy"));
        for (var runs : losses) {
            runs.addTo(chart, epoch -> epoch.score("accuracy"));
        }
        var note =
                lab.say(
                        "SGD，学习率 %s，%d 个种子，色带为 ± 1 个标准差",
                        "SGD at %s, %d seeds, bands are ± one standard deviation");
        chart.note(
                note.formatted(
                        LearningRates.text(lab.settings().number("learningRate")),
                        lab.settings().integer("seeds")));
        lab.chart(file, title, chart);
    }

    /**
     * Claims twenty points of accuracy between the losses from the sure start, and what the
     * formulas say of their gradients.
     */
    static void claim(Lab lab, List<SeedRuns> usual, List<SeedRuns> sure) {
        var text =
                lab.say(
                        "自信而答错的起点：交叉熵 %d 轮后验证准确率 %.1f%%，平方误差只有 %.1f%%",
                        "From a start that is sure and wrong, %d epochs of cross-entropy reach"
                                + " %.1f%%, squared error only %.1f%%");
        double entropy = last(sure.get(0));
        double squared = last(sure.get(1));
        lab.claim(
                text.formatted(lab.settings().integer("epochs"), entropy, squared),
                entropy > squared + 20);
        var ratio =
                lab.say(
                        "真类概率 0.001 时，交叉熵的梯度是平方误差的 %s 倍",
                        "At a probability of 0.001 cross-entropy's gradient is %s times that of"
                                + " squared error");
        double times = gradient(Judge.CROSS_ENTROPY, 0.001) / gradient(Judge.SQUARED_ERROR, 0.001);
        lab.claim(ratio.formatted(Numbers.significant(times, 3)), times > 100);
        lab.figure("usual.gap", last(usual.get(0)) - last(usual.get(1)));
    }

    private static double last(SeedRuns runs) {
        return runs.last(epoch -> 100 * epoch.score("accuracy")).mean();
    }
}
