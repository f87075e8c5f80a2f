package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.MetricSeries;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.Splits;
import io.github.dl4jprimer.data.Standardization;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;

/**
 * The metric series as a regression, with additional spikes in the part that is trained on: from
 * {@code width} values in a row the next one.
 *
 * <p>The cut is in time: train comes first, then dev, then test, so that nothing is learned from
 * the future. A window reaches back {@code width} values, which the first dev and test rows share
 * with the part before them, as a forecast in operation would.
 *
 * @param raw train, dev and test in their order of time, in requests per second
 * @param scaler what train determines
 * @param quiet rows of test without an anomaly in the window or the target
 * @param spiked rows of test whose target is a spike
 */
record SpikedSeries(
        Split<NumberDataset> raw,
        NormalizerStandardize scaler,
        List<Integer> quiet,
        List<Integer> spiked) {
    private static final double DEV = 0.1;
    private static final double TEST = 0.2;

    /**
     * Adds spikes and cuts the series in time.
     *
     * @param width values that the network sees
     * @param share of the training points that become spikes, 2 to 4 times as high
     */
    static SpikedSeries of(int width, double share, long seed) {
        var clean = Datasets.metricSeries();
        int trained = (int) (clean.points().size() * (1 - DEV - TEST));
        var series =
                new MetricSeries(spiked(clean.points(), trained, share, seed), clean.checksum());
        var windows = Splits.chronological(series.windows(width), DEV, TEST);
        int first = windows.train().size() + windows.dev().size();
        var quiet = new ArrayList<Integer>();
        var spikes = new ArrayList<Integer>();
        for (int row = 0; row < windows.test().size(); row++) {
            var seen = series.points().subList(first + row, first + row + width + 1);
            if (seen.stream().allMatch(SpikedSeries::isNormal)) {
                quiet.add(row);
            }
            if (seen.get(width).anomaly() == MetricSeries.Anomaly.SPIKE) {
                spikes.add(row);
            }
        }
        return new SpikedSeries(windows, Standardization.fit(windows.train()), quiet, spikes);
    }

    private static List<MetricSeries.Point> spiked(
            List<MetricSeries.Point> points, int trained, double share, long seed) {
        var random = new Random(seed);
        var changed = new ArrayList<>(points);
        for (int i = 0; i < trained; i++) {
            boolean chosen = random.nextDouble() < share;
            double factor = 2 + 2 * random.nextDouble();
            var point = points.get(i);
            if (chosen && isNormal(point)) {
                double value = point.value() * factor;
                var spike = MetricSeries.Anomaly.SPIKE;
                changed.set(i, new MetricSeries.Point(point.time(), value, spike));
            }
        }
        return changed;
    }

    private static boolean isNormal(MetricSeries.Point point) {
        return point.anomaly() == MetricSeries.Anomaly.NONE;
    }

    /** Returns the parts as the network sees them. */
    Split<NumberDataset> scaled() {
        return raw.map(part -> Standardization.apply(scaler, part));
    }

    /** Returns a network's predictions for the test part in requests per second, [N]. */
    double[] predict(MultiLayerNetwork network) {
        INDArray predictions = network.output(scaled().test().features());
        scaler.revertLabels(predictions);
        return predictions.dup().data().asDouble();
    }

    /** Returns the measured values of the test part, [N]. */
    double[] measured() {
        return raw.test().targets().dup().data().asDouble();
    }

    /** Returns the prediction's error, predicted minus measured, at each of the rows. */
    double[] errors(double[] predictions, List<Integer> rows) {
        double[] measured = measured();
        return rows.stream().mapToDouble(row -> predictions[row] - measured[row]).toArray();
    }

    /** Returns a day of test rows that has a spike in its middle, or the first day. */
    int[] dayWithSpike() {
        int length = 96;
        int middle = spiked.isEmpty() ? length / 2 : spiked.get(0);
        int from = Math.max(0, Math.min(middle - length / 2, raw.test().size() - length));
        return IntStream.range(from, from + length).toArray();
    }
}
