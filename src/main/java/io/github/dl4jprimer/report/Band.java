package io.github.dl4jprimer.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A curve with its spread over seeds: at each place the mean and the limits around it.
 *
 * <p>Smallest and largest show what happened; one standard deviation shows what to expect, and
 * needs more than a few seeds to mean much. Values that are not finite are left out, so a run that
 * diverged ends early and does not lift the mean; say in the chart's note how many did.
 *
 * <p>Runs may differ in length, as after early stopping: each place summarises the runs that
 * reached it.
 *
 * @param mean [N]
 * @param low [N], lower limit
 * @param high [N], upper limit
 */
public record Band(double[] mean, double[] low, double[] high) {
    /** Checks that the three have one length. */
    public Band {
        Check.sameLength("mean", mean.length, "low", low.length);
        Check.sameLength("mean", mean.length, "high", high.length);
    }

    /**
     * Mean with the smallest and largest value.
     *
     * @param runs [seeds][N]
     */
    public static Band minMax(double[][] runs) {
        return minMax(summaries(runs));
    }

    /**
     * Mean with the smallest and largest value, from summaries that exist already.
     *
     * @param places [N], one for each place along x
     */
    static Band minMax(Summary[] places) {
        return new Band(
                Arrays.stream(places).mapToDouble(Summary::mean).toArray(),
                Arrays.stream(places).mapToDouble(Summary::min).toArray(),
                Arrays.stream(places).mapToDouble(Summary::max).toArray());
    }

    /**
     * Mean plus and minus one standard deviation of the sample.
     *
     * @param runs [seeds][N]
     */
    public static Band standardDeviation(double[][] runs) {
        Summary[] places = summaries(runs);
        return new Band(
                Arrays.stream(places).mapToDouble(Summary::mean).toArray(),
                Arrays.stream(places)
                        .mapToDouble(place -> place.mean() - place.standardDeviation())
                        .toArray(),
                Arrays.stream(places)
                        .mapToDouble(place -> place.mean() + place.standardDeviation())
                        .toArray());
    }

    /** One summary a place, of the runs that are long enough to have it. */
    private static Summary[] summaries(double[][] runs) {
        Check.notEmpty("runs", runs.length);
        int longest = Arrays.stream(runs).mapToInt(run -> run.length).max().orElse(0);
        var places = new Summary[longest];
        for (int place = 0; place < longest; place++) {
            int index = place;
            DoubleStream reached =
                    Arrays.stream(runs)
                            .filter(run -> run.length > index)
                            .mapToDouble(run -> run[index]);
            places[place] = Summary.of(reached.toArray());
        }
        return places;
    }
}
