package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.loss.CrossEntropy;
import io.github.dl4jprimer.report.HistogramChart;
import io.github.dl4jprimer.report.Summary;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The alarm classifier with hard and with softened labels: how right it is, and how sure.
 *
 * <pre>y' = (1 - e) * y + e / C</pre>
 *
 * <p>What to see: accuracy hardly moves, the largest probability does. With smoothing the gap
 * between how sure and how right the model is becomes another one.
 *
 * <p>With hard labels the loss can always fall by growing the weights, for p_true reaches 1 only at
 * infinity. With e = 0.1 and C = 12 the best p_true is 0.9 + 0.1/12, and beyond it the loss rises
 * again. The cross-entropy of the table is measured against hard labels for both rows, else the
 * numbers could not be compared.
 *
 * <p>Settings: {@code smoothing} e; {@code lines} 200 a class; {@code epochs} 4, {@code seeds} 5.
 * Change this: {@code --set smoothing=0.5} and the best p_true is little above one half; see
 * whether the first choice changes with it; {@code --set smoothing=0} and both rows are the same.
 *
 * @see <a href="https://arxiv.org/abs/1906.02629">Müller, Kornblith and Hinton 2019</a>
 */
final class LabelSmoothing implements CourseExperiment {
    private static final int EVALUATED = 150;

    @Override
    public String id() {
        return "w2-label-smoothing";
    }

    @Override
    public Settings settings() {
        return AlarmClassifier.defaults(Settings.none(), 4, 5)
                .with("lines", 200, 1, 1220)
                .with("smoothing", 0.1, 0, 0.9);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("epochs", "1")
                .changed("seeds", "2")
                .changed("lines", "30")
                .changed("features", "400");
    }

    /**
     * How one model judged the dev lines.
     *
     * @param largest its largest probability for each line
     * @param right whether the class of it was right
     * @param surprise its mean of -log p of the right class
     */
    record Judgement(double[] largest, boolean[] right, double surprise) {
        double accuracy() {
            return mean(i -> right[i] ? 1 : 0);
        }

        double confidence() {
            return mean(i -> largest[i]);
        }

        /** Returns how sure it was on the lines that it got wrong. */
        double confidenceWhenWrong() {
            return IntStream.range(0, right.length)
                    .filter(i -> !right[i])
                    .mapToDouble(i -> largest[i])
                    .average()
                    .orElse(Double.NaN);
        }

        private double mean(ToDoubleFunction<Integer> value) {
            return IntStream.range(0, right.length)
                    .boxed()
                    .mapToDouble(value)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** The judgements of all seeds under one smoothing. */
    record Judged(double smoothing, List<Judgement> seeds) {
        Summary of(ToDoubleFunction<Judgement> value) {
            return Summary.of(seeds.stream().mapToDouble(value).toArray());
        }
    }

    @Override
    public void run(Lab lab) {
        var alarms =
                AlarmClassifier.of(
                        lab, Collections.nCopies(12, lab.settings().integer("lines")), EVALUATED);
        double share = lab.settings().number("smoothing");
        var hard = train(lab, alarms, "hard", 0);
        var soft = train(lab, alarms, "soft", share);
        tabulate(lab, List.of(hard, soft));
        draw(lab, List.of(hard, soft));
        claim(lab, hard, soft);
    }

    private static Judged train(Lab lab, AlarmClassifier alarms, String labels, double share) {
        var loss = CrossEntropy.plain().withLabelSmoothing(share);
        var seeds = new ArrayList<Judgement>();
        for (int i = 0; i < lab.settings().integer("seeds"); i++) {
            long seed = lab.seed() + i;
            var name = "%s-labels-seed%d".formatted(labels, seed);
            var run =
                    lab.train(
                            alarms.experiment(name, alarms.network(loss, seed))
                                    .withSetting("labelSmoothing", share));
            seeds.add(judge((MultiLayerNetwork) run.model(), alarms));
        }
        return new Judged(share, seeds);
    }

    private static Judgement judge(MultiLayerNetwork network, AlarmClassifier alarms) {
        var dev = alarms.data().dev();
        double[][] probabilities =
                network.output(alarms.ngrams().transform(dev.texts())).toDoubleMatrix();
        int[] classes = dev.classes();
        double[] largest = new double[classes.length];
        boolean[] right = new boolean[classes.length];
        double surprise = 0;
        for (int i = 0; i < classes.length; i++) {
            double[] row = probabilities[i];
            int best = 0;
            for (int c = 1; c < row.length; c++) {
                best = row[c] > row[best] ? c : best;
            }
            largest[i] = row[best];
            right[i] = best == classes[i];
            surprise -= Math.log(Math.max(row[classes[i]], 1e-10)) / classes.length;
        }
        return new Judgement(largest, right, surprise);
    }

    private static void tabulate(Lab lab, List<Judged> all) {
        var table =
                TextTable.of(
                        lab.say("平滑 e", "smoothing e"),
                        lab.say("验证准确率 (%)", "validation accuracy (%)"),
                        lab.say("最大概率 (%)", "largest probability (%)"),
                        lab.say("答错时的最大概率 (%)", "the same when wrong (%)"),
                        lab.say("验证交叉熵 (nat)", "cross-entropy (nats)"));
        for (var judged : all) {
            var accuracy = judged.of(one -> 100 * one.accuracy());
            var confidence = judged.of(one -> 100 * one.confidence());
            table.row(
                    judged.smoothing(),
                    accuracy,
                    confidence,
                    judged.of(one -> 100 * one.confidenceWhenWrong()),
                    judged.of(Judgement::surprise));
            lab.figure("smoothing%s.accuracy".formatted(judged.smoothing()), accuracy.mean());
            lab.figure("smoothing%s.confidence".formatted(judged.smoothing()), confidence.mean());
        }
        var caption =
                lab.say(
                        "没见过的说法上，%d 个种子；交叉熵都按硬标签算",
                        "On unseen phrasings, %d seeds; cross-entropy against hard labels");
        lab.table(caption.formatted(lab.settings().integer("seeds")), table);
    }

    private static void draw(Lab lab, List<Judged> all) {
        var title = lab.say("预测的最大概率", "The largest predicted probability");
        var chart = new HistogramChart(title).bins(25).sharedRange();
        chart.x(lab.say("最大概率", "largest probability")).y(lab.say("告警行数", "alarm lines"));
        for (var judged : all) {
            var name = lab.say("平滑 e = %s", "smoothing e = %s");
            chart.panel(name.formatted(judged.smoothing()), judged.seeds().get(0).largest());
        }
        lab.chart("largest-probability", title, chart);
    }

    /**
     * Claims that confidence falls by more than two points and by more than accuracy moves either
     * way.
     */
    static void claim(Lab lab, Judged hard, Judged soft) {
        double before = hard.of(one -> 100 * one.confidence()).mean();
        double after = soft.of(one -> 100 * one.confidence()).mean();
        double right = hard.of(one -> 100 * one.accuracy()).mean();
        double stillRight = soft.of(one -> 100 * one.accuracy()).mean();
        var text =
                lab.say(
                        "平滑 %s：平均最大概率从 %.1f%% 降到 %.1f%%，验证准确率从 %.1f%% 到 %.1f%%",
                        "Smoothing %s: the mean largest probability falls from %.1f%% to %.1f%%,"
                                + " accuracy goes from %.1f%% to %.1f%%");
        lab.claim(
                text.formatted(soft.smoothing(), before, after, right, stillRight),
                before - after > 2 && Math.abs(right - stillRight) < before - after);
    }
}
