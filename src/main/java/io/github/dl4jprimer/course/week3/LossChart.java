package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.report.LineChart;

/**
 * A line chart whose y axis is the cross-entropy, in nat: 0 is certain and right.
 *
 * <p>All of the week's losses are drawn alike, so that charts can be held against each other:
 * natural logarithm, mean over the seeds as a line, one standard deviation either way as a band.
 */
final class LossChart {
    private LossChart() {}

    /** Returns an empty chart of losses by epoch. */
    static LineChart byEpoch(Lab lab, String title) {
        return over(lab, title, lab.say("轮次", "epoch"));
    }

    /** Returns an empty chart of losses over anything else. */
    static LineChart over(Lab lab, String title, String x) {
        return new LineChart(title).x(x).y(lab.say("交叉熵 (nat)", "cross-entropy (nat)"));
    }

    /** Returns the line below the title that says what the translucent area is. */
    static String spread(Lab lab, int seeds) {
        return lab.say(
                        "线：%d 个种子的均值；浅色带：±1 个标准差",
                        "line: mean of %d seeds; band: ±1 standard deviation")
                .formatted(seeds);
    }
}
