package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.PathChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.Sgd;
import java.util.List;
import java.util.Locale;

/**
 * Plain descent, {@code p <- p - lr * gradient}, on four landscapes with three learning rates each.
 *
 * <p>What to see: too small ends half-way, right arrives, too large leaps ever farther out. Along a
 * direction of curvature c the distance is multiplied by {@code 1 - lr * c} each step, so it grows
 * once {@code lr > 2 / c}; the ravine's steep side sets the limit for its flat direction too.
 *
 * <pre>
 * bowl         (x² + y²) / 2                curvature 1 everywhere
 * ravine       (x² + 20 y²) / 2             20 across, 1 along
 * banana       (1 - x)² + 100 (y - x²)²     about 1002 across the valley's end
 * saddle       x²/2 + y⁴/4 - y²/2           curvature below 0 at the pass
 * </pre>
 *
 * <p>An arrival is a tenth of the distance at the start, a divergence any end farther out than the
 * start. In the ravine the rate that the steep side bears moves the flat side by a factor of 1 -
 * 0.085 a step only: that is what momentum is for.
 *
 * <p>Settings: {@code steps} 60, fifty times that in the banana valley; {@code rateFactor}
 * multiplies all rates of all landscapes. Change this: {@code --set rateFactor=0.5} and nothing
 * diverges in bowl and ravine any more, so the claims come out false; {@code --set rateFactor=1.2}
 * and the right rate of the ravine is beyond its limit.
 *
 * @see <a href="https://d2l.ai/chapter_optimization/gd.html">Dive into Deep Learning, 12.3</a>
 */
final class GradientDescentPaths implements CourseExperiment {
    /** One path walked: [steps + 1][2]. */
    record Walk(Terrain terrain, String name, double rate, double[][] points) {
        double[] end() {
            return points[points.length - 1];
        }

        double loss() {
            return terrain.landscape().value(end()[0], end()[1]);
        }

        double distance() {
            return terrain.distance(end());
        }

        /** Whether it ends farther out than it began, or beyond all numbers. */
        boolean diverged() {
            return !(distance() <= terrain.distance(points[0]));
        }

        boolean arrived() {
            return distance() < 0.1 * terrain.distance(points[0]);
        }
    }

    @Override
    public String id() {
        return "w2-gradient-descent";
    }

    @Override
    public Settings settings() {
        return Settings.none().with("steps", 60, 1, 10_000).with("rateFactor", 1.0, 0.01, 10);
    }

    @Override
    public Settings quick() {
        return settings().changed("steps", "10");
    }

    @Override
    public void run(Lab lab) {
        var walks = Terrain.all().stream().map(terrain -> walks(lab, terrain)).toList();
        tabulate(lab, walks.stream().flatMap(List::stream).toList());
        walks.forEach(three -> draw(lab, three));
        walks.subList(0, 2).forEach(three -> claim(lab, three));
    }

    private static List<Walk> walks(Lab lab, Terrain terrain) {
        return List.of(
                walk(lab, terrain, lab.say("太小", "too small"), terrain.tooSmall()),
                walk(lab, terrain, lab.say("合适", "right"), terrain.right()),
                walk(lab, terrain, lab.say("太大", "too large"), terrain.tooLarge()));
    }

    private static Walk walk(Lab lab, Terrain terrain, String name, double usualRate) {
        double rate = usualRate * lab.settings().number("rateFactor");
        int steps = lab.settings().integer("steps") * terrain.patience();
        var points = terrain.landscape().path(new Sgd(rate), steps);
        return new Walk(terrain, name, rate, points.toDoubleMatrix());
    }

    private static void tabulate(Lab lab, List<Walk> walks) {
        var table =
                TextTable.of(
                        lab.say("地形", "landscape"),
                        lab.say("步长", "steps are"),
                        lab.say("学习率", "learning rate"),
                        lab.say("上限 2/c", "limit 2/c"),
                        lab.say("步数", "steps"),
                        lab.say("终点的损失", "final loss"),
                        lab.say("离最低点", "distance left"),
                        lab.say("结果", "outcome"));
        for (var walk : walks) {
            table.row(
                    walk.terrain().name(lab),
                    walk.name(),
                    LearningRates.text(walk.rate()),
                    LearningRates.text(2 / walk.terrain().curvature()),
                    walk.points().length - 1,
                    Numbers.significant(walk.loss(), 3),
                    Numbers.significant(walk.distance(), 3),
                    outcome(lab, walk));
            var key = walk.terrain().landscape().name().toLowerCase(Locale.ROOT);
            lab.figure("%s.loss.%s".formatted(key, walk.rate()), walk.loss());
        }
        lab.table(lab.say("同一个办法，三种步长", "One method, three lengths of step"), table);
    }

    static String outcome(Lab lab, Walk walk) {
        if (walk.diverged()) {
            return lab.say("发散", "diverged");
        }
        return walk.arrived() ? lab.say("到达", "arrived") : lab.say("还在路上", "still on the way");
    }

    private static void draw(Lab lab, List<Walk> walks) {
        var terrain = walks.get(0).terrain();
        var title = lab.say("梯度下降的路径：", "Paths of gradient descent: ") + terrain.name(lab);
        var chart = new PathChart(title, terrain.landscape()::value, terrain.grid());
        chart.x(lab.say("参数 x", "parameter x")).y(lab.say("参数 y", "parameter y"));
        // The shortest path last, so that the others do not cover it.
        for (int i = walks.size() - 1; i >= 0; i--) {
            var walk = walks.get(i);
            var rate = LearningRates.text(walk.rate());
            chart.path("%s, lr = %s".formatted(walk.name(), rate), walk.points());
        }
        double[] start = walks.get(0).points()[0];
        chart.start(lab.say("起点", "start"), start[0], start[1]);
        for (double[] minimum : terrain.minima()) {
            chart.minimum(lab.say("最低点", "minimum"), minimum[0], minimum[1]);
        }
        var note = lab.say("%d 步；灰线上损失相同", "%d steps; grey lines join equal losses");
        chart.note(note.formatted(walks.get(0).points().length - 1));
        var file = terrain.landscape().name().toLowerCase(Locale.ROOT);
        lab.chart(file, title, chart);
    }

    /**
     * Claims that the right rate arrives and the one beyond 2/c diverges, both from the same start.
     */
    static void claim(Lab lab, List<Walk> walks) {
        var right = walks.get(1);
        var text =
                lab.say(
                        "%s的上限是 2/c = %s：学习率 %s 停在离最低点 %s 处，%s 却发散",
                        "%s: the limit 2/c is %s; a rate of %s ends %s from the minimum, %s"
                                + " diverges");
        lab.claim(
                text.formatted(
                        right.terrain().name(lab),
                        LearningRates.text(2 / right.terrain().curvature()),
                        LearningRates.text(right.rate()),
                        Numbers.significant(right.distance(), 2),
                        LearningRates.text(walks.get(2).rate())),
                right.arrived() && walks.get(2).diverged());
    }
}
