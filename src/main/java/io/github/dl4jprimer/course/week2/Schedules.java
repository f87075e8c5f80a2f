package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.experiment.StepMetrics;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.optimizer.WarmupLinear;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Adam at a constant learning rate, and with warm-up and linear decay from the same peak, at
 * several peaks.
 *
 * <pre>t &lt; w: lr_t = lr * t / w      else: lr_t = lr * (T - t) / (T - w)</pre>
 *
 * <p>What to see: at a small rate the schedule brings nothing, it only walks less far; at a large
 * one it ends lower and steadier, because the last steps no longer jump about.
 *
 * <p>Peaks and number of steps are equal, so the schedule's mean rate is only about half of the
 * constant one: at a small peak it has simply walked less far. At a large peak the constant rate
 * keeps jumping across the valley floor by the length of its step, and the decay takes that away.
 *
 * <p>Settings: {@code learningRates} are the peaks, in the order of the table, and the last one is
 * drawn and judged; {@code warmupShare} 0.1 of all steps rise from 0; {@code epochs} 8, {@code
 * seeds} 5.
 *
 * <p>Change this: {@code --set warmupShare=0} leaves the decay alone, {@code --set warmupShare=0.9}
 * hardly any decay; {@code --set learningRates=0.001} and the claim is false, as the lesson says of
 * small rates.
 */
final class Schedules implements CourseExperiment {
    @Override
    public String id() {
        return "w2-schedules";
    }

    @Override
    public Settings settings() {
        return DigitsClassifier.defaults(Settings.none(), 8, 5)
                .withNumbers("learningRates", "0.001,0.01,0.05", 1e-6, 100)
                .with("warmupShare", 0.1, 0, 0.9);
    }

    @Override
    public Settings quick() {
        return settings()
                .changed("epochs", "2")
                .changed("seeds", "2")
                .changed("batchSize", "128")
                .changed("learningRates", "0.01,0.05");
    }

    /** The runs at one peak. */
    record Pair(double peak, SeedRuns constant, SeedRuns scheduled) {}

    @Override
    public void run(Lab lab) {
        var digits = DigitsClassifier.of(lab);
        var pairs = new ArrayList<Pair>();
        for (double peak : lab.settings().numbers("learningRates")) {
            pairs.add(train(lab, digits, peak));
        }
        var shown = pairs.get(pairs.size() - 1);
        tabulate(lab, digits, pairs);
        drawRates(lab, shown);
        drawLosses(lab, shown);
        claim(lab, shown);
    }

    private static Pair train(Lab lab, DigitsClassifier digits, double peak) {
        int steps = digits.steps();
        int warmup = (int) (steps * lab.settings().number("warmupShare"));
        Map<String, IUpdater> updaters = new LinkedHashMap<>();
        updaters.put("constant", Optimizers.ADAM.at(peak));
        updaters.put(
                "warmup-linear", Optimizers.ADAM.following(new WarmupLinear(peak, warmup, steps)));
        var runs = new LinkedHashMap<String, List<RunResult>>();
        updaters.forEach(
                (name, updater) -> {
                    for (int i = 0; i < lab.settings().integer("seeds"); i++) {
                        long seed = lab.seed() + i;
                        var network = digits.network(seed).withUpdater(updater.clone());
                        var id = "%s-lr%s-seed%d".formatted(name, LearningRates.text(peak), seed);
                        runs.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(lab.train(digits.experiment(id, network)));
                    }
                });
        return new Pair(
                peak,
                new SeedRuns(lab.say("恒定", "constant"), runs.get("constant")),
                new SeedRuns(
                        lab.say("预热加线性衰减", "warm-up and linear decay"), runs.get("warmup-linear")));
    }

