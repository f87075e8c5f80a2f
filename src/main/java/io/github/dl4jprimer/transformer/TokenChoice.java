package io.github.dl4jprimer.transformer;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the next token is chosen from a model's probabilities.
 *
 * <pre>
 * q_v = p_v^(1/temperature) / sum over kept u of p_u^(1/temperature)     the token is drawn from q
 * kept: the topK likeliest tokens, without those that are left out
 * </pre>
 *
 * <p>At temperature 1 and with all tokens kept the model's own probabilities are drawn from; the
 * lower the temperature, the surer the choice, until at 0 it is always the likeliest token (the one
 * with the lower id if two are equally likely).
 *
 * @param temperature at least 0; 0 is greedy
 * @param topK tokens to choose from, at least 1
 * @param leftOut ids that are never chosen
 * @see <a href="https://arxiv.org/abs/1904.09751">Holtzman et al.: The curious case of neural text
 *     degeneration</a>
 */
public record TokenChoice(double temperature, int topK, Set<Integer> leftOut) {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TokenChoice {
        Require.require(
                temperature >= 0 && Double.isFinite(temperature),
                "temperature",
                "at least 0",
                temperature,
                "1 is the model's own, 0 is greedy");
        Require.positive("topK", topK, "1 is greedy, 20 is usual");
        leftOut = Set.copyOf(leftOut);
    }

    /** Returns the choice of the likeliest token. */
    public static TokenChoice greedy() {
        return at(0);
    }

    /** Returns a draw from all tokens at a temperature. */
    public static TokenChoice at(double temperature) {
        return new TokenChoice(temperature, Integer.MAX_VALUE, Set.of());
    }

    /** Returns this choice among the likeliest tokens only. */
    public TokenChoice withTopK(int tokens) {
        return new TokenChoice(temperature, tokens, leftOut);
    }

    /** Returns this choice without these tokens. */
    public TokenChoice withoutTokens(Set<Integer> ids) {
        return new TokenChoice(temperature, topK, ids);
    }

    /**
     * Returns q, what the next token is drawn from, [V].
     *
     * @param probabilities p, the model's, [V]
     * @throws IllegalArgumentException if one is no probability, or none is left to choose
     */
    public double[] distribution(double[] probabilities) {
        for (double p : probabilities) {
            Require.require(
                    p >= 0 && p <= 1 + 1e-4,
                    "probabilities",
                    "from 0 to 1",
                    p,
                    "Train with a smaller learning rate");
        }
        int[] kept =
                IntStream.range(0, probabilities.length)
                        .filter(id -> !leftOut.contains(id))
                        .boxed()
                        .sorted(Comparator.comparingDouble(id -> -probabilities[id]))
                        .limit(temperature == 0 ? 1 : topK)
                        .mapToInt(id -> id)
                        .toArray();
        Require.require(
                kept.length > 0 && probabilities[kept[0]] > 0,
                "tokens to choose from",
                "at least one that is possible",
                "none",
                "Leave fewer out");
        return shares(probabilities, kept);
    }

    /** The shares of the kept tokens, the likeliest of which is the first. */
    private double[] shares(double[] probabilities, int[] kept) {
        double[] shares = new double[probabilities.length];
        if (temperature == 0) {
            shares[kept[0]] = 1;
            return shares;
        }
        double sum = 0;
        for (int id : kept) {
            // Relative to the likeliest, so that low temperatures do not underflow to 0 / 0.
            double ratio = probabilities[id] / probabilities[kept[0]];
            shares[id] = Math.pow(ratio, 1 / temperature);
            sum += shares[id];
        }
        for (int id : kept) {
            shares[id] /= sum;
        }
        return shares;
    }

    /**
     * Returns the id at which the running sum of the shares passes a number.
     *
     * @param probabilities p, [V]
     * @param at in [0, 1); drawn evenly, it draws the token
     */
    int draw(double[] probabilities, double at) {
        double[] shares = distribution(probabilities);
        double sum = 0;
        int last = 0;
        for (int id = 0; id < shares.length; id++) {
            if (shares[id] > 0) {
                sum += shares[id];
                last = id;
                if (at < sum) {
                    return id;
                }
            }
        }
        return last; // rounding may leave the sum a little below 1
    }
}
