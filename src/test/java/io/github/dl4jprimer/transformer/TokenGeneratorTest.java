package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGeneratorTest {
    private static final double[] P = {0.1, 0.4, 0.2, 0.3};
    private static ComputationGraph network;

    /** A model that was not trained: its answers are sure of nothing, but differ. */
    @BeforeAll
    static void makeANetwork() {
        network = new ComputationGraph(CausalLanguageModel.of(9, 12, 3).configuration());
        network.init();
        Classifiers.scatter(network.params(), 4);
    }

    private static int[] text(TokenGenerator generator) {
        return generator.continuation(network, new int[] {1, 2});
    }

    @Test
    void aTemperatureOfOneDrawsFromTheModelsOwnProbabilities() {
        assertArrayEquals(P, TokenChoice.at(1).distribution(P), 1e-12);
    }

    @Test
    void theTemperatureIsAPowerOfTheOdds() {
        double[] q = TokenChoice.at(0.5).distribution(P);
        assertArrayEquals(new double[] {1 / 30.0, 16 / 30.0, 4 / 30.0, 9 / 30.0}, q, 1e-12);
        double[] flat = TokenChoice.at(1e9).distribution(P);
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, flat, 1e-6);
    }

    @Test
    void onlyTheLikeliestAreKeptAndTheirSharesSumToOne() {
        double[] q = TokenChoice.at(1).withTopK(2).distribution(P);
        assertArrayEquals(new double[] {0, 4 / 7.0, 0, 3 / 7.0}, q, 1e-12);
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double[] p = random.doubles(1 + random.nextInt(20)).toArray();
            double sum = Arrays.stream(p).sum();
            double[] normal = Arrays.stream(p).map(x -> x / sum).toArray();
            int k = 1 + random.nextInt(25);
            var generator = TokenGenerator.sampling(random.nextDouble() * 3, 1).withTopK(k);
            double[] found = generator.choice().distribution(normal);
            assertEquals(1, Arrays.stream(found).sum(), 1e-9);
            long kept = Arrays.stream(found).filter(share -> share > 0).count();
            assertTrue(kept >= 1 && kept <= Math.min(k, p.length), kept + " of " + k);
        }
    }

    @Test
    void tokensThatAreLeftOutAreNeverChosen() {
        var generator = TokenGenerator.sampling(1, 1).withoutTokens(Set.of(1)).withTopK(2);
        assertArrayEquals(new double[] {0, 0, 0.4, 0.6}, generator.choice().distribution(P), 1e-12);
        var two = TokenGenerator.sampling(3, 1).withoutTokens(Set.of(0, 1, 2, 3, 4, 5, 6));
        for (int id : Arrays.copyOfRange(text(two), 2, 12)) {
            assertTrue(id >= 7, "id " + id);
        }
    }

    @Test
    void equallyLikelyTokensAreTakenInTheirOrder() {
        double[] q = TokenChoice.greedy().distribution(new double[] {0.2, 0.4, 0.4});
        assertArrayEquals(new double[] {0, 1, 0}, q);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void coldAndTopOneAreGreedy(long seed) {
        int[] greedy = text(TokenGenerator.greedy());
        assertArrayEquals(greedy, text(TokenGenerator.sampling(1, seed).withTopK(1)));
        assertArrayEquals(greedy, text(TokenGenerator.sampling(1e-4, seed)));
        assertArrayEquals(greedy, text(TokenGenerator.sampling(1e-300, seed)));
    }

    @Test
    void greedyTakesTheLikeliestTokenEachTime() {
        int[] text = text(TokenGenerator.greedy());
        assertEquals(12, text.length, "up to the model's limit");
        for (int length = 2; length < 12; length++) {
            var ids = GapTexts.ids(new int[][] {Arrays.copyOf(text, length)});
            int likeliest = network.outputSingle(ids).argMax(2).getInt(0, length - 1);
            assertEquals(likeliest, text[length]);
        }
    }

    @Test
    void theSeedDecidesTheText() {
        var generator = TokenGenerator.sampling(2, 5);
        assertArrayEquals(text(generator), text(generator));
        var texts = new HashSet<String>();
        for (int seed = 0; seed < 5; seed++) {
            texts.add(Arrays.toString(text(generator.withSeed(seed))));
        }
        assertEquals(5, texts.size());
    }

    /** 4000 first tokens: three standard deviations are at most 2.4 %. */
    @Test
    void tokensComeAsOftenAsTheirShares() {
        var output = network.outputSingle(GapTexts.ids(new int[][] {{1, 2}}));
        var generator = TokenGenerator.sampling(3, 0).withMaxLength(3);
        double[] p = new double[9];
        Arrays.setAll(p, id -> output.getDouble(0, 1, id));
        double[] wanted = generator.choice().distribution(p);
        double[] found = new double[9];
        for (int seed = 0; seed < 4000; seed++) {
            found[drawn(generator.withSeed(seed), p)] += 1 / 4000.0;
        }
        assertArrayEquals(wanted, found, 0.024);
        assertTrue(Arrays.stream(wanted).filter(share -> share > 0.05).count() > 3);
    }

    /** What a generator draws for a first token, without asking the network each time. */
    private static int drawn(TokenGenerator generator, double[] p) {
        double at = new SplittableRandom(generator.seed()).nextDouble();
        return generator.choice().draw(p, at);
    }

    @Test
    void aTextEndsBehindTheStopTokenOrAtItsLength() {
        int[] whole = text(TokenGenerator.greedy());
        int[] stopped = text(TokenGenerator.greedy().withStopToken(whole[2]));
        assertArrayEquals(Arrays.copyOf(whole, 3), stopped);
        assertArrayEquals(Arrays.copyOf(whole, 5), text(TokenGenerator.greedy().withMaxLength(5)));
        assertArrayEquals(new int[] {1, 2}, text(TokenGenerator.greedy().withMaxLength(2)));
        assertEquals(12, text(TokenGenerator.greedy().withMaxLength(99)).length);
        var mentions = TokenGenerator.greedy().withStopToken(1);
        assertFalse(text(mentions).length == 2, "a stop token that is given does not stop");
    }

    @Test
    void aTrainedModelGoesOnAsItLearned() {
        var model = CausalLanguageModel.of(5, 10, 7).withTiedDecoder(true);
        var counting = new ComputationGraph(model.configuration());
        counting.init();
        var batch = GapTexts.batch(4, 9);
        batch.setFeatures(
                GapTexts.ids(new int[][] {{1, 2, 3, 4, 1, 2, 3, 4}, {2, 3, 4, 1, 2, 3, 4, 1}}));
        batch.setLabels(
                GapTexts.ids(new int[][] {{2, 3, 4, 1, 2, 3, 4, 1}, {3, 4, 1, 2, 3, 4, 1, 2}}));
        batch.setLabelsMaskArray(null);
        for (int step = 0; step < 60; step++) {
            counting.fit(batch);
        }
        int[] text = TokenGenerator.greedy().withMaxLength(8).continuation(counting, new int[] {1});
        assertArrayEquals(new int[] {1, 2, 3, 4, 1, 2, 3, 4}, text);
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(
                "temperature must be at least 0, got -1.0. 1 is the model's own, 0 is greedy.",
                () -> TokenGenerator.sampling(-1, 1));
        refused(
                "topK must be at least 1, got 0. 1 is greedy, 20 is usual.",
                () -> TokenGenerator.greedy().withTopK(0));
        refused(
                "beginning must be 1 to 12 tokens, got 0. [CLS] alone is a beginning.",
                () -> TokenGenerator.greedy().continuation(network, new int[0]));
        refused(
                "beginning must be 1 to 12 tokens, got 13. [CLS] alone is a beginning.",
                () -> TokenGenerator.greedy().continuation(network, new int[13]));
        refused(
                "probabilities must be from 0 to 1, got NaN. Train with a smaller learning rate.",
                () -> TokenChoice.greedy().distribution(new double[] {Double.NaN}));
        refused(
                "tokens to choose from must be at least one that is possible, got none. Leave fewer"
                        + " out.",
                () -> TokenChoice.greedy().withoutTokens(Set.of(0, 1, 2, 3)).distribution(P));
    }

    private static void refused(String message, Runnable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made::run).getMessage());
    }
}
