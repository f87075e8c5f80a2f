package io.github.dl4jprimer.scratch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sends random signals through a deep stack of fresh layers and looks at what arrives.
 *
 * <pre>
 * forward   A_l = f(A_(l-1) W_l)
 * backward  ∂L/∂A_(l-1) = (∂L/∂A_l ⊙ f′(Z_l)) W_lᵀ
 * </pre>
 *
 * <p>If each layer shrinks the signal a little, 20 layers leave nothing to learn from; if each
 * enlarges it a little, they blow it up. Only a start of the right size keeps it, both ways.
 *
 * @param activation f
 * @param initialization size of the weights
 * @param layers number of layers, at least 1
 * @param width neurons a layer, at least 1
 * @see Initialization
 */
public record SignalPropagation(
        ActivationFunction activation, Initialization initialization, int layers, int width) {
    private static final int EXAMPLES = 100;

    /**
     * What one layer saw.
     *
     * @param number 1 is next to the input
     * @param activations A_l, [examples, width]
     * @param gradients ∂L/∂A_l, [examples, width]
     */
    public record Layer(int number, INDArray activations, INDArray gradients) {

        /** Returns the standard deviation of the activations: the size of the signal. */
        public double activationSpread() {
            return activations.stdNumber(false).doubleValue();
        }

        /** Returns the standard deviation of the gradients: the size of what comes back. */
        public double gradientSpread() {
            return gradients.stdNumber(false).doubleValue();
        }
    }

    /** Checks the numbers. */
    public SignalPropagation {
        Arguments.count("layers", layers, "Try 20.");
        Arguments.count("width", width, "Try 100.");
    }

    /** Returns the experiment of the lesson: 20 layers of 100 neurons. */
    public static SignalPropagation of(
            ActivationFunction activation, Initialization initialization) {
        return new SignalPropagation(activation, initialization, 20, 100);
    }

    /** Sends 100 standard normal inputs forward and as many gradients back. */
    public List<Layer> run(long seed) {
        var random = new Random(seed);
        var weights = new ArrayList<INDArray>();
        var sums = new ArrayList<INDArray>(); // Z_l, [examples, width]
        INDArray signal = standardNormal(random);
        for (int layer = 0; layer < layers; layer++) {
            weights.add(initialization.weights(width, width, random));
            sums.add(signal.mmul(weights.get(layer)));
            signal = activation.value(sums.get(layer));
        }
        INDArray gradient = standardNormal(random);
        var seen = new ArrayList<Layer>();
        for (int layer = layers - 1; layer >= 0; layer--) {
            INDArray z = sums.get(layer);
            seen.add(new Layer(layer + 1, activation.value(z), gradient));
            INDArray dZ = gradient.mul(activation.derivative(z));
            gradient = dZ.mmul(weights.get(layer).transpose());
        }
        Collections.reverse(seen);
        return List.copyOf(seen);
    }

    private INDArray standardNormal(Random random) {
        return Initialization.TOO_LARGE.weights(EXAMPLES, width, random); // deviation 1
    }
}
