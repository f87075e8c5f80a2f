package io.github.dl4jprimer.scratch;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One neuron: every input casts a weighted vote, the votes are added up, and f bends the sum.
 *
 * <pre>y = f(w·x + b) = f(w₁x₁ + … + w_D x_D + b)</pre>
 *
 * <p>A weight says how much an input's voice counts and for which side; the bias is how far the
 * neuron leans before anybody has voted.
 *
 * @param weights one weight an input, [D]
 * @param bias the score when all inputs are zero
 * @param activation f
 */
public record Neuron(INDArray weights, double bias, ActivationFunction activation) {

    /** Checks that the weights are a vector. */
    public Neuron {
        if (weights.rank() != 1) {
            throw new IllegalArgumentException(
                    "weights must be a vector [D], got rank "
                            + weights.rank()
                            + ". Give one weight an input.");
        }
    }

    /** Returns a neuron with the given weights in double precision. */
    public static Neuron of(ActivationFunction activation, double bias, double... weights) {
        return new Neuron(Nd4j.createFromArray(weights), bias, activation);
    }

    /**
     * Returns each input's vote wᵢxᵢ.
     *
     * @param input one example, [D]
     * @return the votes, [D]
     * @throws IllegalArgumentException if there is not one input a weight
     */
    public INDArray votes(INDArray input) {
        Arguments.shape("input", input, "Give one number a weight.", weights.shape());
        return input.mul(weights);
    }

    /** Returns the sum of the votes and the bias, w·x + b, for one example [D]. */
    public double score(INDArray input) {
        return votes(input).sumNumber().doubleValue() + bias;
    }

    /** Returns what the neuron says, f(w·x + b), for one example [D]. */
    public double output(INDArray input) {
        return activation.value(Nd4j.scalar(score(input))).getDouble();
    }
}
