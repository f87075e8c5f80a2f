package io.github.dl4jprimer.transformer;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Lets a {@link CausalLanguageModel} go on with a text, token by token.
 *
 * <pre>{@code
 * var generator = TokenGenerator.sampling(0.8, 7).withTopK(20).withStopToken(sep);
 * int[] text = generator.continuation(network, new int[] {cls});
 * }</pre>
 *
 * @param choice how the next token is chosen
 * @param stopToken id that ends a text, -1 for none
 * @param maxLength tokens at most, those given included, at least 1; the model's own limit holds in
 *     any case
 * @param seed of the draws; the same seed, model and beginning give the same text
 * @see <a
 *     href="https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf">Radford
 *     et al. 2019 (GPT-2)</a>
 */
public record TokenGenerator(TokenChoice choice, int stopToken, int maxLength, long seed) {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TokenGenerator {
        Require.require(choice != null, "choice", "given", null, "TokenChoice.greedy() is one");
        Require.require(stopToken >= -1, "stopToken", "an id, or -1", stopToken, "-1 is none");
        Require.positive("maxLength", maxLength, "The model's limit is usual");
    }

    /** Returns the generator that always takes the likeliest token. */
    public static TokenGenerator greedy() {
        return of(TokenChoice.greedy(), 0);
    }

    /** Returns a generator that draws from all tokens, without a stop token. */
    public static TokenGenerator sampling(double temperature, long seed) {
        return of(TokenChoice.at(temperature), seed);
    }

    /** Returns a generator with this way to choose, without a stop token. */
    public static TokenGenerator of(TokenChoice choice, long seed) {
        return new TokenGenerator(choice, -1, Integer.MAX_VALUE, seed);
    }

    /** Returns this generator choosing from the likeliest tokens only. */
    public TokenGenerator withTopK(int tokens) {
        return new TokenGenerator(choice.withTopK(tokens), stopToken, maxLength, seed);
    }

    /** Returns this generator never choosing these tokens, such as [UNK]. */
    public TokenGenerator withoutTokens(Set<Integer> ids) {
        return new TokenGenerator(choice.withoutTokens(ids), stopToken, maxLength, seed);
    }

    /** Returns this generator ending texts behind this token. */
    public TokenGenerator withStopToken(int id) {
        return new TokenGenerator(choice, id, maxLength, seed);
    }

    /** Returns this generator ending texts at a number of tokens. */
    public TokenGenerator withMaxLength(int tokens) {
        return new TokenGenerator(choice, stopToken, tokens, seed);
    }

    /** Returns this generator with other draws. */
    public TokenGenerator withSeed(long other) {
        return new TokenGenerator(choice, stopToken, maxLength, other);
    }

    /**
     * Returns the beginning and what comes after it, up to the stop token, which is included, or to
     * the longest text.
     *
     * @param network of a {@link CausalLanguageModel}
     * @param beginning token ids, at least one
     * @throws IllegalArgumentException if the beginning is empty or too long, or the network gives
     *     no probabilities
     */
    public int[] continuation(ComputationGraph network, int[] beginning) {
        int longest = Math.min(maxLength, longestOf(network));
        Require.require(
                beginning.length >= 1 && beginning.length <= longest,
                "beginning",
                "1 to %d tokens".formatted(longest),
                beginning.length,
                "[CLS] alone is a beginning");
        var random = new SplittableRandom(seed);
        int[] text = Arrays.copyOf(beginning, longest);
        for (int length = beginning.length; length < longest; length++) {
            double[] next = next(network, Arrays.copyOf(text, length));
            text[length] = choice.draw(next, random.nextDouble());
            if (text[length] == stopToken) {
                return Arrays.copyOf(text, length + 1);
            }
        }
        return text;
    }

    /** The probabilities of what comes after a text. */
    private static double[] next(ComputationGraph network, int[] text) {
        INDArray ids = Nd4j.createFromArray(text).reshape(1, text.length);
        INDArray output = network.outputSingle(ids); // [1, T, V]
        return output.get(
                        NDArrayIndex.point(0),
                        NDArrayIndex.point(text.length - 1),
                        NDArrayIndex.all())
                .toDoubleVector();
    }

    private static int longestOf(ComputationGraph network) {
        Layer layer = network.getLayer("embedding");
        boolean fits = layer != null && layer.conf().getLayer() instanceof TokenEmbedding;
        Require.require(
                fits,
                "network",
                "a CausalLanguageModel's",
                "one without an embedding of tokens",
                "Build it from CausalLanguageModel.configuration()");
        return ((TokenEmbedding) layer.conf().getLayer()).settings().maxLength();
    }
}
