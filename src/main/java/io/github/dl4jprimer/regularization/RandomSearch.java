package io.github.dl4jprimer.regularization;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Random search over learning rate, weight decay and dropout rate.
 *
 * <p>Learning rate and weight decay are drawn evenly in their logarithm, so that 0.001 to 0.01 gets
 * as many trials as 0.01 to 0.1; the dropout rate is drawn evenly. Random trials beat a grid of the
 * same number, because each tries a new value of the one setting that matters.
 *
 * <p>Trials are compared on the validation set. The test set is looked at once, for the chosen one.
 *
 * @param learningRate bounds, both above 0
 * @param weightDecay bounds, both above 0
 * @param dropoutRate bounds, 0 to below 1
 * @param seed of the draws
 * @see <a href="https://jmlr.org/papers/v13/bergstra12a.html">Bergstra and Bengio 2012</a>
 */
public record RandomSearch(Bounds learningRate, Bounds weightDecay, Bounds dropoutRate, long seed) {

    /** The lowest and the highest value of a setting. */
    public record Bounds(double low, double high) {
        /**
         * @throws IllegalArgumentException if low is above high or one is negative
         */
        public Bounds {
            Require.notNegative("low", low, "Settings are not negative");
            Require.notNegative("high", high, "Settings are not negative");
            if (low > high) {
                throw new IllegalArgumentException(
                        "low must be at most high %s, got %s. Exchange them.".formatted(high, low));
            }
        }
    }

    /** One set of settings to try; {@code number} counts from 1. */
    public record Trial(int number, double learningRate, double weightDecay, double dropoutRate) {}

    /** A trial and its loss on the validation set. */
    public record Outcome(Trial trial, double validationLoss) {}

    /**
     * @throws IllegalArgumentException if a bound cannot be
     */
    public RandomSearch {
        logarithmic("learningRate", learningRate);
        logarithmic("weightDecay", weightDecay);
        Require.share("dropoutRate", dropoutRate.high(), "It is the share to drop");
    }

    /** Returns the usual bounds: rate 1e-4 to 1, decay 1e-5 to 0.1, dropout 0 to 0.6. */
    public static RandomSearch usual(long seed) {
        return new RandomSearch(
                new Bounds(1e-4, 1), new Bounds(1e-5, 0.1), new Bounds(0, 0.6), seed);
    }

    /** Returns trial {@code number}, from 1; a pure function of it and the seed. */
    public Trial trial(int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "number must be at least 1, got %d. Trials count from 1.".formatted(number));
        }
        var random = Draws.of(seed, number);
        return new Trial(
                number,
                evenInLogarithm(learningRate, random.nextDouble()),
                evenInLogarithm(weightDecay, random.nextDouble()),
                dropoutRate.low() + random.nextDouble() * (dropoutRate.high() - dropoutRate.low()));
    }

    /**
     * Tries so many settings and returns the outcomes, the best first; a loss that is not a number
     * comes last.
     *
     * @param trials number of trials, at least 1
     * @param validationLoss trains with the settings and returns the loss on the validation set
     */
    public List<Outcome> run(int trials, ToDoubleFunction<Trial> validationLoss) {
        if (trials < 1) {
            throw new IllegalArgumentException(
                    "trials must be at least 1, got %d. 20 is a fair start.".formatted(trials));
        }
        return IntStream.rangeClosed(1, trials)
                .mapToObj(this::trial)
                .map(trial -> new Outcome(trial, validationLoss.applyAsDouble(trial)))
                .sorted(Comparator.comparingDouble(Outcome::validationLoss))
                .toList();
    }

    private static double evenInLogarithm(Bounds bounds, double share) {
        return bounds.low() * Math.pow(bounds.high() / bounds.low(), share);
    }

    private static void logarithmic(String name, Bounds bounds) {
        if (bounds.low() == 0) {
            throw new IllegalArgumentException(
                    "%s must be above 0, got %s. It is drawn in log scale: give a small number."
                            .formatted(name, bounds.low()));
        }
    }
}
