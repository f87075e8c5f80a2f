package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.scratch.CrossEntropy;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import io.github.dl4jprimer.scratch.TwoLayerNetwork.Cache;
import io.github.dl4jprimer.scratch.TwoLayerNetwork.Parameters;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Backpropagation with one of the usual mistakes in it, and without any.
 *
 * <p>Right: dZ₂ = (p - y)/N, dW₂ = Aᵀ dZ₂, dZ₁ = (dZ₂ W₂ᵀ) ⊙ f′(Z₁), dW₁ = Xᵀ dZ₁. A mistake spoils
 * every gradient that is computed after it, which is how the check shows where it is.
 *
 * <p>Each is the same backpropagation with one line changed, so that the table of the check can be
 * read backwards: from the blocks that stand out to the line.
 */
enum PlantedMistake {
    /** The right gradients. */
    NONE(Set.of(), "正确的反向传播", "correct backpropagation") {
        @Override
        Parameters gradients(TwoLayerNetwork network, Cache cache, INDArray targets) {
            return network.backward(cache, targets).parameters();
        }
    },

    /** dZ₁ = dZ₂ W₂ᵀ: the bend of the hidden neurons is forgotten. */
    DERIVATIVE(Set.of("W1", "b1"), "漏乘 f′", "f′ forgotten") {
        @Override
        Parameters gradients(TwoLayerNetwork network, Cache cache, INDArray targets) {
            var right = network.backward(cache, targets);
            return withFirstLayer(right.parameters(), cache, right.a());
        }
    },

    /** dZ₂ = p - y: a sum over the batch where the loss is a mean. */
    BATCH_SIZE(Set.of("W1", "b1", "W2", "b2"), "漏除 N", "not divided by N") {
        @Override
        Parameters gradients(TwoLayerNetwork network, Cache cache, INDArray targets) {
            var right = network.backward(cache, targets).parameters();
            long n = targets.size(0);
            return new Parameters(
                    right.w1().mul(n), right.b1().mul(n), right.w2().mul(n), right.b2().mul(n));
        }
    },

    /** dZ₁ uses W₂ after its update instead of the W₂ that made the prediction. */
    UPDATED_WEIGHTS(Set.of("W1", "b1"), "先更新了 W2", "W2 updated first") {
        @Override
        Parameters gradients(TwoLayerNetwork network, Cache cache, INDArray targets) {
            var right = network.backward(cache, targets).parameters();
            var updated = network.parameters().w2().sub(right.w2().mul(LEARNING_RATE));
            var dA = CrossEntropy.gradient(cache.z2(), targets).mmul(updated.transpose());
            return withFirstLayer(
                    right, cache, dA.mul(network.activation().derivative(cache.z1())));
        }
    };

    private static final double LEARNING_RATE = 0.5;

    private final Set<String> spoiled;
    private final String chinese;
    private final String english;

    PlantedMistake(Set<String> spoiled, String chinese, String english) {
        this.spoiled = spoiled;
        this.chinese = chinese;
        this.english = english;
    }

    /** Returns the gradients of the parameters as this version computes them. */
    abstract Parameters gradients(TwoLayerNetwork network, Cache cache, INDArray targets);

    /** Returns the blocks, of W1, b1, W2 and b2, whose gradients the mistake makes wrong. */
    Set<String> spoiled() {
        return spoiled;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    private static Parameters withFirstLayer(Parameters right, Cache cache, INDArray dZ1) {
        return new Parameters(cache.x().transpose().mmul(dZ1), dZ1.sum(0), right.w2(), right.b2());
    }
}
