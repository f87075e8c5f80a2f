package io.github.dl4jprimer.bench.peer;

import java.util.ArrayList;
import java.util.List;

/** The network that all contenders of a case build, each from its own parts. */
sealed interface PeerModel {

    /** Returns the parameters, in the order in which all contenders fill theirs. */
    List<Tensor> tensors();

    /** Returns C. */
    int classes();

    /** Returns numbers, or tokens, an example. */
    int inputs();

    /** Returns the count of parameters, which every contender must have. */
    default long parameters() {
        return tensors().stream().mapToLong(Tensor::length).sum();
    }

    /**
     * Two hidden layers of ReLU, and softmax.
     *
     * @param inputs numbers an example
     * @param hidden neurons of each hidden layer
     * @param classes C
     */
    record Perceptron(int inputs, int hidden, int classes) implements PeerModel {
        @Override
        public List<Tensor> tensors() {
            return List.of(
                    Tensor.weights(hidden, inputs),
                    Tensor.zeros(hidden),
                    Tensor.weights(hidden, hidden),
                    Tensor.zeros(hidden),
                    Tensor.weights(classes, hidden),
                    Tensor.zeros(classes));
        }
    }

    /**
     * A Transformer encoder as BERT's, post-norm with exact GELU and without dropout: the mean of
     * its positions goes into a softmax.
     *
     * @param width D
     * @param heads H
     * @param layers L
     * @param inputs T, tokens a line
     * @param vocabulary V
     */
    record Encoder(int width, int heads, int layers, int inputs, int vocabulary)
            implements PeerModel {
        /** Parameters of a block. */
        static final int TENSORS_A_BLOCK = 16;

        /** Parameters before the first block. */
        static final int TENSORS_OF_THE_EMBEDDING = 4;

        @Override
        public int classes() {
            return 10;
        }

        /** Returns F, the inner width of the feed-forward part. */
        int inner() {
            return 4 * width;
        }

        @Override
        public List<Tensor> tensors() {
            var tensors = new ArrayList<Tensor>();
            tensors.add(Tensor.weights(vocabulary, width));
            tensors.add(Tensor.weights(inputs, width));
            addNorm(tensors);
            for (int block = 0; block < layers; block++) {
                for (int i = 0; i < 4; i++) { // key, query, value, output
                    addLinear(tensors, width, width);
                }
                addNorm(tensors);
                addLinear(tensors, inner(), width);
                addLinear(tensors, width, inner());
                addNorm(tensors);
            }
            addLinear(tensors, classes(), width);
            return List.copyOf(tensors);
        }

        private void addNorm(List<Tensor> tensors) {
            tensors.add(Tensor.ones(width));
            tensors.add(Tensor.zeros(width));
        }

        private static void addLinear(List<Tensor> tensors, int out, int in) {
            tensors.add(Tensor.weights(out, in));
            tensors.add(Tensor.zeros(out));
        }
    }
}
