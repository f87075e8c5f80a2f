package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.report.HeatMapChart;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Attention weights as a heat map: a row asks, a column is looked at. */
final class AttentionHeatMap {
    private AttentionHeatMap() {}

    /**
     * Draws the weights.
     *
     * @param weights [T, T], rows summing to one
     */
    static HeatMapChart of(Lab lab, String title, List<String> characters, INDArray weights) {
        double darkest = weights.maxNumber().doubleValue();
        return HeatMapChart.matrix(title, characters, characters, weights.toDoubleMatrix())
                .x(lab.say("被看的字（键）", "looked at (key)"))
                .y(lab.say("发问的字（查询）", "asking (query)"))
                .scaleName(lab.say("注意力权重", "attention weight"))
                .darkestAt(darkest)
                .withValues();
    }

    /** Returns the largest distance of a row's sum from one. */
    static double offOne(INDArray weights) {
        return weights.sum(1).sub(1).amaxNumber().doubleValue();
    }
}
