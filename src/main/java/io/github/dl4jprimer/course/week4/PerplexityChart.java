package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.experiment.EpochMetrics;
import io.github.dl4jprimer.experiment.RunResult;
import io.github.dl4jprimer.report.LineChart;
import java.util.Arrays;

/** The perplexity of a masked language model, epoch by epoch, above what counting alone gives. */
final class PerplexityChart {
    private PerplexityChart() {}

    /** Leaves the chart in the lab. */
    static void leaveIn(Lab lab, RunResult run, double byFrequency) {
        var title = lab.say("读得越多，填空越准", "The more it reads, the better it fills gaps");
        double[] epochs = run.epochs().stream().mapToDouble(EpochMetrics::epoch).toArray();
        double[] curve =
                run.epochs().stream().mapToDouble(one -> one.score("perplexity")).toArray();
        double[] level = Arrays.stream(epochs).map(epoch -> byFrequency).toArray();
        var chart =
                new LineChart(title)
                        .x(lab.say("轮次", "epoch"))
                        .y(lab.say("困惑度（每词元）", "perplexity (per token)"))
                        .logY()
                        .line(lab.say("看着上下文猜", "from the context"), epochs, curve)
                        .line(lab.say("只按频率猜", "by frequency"), epochs, level);
        lab.chart("perplexity", title, chart);
    }
}
