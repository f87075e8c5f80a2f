package io.github.dl4jprimer.course.week2;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.week2.AnomalyRegression.Predicted;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyRegressionTest {
    private static final SpikedSeries SERIES = SpikedSeries.of(8, 0, 3);

    @TempDir private Path folder;

    /** Predictions that lie {@code bias} too high, and alternately {@code off} to each side. */
    private static Predicted predicted(String name, double bias, double off) {
        double[] values = SERIES.measured().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += bias;
        }
        // Two seeds that err to opposite sides cancel in the mean error, not in the absolute one.
        double[] above = Arrays.stream(values).map(value -> value + off).toArray();
        double[] below = Arrays.stream(values).map(value -> value - off).toArray();
        return new Predicted(name.toLowerCase(Locale.ROOT), name, List.of(above, below));
    }

    private static List<Boolean> claim(Predicted mse, Predicted mae, Predicted huber) {
        return claims(lab -> AnomalyRegression.claim(lab, SERIES, List.of(mse, mae, huber)));
    }

    @Test
    void errorsAreMeansOverTheQuietRowsOfEachSeed() {
        var one = predicted("MSE", 10, 4);
        assertEquals(10, one.meanAbsoluteError(SERIES).mean(), 1e-9); // 14 and 6
        assertEquals(10, one.meanError(SERIES).mean(), 1e-9);
        var centred = predicted("MAE", 0, 4);
        assertEquals(4, centred.meanAbsoluteError(SERIES).mean(), 1e-9);
        assertEquals(0, centred.meanError(SERIES).mean(), 1e-9);
    }

    @Test
    void huberMustBeAFifthBetterAndMseLiftedTwiceAsFar() {
        var steady = predicted("MAE", 3, 0);
        var huber = predicted("Huber", 4, 0);
        assertEquals(List.of(true, true), claim(predicted("MSE", 10, 0), steady, huber));
        assertEquals(
                List.of(false, true),
                claim(predicted("MSE", 10, 0), steady, predicted("Huber", 8.1, 0)));
        assertEquals(
                List.of(true, false),
                claim(predicted("MSE", 10, 0), predicted("MAE", -6, 0), huber));
        assertEquals(List.of(true, false), claim(predicted("MSE", -10, 0), steady, huber));
    }

    @Test
    void onlyQuietRowsCount() {
        double[] values = SERIES.measured().clone();
        for (int row : SERIES.spiked()) {
            values[row] += 1e6;
        }
        var one = new Predicted("mse", "MSE", List.of(values));
        assertEquals(0, one.meanAbsoluteError(SERIES).mean());
    }

    @Test
    void theTableHasARowForEachLossAndSaysHowManyPointsSpiked() {
        var experiment = new AnomalyRegression();
        var settings = experiment.quick().with("seeds", 1).with("outlierShare", 0.25);
        var found = LabBench.run(experiment, settings, folder);
        var rows = found.tables().get(0).table().rows();
        assertEquals(List.of("MSE", "MAE", "Huber"), rows.stream().map(row -> row.get(0)).toList());
        assertEquals(
                "about 25.0% of the training points became spikes",
                found.tables().get(0).caption().replaceAll(".*; ", ""));
    }
}
