package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.optimizer.Optimizers;
import io.github.dl4jprimer.report.LineChart;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Validation losses of optimizers over a logarithmic scale of learning rates.
 *
 * <p>Of several seeds the worst counts: a rate that is fast on one start and wild on the next is no
 * good rate.
 *
 * <pre>best = min { rate : loss(rate) <= 1.25 min loss }</pre>
 *
 * @param rates the learning rates tried, ascending
 * @param losses of each optimizer, one a rate, infinite where it diverged
 */
record LearningRateSweep(double[] rates, Map<Optimizers, double[]> losses) {
    private static final double TOLERANCE = 1.25;

    /** Trains one optimizer at one rate for a few epochs; returns the worst validation loss. */
    @FunctionalInterface
    interface Trial {
        double worstLoss(Optimizers optimizer, double rate);
    }

    /** Tries each optimizer at each rate. */
    static LearningRateSweep run(Iterable<Optimizers> optimizers, double[] rates, Trial trial) {
        var losses = new EnumMap<Optimizers, double[]>(Optimizers.class);
        for (var optimizer : optimizers) {
            double[] row = new double[rates.length];
            for (int i = 0; i < rates.length; i++) {
                row[i] = trial.worstLoss(optimizer, rates[i]);
            }
            losses.put(optimizer, row);
        }
        return new LearningRateSweep(rates, losses);
    }

    /**
     * Returns the smallest rate whose loss is within a quarter of the optimizer's lowest: the
     * lowest itself often lies where the next start diverges.
     */
    double best(Optimizers optimizer) {
        double[] row = losses.get(optimizer);
        double lowest = Arrays.stream(row).min().orElseThrow();
        int best = 0;
        while (row[best] > TOLERANCE * lowest) {
            best++;
        }
        return rates[best];
    }

    /** Returns an optimizer's loss at the rate that suits another one best. */
    double lossAtBestOf(Optimizers optimizer, Optimizers other) {
        double rate = best(other);
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] == rate) {
                return losses.get(optimizer)[i];
            }
        }
        throw new IllegalStateException("the best rate is one of those tried");
    }

    /** Draws all curves. */
    void draw(Lab lab, String note) {
        var title = lab.say("验证损失随学习率的变化", "Validation loss by learning rate");
        var chart = new LineChart(title).logX().logY();
        chart.x(lab.say("学习率", "learning rate"));
        chart.y(lab.say("验证集交叉熵（nat）", "cross-entropy on dev (nats)"));
        losses.forEach((optimizer, row) -> chart.points(SixOptimizers.name(optimizer), rates, row));
        chart.note(note);
        lab.chart("sweep", title, chart);
    }
}
