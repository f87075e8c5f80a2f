package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.bench.Effort;
import io.github.dl4jprimer.data.BadInput;
import java.util.List;

/**
 * What to measure, and how long.
 *
 * @param axes which sizes grow, each once
 * @param effort processes of each point, and seconds for each kind of step
 */
record GrowthPlan(List<GrowthAxis> axes, Effort effort) {
    /**
     * @throws BadInput if there are no axes
     */
    GrowthPlan {
        axes = axes.stream().distinct().toList();
        if (axes.isEmpty()) {
            throw new BadInput("axes must be at least 1, got 0. Name some: --axes batch,length.");
        }
    }

    /**
     * Reads the axes by name.
     *
     * @throws BadInput if one is unknown, or there is none
     */
    static GrowthPlan of(List<String> axes, Effort effort) {
        return new GrowthPlan(
                axes.stream().map(String::strip).map(GrowthAxis::named).toList(), effort);
    }
}
