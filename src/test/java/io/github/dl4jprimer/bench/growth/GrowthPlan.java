package io.github.dl4jprimer.bench.growth;

import io.github.dl4jprimer.data.BadInput;
import java.util.List;

/**
 * What to measure, and how long.
 *
 * @param axes which sizes grow, each once
 * @param rounds processes of each point, at least 1
 * @param seconds to measure each kind of step, above 0 and at most {@value #LONGEST_SECONDS}
 */
record GrowthPlan(List<GrowthAxis> axes, int rounds, double seconds) {
    /** Longer steps would only meet more noise. */
    static final int LONGEST_SECONDS = 600;

    /**
     * @throws BadInput if there are no axes, no rounds or no time
     */
    GrowthPlan {
        axes = axes.stream().distinct().toList();
        require(!axes.isEmpty(), "axes must be at least 1", 0, "Name some: --axes batch,length");
        require(rounds >= 1, "rounds must be at least 1", rounds, "3 show the spread");
        require(
                seconds > 0 && seconds <= LONGEST_SECONDS,
                "seconds must be above 0 and at most " + LONGEST_SECONDS,
                seconds,
                "1.5 suit these sizes");
    }

    /**
     * Reads the axes by name.
     *
     * @throws BadInput if one is unknown, or as the constructor
     */
    static GrowthPlan of(List<String> axes, int rounds, double seconds) {
        return new GrowthPlan(
                axes.stream().map(String::strip).map(GrowthAxis::named).toList(), rounds, seconds);
    }

    private static void require(boolean holds, String what, Object got, String mend) {
        if (!holds) {
            throw new BadInput("%s, got %s. %s.".formatted(what, got, mend));
        }
    }
}