    private static void tabulate(Lab lab, DigitsClassifier digits, List<Pair> pairs) {
        var table =
                TextTable.of(
                        lab.say("最高学习率", "peak rate"),
                        lab.say("调度", "schedule"),
                        lab.say("训练损失", "training loss"),
                        lab.say("验证损失", "validation loss"),
                        lab.say("测试准确率 (%)", "test accuracy (%)"));
        for (var pair : pairs) {
            for (boolean constant : new boolean[] {true, false}) {
                var seeds = constant ? pair.constant() : pair.scheduled();
                var accuracy = seeds.of(run -> 100 * digits.testAccuracy(run));
                table.row(
                        LearningRates.text(pair.peak()),
                        seeds.name(),
                        seeds.last(EpochMetrics::trainLoss),
                        seeds.last(EpochMetrics::validationLoss),
                        accuracy);
                var kind = constant ? "constant" : "scheduled";
                var key = "lr" + LearningRates.text(pair.peak()) + "." + kind;
                lab.figure(
                        key + ".validationLoss", seeds.last(EpochMetrics::validationLoss).mean());
                lab.figure(key + ".testAccuracy", accuracy.mean());
            }
        }
        var caption = lab.say("Adam，步数相同，%d 个种子", "Adam, equal steps, %d seeds");
        lab.table(caption.formatted(lab.settings().integer("seeds")), table);
    }

    private static void drawRates(Lab lab, Pair pair) {
        var title = lab.say("每一步的学习率", "The learning rate at each step");
        var chart = new LineChart(title);
        chart.x(lab.say("步", "step")).y(lab.say("学习率", "learning rate"));
        for (boolean constant : new boolean[] {true, false}) {
            var seeds = constant ? pair.constant() : pair.scheduled();
            var logged = seeds.runs().get(0).steps();
            chart.line(
                    seeds.name(),
                    column(logged, StepMetrics::step),
                    column(logged, StepMetrics::learningRate));
        }
        var steps = pair.constant().runs().get(0).steps();
        var poly = new PolySchedule(ScheduleType.ITERATION, pair.peak(), 1, steps.size());
        chart.line(
                lab.say("DL4J 的 PolySchedule：不降反升", "DL4J's PolySchedule: it rises"),
                column(steps, StepMetrics::step),
                column(steps, step -> poly.valueAt((int) step.step() - 1, step.epoch() - 1)));
        lab.chart("learning-rate", title, chart);
    }

    private static double[] column(List<StepMetrics> steps, ToDoubleFunction<StepMetrics> value) {
        return steps.stream().mapToDouble(value).toArray();
    }

    private static void drawLosses(Lab lab, Pair pair) {
        var title =
                lab.say("最高学习率 %s 时的验证损失", "Validation loss at a peak rate of %s")
                        .formatted(LearningRates.text(pair.peak()));
        var chart = new LineChart(title).logY();
        chart.x(lab.say("轮次", "epoch"));
        chart.y(lab.say("验证集交叉熵（nat）", "cross-entropy on dev (nats)"));
        for (boolean constant : new boolean[] {true, false}) {
            var seeds = constant ? pair.constant() : pair.scheduled();
            seeds.addTo(chart, EpochMetrics::validationLoss);
        }
        var note = lab.say("%d 个种子，色带为 ± 1 个标准差", "%d seeds, bands are ± one standard deviation");
        chart.note(note.formatted(lab.settings().integer("seeds")));
        lab.chart("validation-loss", title, chart);
    }

    /**
     * Claims that no run under the schedule diverged and that they end lower on average and closer
     * together.
     */
    static void claim(Lab lab, Pair pair) {
        var constant = pair.constant().last(EpochMetrics::validationLoss);
        var scheduled = pair.scheduled().last(EpochMetrics::validationLoss);
        var text =
                lab.say(
                        "最高学习率 %s：预热加衰减的验证损失更低、更稳：%s，恒定的是 %s",
                        "At a peak of %s warm-up and decay end lower and steadier: validation loss"
                                + " %s, %s when constant");
        lab.claim(
                text.formatted(LearningRates.text(pair.peak()), scheduled, constant),
                pair.scheduled().diverged() == 0
                        && scheduled.mean() < constant.mean()
                        && scheduled.standardDeviation() < constant.standardDeviation());
    }
}
