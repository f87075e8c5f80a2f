package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Twenty given gradients through each optimizer three times, by hand, as this project's updater and
 * as DL4J's own, against what PyTorch made of them.
 *
 * <pre>deviation = |p - p_torch| / max(1, |p_torch|), the largest of 8 parameters</pre>
 *
 * <p>What to see: by hand and the project's updaters agree to rounding. DL4J's Adam and RmsProp
 * leave where the gradient is about as small as eps: they add eps elsewhere.
 *
 * <p>The gradients are the same for all, recorded, and include what optimizers trip over: a step
 * whose gradient is all zero, a parameter with gradients of a millionth and one with gradients of a
 * thousand. With the gradients given, no network and no rounding of a loss can hide a difference.
 *
 * <p>Setting: {@code steps}, 1 to the 20 that were recorded. After a single step Adam has walked a
 * full learning rate whatever the gradient's size, except where eps is as large as the gradient:
 * there the position of eps decides how far.
 */
final class UpdateRules implements CourseExperiment {
    /** The component whose gradients are of size 1e-6. */
    private static final int TINY = 6;

    /** Where a deviation of zero is drawn on a logarithmic axis. */
    private static final double FLOOR = 1e-17;

    @Override
    public String id() {
        return "w2-update-rules";
    }

    @Override
    public Settings settings() {
        return Settings.none().with("steps", 20, 1, 20);
    }

    @Override
    public void run(Lab lab) {
        var torch = TorchTrajectories.recorded();
        int steps = Math.min(lab.settings().integer("steps"), torch.gradients().length);
        var ways = Contender.all().stream().map(each -> each.walk(torch, steps)).toList();
        tabulate(lab, ways);
        drawDeviations(lab, ways);
        drawTinyComponent(lab, ways);
        claim(lab, ways);
    }

    private static void tabulate(Lab lab, List<Contender.Ways> ways) {
        var table =
                TextTable.of(
                        lab.say("优化器", "optimizer"),
                        lab.say("手写", "by hand"),
                        lab.say("本课程的更新器", "this course's updater"),
                        lab.say("DL4J 自带", "DL4J's own"),
                        lab.say("DL4J 差在第几个参数", "DL4J's worst parameter"));
        for (var way : ways) {
            table.row(
                    way.name(),
                    text(way.deviation(way.byHand())),
                    text(way.deviation(way.updater())),
                    way.hasOwn() ? text(way.deviation(way.own())) : lab.say("没有", "none"),
                    way.hasOwn() && way.deviation(way.own()) > 1e-12
                            ? String.valueOf(way.worstParameter() + 1)
                            : "-");
            lab.figure(way.key() + ".byHand", way.deviation(way.byHand()));
            lab.figure(way.key() + ".updater", way.deviation(way.updater()));
            if (way.hasOwn()) {
                lab.figure(way.key() + ".dl4j", way.deviation(way.own()));
            }
        }
        lab.table(
                lab.say(
                        "与 PyTorch 的最大偏差（第 7 个参数的梯度只有 1e-6 大小）",
                        "Largest deviation from PyTorch (parameter 7 has gradients of size 1e-6)"),
                table);
    }

    private static String text(double deviation) {
        return deviation == 0 ? "0" : Numbers.significant(deviation, 2);
    }

    private static void drawDeviations(Lab lab, List<Contender.Ways> ways) {
        var title = lab.say("每一步与 PyTorch 的偏差", "Deviation from PyTorch at each step");
        var chart = new LineChart(title).logY();
        chart.x(lab.say("步", "step")).y(lab.say("最大偏差", "largest deviation"));
        for (var way : ways) {
            if (way.hasOwn()) {
                chart.line("DL4J " + way.name(), steps(way), drawn(way.deviations(way.own())));
            }
        }
        var adam = named(ways, "adam");
        var name = lab.say("手写 Adam", "Adam by hand");
        chart.line(name, steps(adam), drawn(adam.deviations(adam.byHand())));
        chart.note(lab.say("偏差为 0 的画在 1e-17 处", "a deviation of 0 is drawn at 1e-17"));
        lab.chart("deviations", title, chart);
    }

    private static double[] drawn(double[] deviations) {
        return IntStream.range(0, deviations.length)
                .mapToDouble(i -> Math.max(FLOOR, deviations[i]))
                .toArray();
    }

    private static void drawTinyComponent(Lab lab, List<Contender.Ways> ways) {
        var title =
                lab.say(
                        "eps 放在哪里：梯度只有 1e-6 的参数",
                        "Where eps stands: a parameter with gradients of 1e-6");
        var chart = new LineChart(title);
        chart.x(lab.say("步", "step"));
        chart.y(lab.say("第 7 个参数走过的路", "parameter 7, distance walked"));
        for (var way : List.of(named(ways, "adam"), named(ways, "rmsprop"))) {
            chart.points("PyTorch " + way.name(), steps(way), moved(way, way.torch()));
            chart.line("DL4J " + way.name(), steps(way), moved(way, way.own()));
        }
        lab.chart("tiny-gradient", title, chart);
    }

    private static double[] moved(Contender.Ways way, double[][] path) {
        return IntStream.range(0, path.length)
                .mapToDouble(i -> path[i][TINY] - way.start()[TINY])
                .toArray();
    }

    private static double[] steps(Contender.Ways way) {
        return IntStream.rangeClosed(1, way.torch().length).asDoubleStream().toArray();
    }

    /**
     * Claims that all rules and updaters agree with PyTorch to rounding, and that DL4J's Adam does
     * not, exactly where the gradient is tiny.
     */
    static void claim(Lab lab, List<Contender.Ways> ways) {
        double worst =
                ways.stream()
                        .mapToDouble(
                                way ->
                                        Math.max(
                                                way.deviation(way.byHand()),
                                                way.deviation(way.updater())))
                        .max()
                        .orElseThrow();
        var exact =
                lab.say(
                        "手写的六种规则和本课程的更新器与 PyTorch 的最大偏差是 %s",
                        "The six rules by hand and this course's updaters stay within %s of"
                                + " PyTorch");
        lab.claim(exact.formatted(text(worst)), worst < 1e-10);
        var adam = named(ways, "adam");
        double own = adam.deviation(adam.own());
        var elsewhere =
                lab.say(
                        "DL4J 的 Adam 偏差 %s，出在梯度只有 1e-6 的第 %d 个参数：eps 的位置不同",
                        "DL4J's Adam is %s off, at parameter %d with gradients of 1e-6: its eps"
                                + " stands elsewhere");
        lab.claim(
                elsewhere.formatted(text(own), adam.worstParameter() + 1),
                own > 1e-4 && adam.worstParameter() == TINY);
    }

    private static Contender.Ways named(List<Contender.Ways> ways, String key) {
        return ways.stream().filter(way -> way.key().equals(key)).findFirst().orElseThrow();
    }
}
