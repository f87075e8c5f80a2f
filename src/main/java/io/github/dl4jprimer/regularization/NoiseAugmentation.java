package io.github.dl4jprimer.regularization;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * More rows of numbers: copies with a little Gaussian noise on every feature.
 *
 * <pre>
 * x' = x + amount * std * n,   n standard normal, std the spread of the feature in training
 * </pre>
 *
 * <p>The labels stay what they are, so the noise must be smaller than what tells classes apart:
 * 0.05 to 0.2 of a standard deviation is usual. A constant feature stays constant.
 *
 * @param amount standard deviation of the noise, in units of the feature's, at least 0
 * @param spread standard deviation of each feature in the training set, at least 0
 * @param seed of the noise
 * @see <a href="https://doi.org/10.1162/neco.1995.7.1.108">Bishop 1995, training with noise</a>
 */
public record NoiseAugmentation(double amount, List<Double> spread, long seed) {

    /**
     * @throws IllegalArgumentException if the amount or a spread is negative
     */
    public NoiseAugmentation {
        Require.notNegative("amount", amount, "0.1 of the feature's spread is usual");
        spread = List.copyOf(spread);
        spread.forEach(s -> Require.notNegative("spread", s, "Measure it on the training set"));
    }

    /** Measures the spread of each feature on training rows [N, F], N at least 2. */
    public static NoiseAugmentation fittedTo(INDArray trainingRows, double amount, long seed) {
        if (trainingRows.rank() != 2 || trainingRows.size(0) < 2) {
            throw new IllegalArgumentException(
                    "trainingRows must be [N, F] with N at least 2, got %s. Give the training set."
                            .formatted(Arrays.toString(trainingRows.shape())));
        }
        // Population spread: divided by N, as a batch is.
        var spread = DoubleStream.of(trainingRows.std(false, 0).toDoubleVector()).boxed().toList();
        return new NoiseAugmentation(amount, spread, seed);
    }

    /**
     * Returns a noisy copy of rows [N, F]; a pure function of the seed and the copy's number.
     *
     * @throws IllegalArgumentException if the rows have another number of features
     */
    public INDArray copy(INDArray rows, int number) {
        if (rows.rank() != 2 || rows.size(1) != spread.size()) {
            throw new IllegalArgumentException(
                    "rows must be [N, %d], got %s. Give the features of the training set."
                            .formatted(spread.size(), Arrays.toString(rows.shape())));
        }
        var random = Draws.of(seed, number);
        var noise = new double[Math.toIntExact(rows.size(0))][spread.size()];
        for (double[] row : noise) {
            for (int f = 0; f < row.length; f++) {
                row[f] = amount * spread.get(f) * random.nextGaussian();
            }
        }
        return rows.add(Nd4j.createFromArray(noise).castTo(rows.dataType()));
    }

    /** Returns the rows followed by so many noisy copies, [(copies + 1) * N, F]. */
    public INDArray augment(INDArray rows, int copies) {
        Require.notNegative("copies", copies, "0 keeps the rows as they are");
        var all = new INDArray[copies + 1];
        all[0] = rows;
        for (int i = 1; i <= copies; i++) {
            all[i] = copy(rows, i);
        }
        return Nd4j.concat(0, all);
    }
}
