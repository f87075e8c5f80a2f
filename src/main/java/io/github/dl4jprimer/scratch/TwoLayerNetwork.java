package io.github.dl4jprimer.scratch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A neural network with one hidden layer, and all of backpropagation.
 *
 * <pre>
 * Z₁ = X W₁ + b₁      [N, H]   the hidden neurons add up their votes
 * A  = f(Z₁)          [N, H]   and bend the sums
 * Z₂ = A W₂ + b₂      [N, C]   the output neurons vote on what the hidden ones said
 * L  = cross-entropy(softmax(Z₂), targets)
 * </pre>
 *
 * <p>Learning repeats four things: {@link #forward} guesses, the loss says how wrong the guess was,
 * {@link #backward} says how each weight was to blame, {@link #step} moves each weight a little the
 * other way. A network never changes; a step returns the next one.
 *
 * @param parameters what is learned
 * @param activation f, the bend in the hidden layer
 * @see <a href="https://www.nature.com/articles/323533a0">Rumelhart, Hinton and Williams: Learning
 *     representations by back-propagating errors</a>
 */
public record TwoLayerNetwork(Parameters parameters, ActivationFunction activation) {

    /** Weights W₁ [D, H], W₂ [H, C] and biases b₁ [H], b₂ [C], or one gradient for each. */
    public record Parameters(INDArray w1, INDArray b1, INDArray w2, INDArray b2) {

        /** Checks that the layers fit together. */
        public Parameters {
            Arguments.matrix("w1", w1, -1, "W1 is [inputs, hidden].");
            Arguments.shape("b1", b1, "Give one bias a hidden neuron.", w1.size(1));
            Arguments.matrix("w2", w2, -1, "W2 is [hidden, classes].");
            Arguments.shape("w2", w2, "Give one row a hidden neuron.", w1.size(1), w2.size(1));
            Arguments.shape("b2", b2, "Give one bias a class.", w2.size(1));
        }

        /** Returns the four arrays by name, in the order of the layers. */
        public Map<String, INDArray> blocks() {
            var blocks = new LinkedHashMap<String, INDArray>();
            blocks.put("W1", w1);
            blocks.put("b1", b1);
            blocks.put("W2", w2);
            blocks.put("b2", b2);
            return Collections.unmodifiableMap(blocks);
        }
    }

    /** What the forward pass computed and the backward pass needs: X, Z₁, A = f(Z₁) and Z₂. */
    public record Cache(INDArray x, INDArray z1, INDArray a, INDArray z2) {}

    /** ∂L/∂ of the parameters, and of every value on the way back: Z₂, A, Z₁ and X. */
    public record Gradients(
            Parameters parameters, INDArray z2, INDArray a, INDArray z1, INDArray x) {}

    /** Returns a network with small random weights and zero biases, in double precision. */
    public static TwoLayerNetwork random(
            int inputs, int hidden, int classes, ActivationFunction activation, long seed) {
        var random = new Random(seed);
        var start = Initialization.suiting(activation);
        var parameters =
                new Parameters(
                        start.weights(inputs, hidden, random),
                        Nd4j.zeros(DataType.DOUBLE, hidden),
                        start.weights(hidden, classes, random),
                        Nd4j.zeros(DataType.DOUBLE, classes));
        return new TwoLayerNetwork(parameters, activation);
    }

    /** Guesses: computes the scores Z₂ of inputs X [N, D], and keeps what was met on the way. */
    public Cache forward(INDArray x) {
        Arguments.inputs("x", x, parameters.w1);
        INDArray z1 = x.mmul(parameters.w1).add(parameters.b1); // [N, H]
        INDArray a = activation.value(z1); // [N, H]
        INDArray z2 = a.mmul(parameters.w2).add(parameters.b2); // [N, C]
        return new Cache(x, z1, a, z2);
    }

    /** Assigns blame: the chain rule from the loss back to the inputs; targets are [N, C]. */
    public Gradients backward(Cache cache, INDArray targets) {
        INDArray dZ2 = CrossEntropy.gradient(cache.z2, targets); // [N, C]
        INDArray dW2 = cache.a.transpose().mmul(dZ2); // [H, C]
        INDArray dB2 = dZ2.sum(0); // [C]
        INDArray dA = dZ2.mmul(parameters.w2.transpose()); // [N, H]
        INDArray dZ1 = dA.mul(activation.derivative(cache.z1)); // [N, H]
        INDArray dW1 = cache.x.transpose().mmul(dZ1); // [D, H]
        INDArray dB1 = dZ1.sum(0); // [H]
        INDArray dX = dZ1.mmul(parameters.w1.transpose()); // [N, D]
        return new Gradients(new Parameters(dW1, dB1, dW2, dB2), dZ2, dA, dZ1, dX);
    }

    /** Moves every parameter a little down its own slope: p - learningRate ∂L/∂p. */
    public TwoLayerNetwork step(Gradients gradients, double learningRate) {
        Arguments.positive("learningRate", learningRate, "Try 0.1.");
        Parameters slope = gradients.parameters;
        var moved =
                new Parameters(
                        parameters.w1.sub(slope.w1.mul(learningRate)),
                        parameters.b1.sub(slope.b1.mul(learningRate)),
                        parameters.w2.sub(slope.w2.mul(learningRate)),
                        parameters.b2.sub(slope.b2.mul(learningRate)));
        return new TwoLayerNetwork(moved, activation);
    }

    /** Goes once through all examples, in batches of rows drawn in an order made from the seed. */
    public TwoLayerNetwork trainEpoch(
            INDArray x, INDArray targets, double learningRate, int batchSize, long seed) {
        Arguments.count("batchSize", batchSize, "Try 32.");
        long classes = parameters.w2.size(1);
        Arguments.shape("targets", targets, "Give one row an example.", x.size(0), classes);
        int[] order = shuffled((int) x.size(0), seed);
        TwoLayerNetwork network = this;
        for (int from = 0; from < order.length; from += batchSize) {
            int[] rows = Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
            Cache cache = network.forward(Nd4j.pullRows(x, 1, rows));
            Gradients gradients = network.backward(cache, Nd4j.pullRows(targets, 1, rows));
            network = network.step(gradients, learningRate);
        }
        return network;
    }

    /** Goes through all examples the given number of times, each epoch in an order of its own. */
    public TwoLayerNetwork train(
            INDArray x,
            INDArray targets,
            double learningRate,
            int batchSize,
            int epochs,
            long seed) {
        var seeds = new Random(seed);
        TwoLayerNetwork network = this;
        for (int epoch = 0; epoch < epochs; epoch++) {
            long order = seeds.nextLong();
            network = network.trainEpoch(x, targets, learningRate, batchSize, order);
        }
        return network;
    }

    /** Returns the probability of each class, [N, C], for inputs [N, D]. */
    public INDArray probabilities(INDArray x) {
        return Softmax.of(forward(x).z2);
    }

    /** Returns the mean cross-entropy for inputs [N, D] and one-hot targets [N, C]. */
    public double loss(INDArray x, INDArray targets) {
        return CrossEntropy.value(forward(x).z2, targets);
    }

    /** Returns the share of examples whose likeliest class is the target, in [0, 1]. */
    public double accuracy(INDArray x, INDArray targets) {
        return Accuracy.of(forward(x).z2, targets);
    }

    private static int[] shuffled(int rows, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
