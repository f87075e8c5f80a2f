package io.github.dl4jprimer.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The float kernels mean what the plain operations mean, on random sizes and settings. */
class FacesAgreeTest {

    /** A block and a batch drawn from a seed. */
    record Draw(long seed, EncoderSettings settings, int batch, int length, boolean masked) {}

    static List<Draw> draws() {
        var draws = new ArrayList<Draw>();
        int[] heads = {1, 2, 3, 5};
        int[] widths = {1, 3, 4, 8, 9};
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            int numHeads = heads[random.nextInt(heads.length)];
            int size = numHeads * widths[random.nextInt(widths.length)];
            var activations = FeedForwardActivation.values();
            var settings =
                    EncoderSettings.of(
                                    Math.max(3, size) / numHeads * numHeads,
                                    numHeads,
                                    1 + random.nextInt(40))
                            .withPreNorm(random.nextBoolean())
                            .withCausal(random.nextBoolean())
                            .withActivation(activations[random.nextInt(activations.length)])
                            .withAttentionDropoutRate(random.nextBoolean() ? 0 : 0.4)
                            .withHiddenDropoutRate(random.nextBoolean() ? 0 : 0.2);
            int batch = 1 + random.nextInt(5);
            int length = seed % 10 == 0 ? 1 : 1 + random.nextInt(40);
            draws.add(new Draw(seed, settings, batch, length, random.nextBoolean()));
        }
        // Large enough for bands of examples, but for the last: shared out unevenly on two threads.
        for (int batch : new int[] {8, 13, 3}) {
            var settings =
                    EncoderSettings.of(40, 5, 60)
                            .withPreNorm(batch == 8)
                            .withCausal(batch == 13)
                            .withAttentionDropoutRate(0.4)
                            .withHiddenDropoutRate(0.2);
            draws.add(new Draw(batch, settings, batch, 64, true));
        }
        return draws;
    }

    @ParameterizedTest
    @MethodSource("draws")
    void outputAndGradientsAgree(Draw draw) {
        var parameters = parameters(draw);
        long[] shape = {draw.batch, draw.length, draw.settings.embeddingSize()};
        INDArray x = numbers(draw.seed + 1, shape);
        INDArray dy = numbers(draw.seed + 2, shape);
        INDArray mask = draw.masked ? mask(draw) : null;
        var exact = run(draw, DataType.DOUBLE, parameters, x, dy, mask);
        var fast = run(draw, DataType.FLOAT, parameters, x, dy, mask);
        exact.forEach((name, wanted) -> assertNear(wanted, fast.get(name), name + " of " + draw));
    }

    @Test
    void aNetworkChoosesTheFastFaceForFloatUnlessTold() {
        assertEquals(Face.FAST, Face.of(DataType.FLOAT));
        assertEquals(Face.READABLE, Face.of(DataType.DOUBLE));
        assertEquals(Face.READABLE, Classifiers.readable(() -> Face.of(DataType.FLOAT)));
        assertEquals(Face.FAST, Face.of(DataType.FLOAT));
    }

    @Test
    void wholeNetworksAgreeOverSomeStepsOfTraining() {
        var base = Classifiers.of(DataType.FLOAT).with(new Sgd(0.1));
        var classifiers =
                base.with(base.encoder().withHiddenDropoutRate(0.2).withAttentionDropoutRate(0.1))
                        .with(base.embedding().withSegments(2).withDropoutRate(0.1));
        var fast = classifiers.stack();
        Classifiers.scatter(fast.params(), 3);
        var readable = Classifiers.readable(classifiers::stack);
        readable.params().assign(fast.params());
        for (int step = 0; step < 5; step++) {
            var batch = classifiers.batch(4, 3 + step, true, step);
            fast.fit(batch);
            readable.fit(batch);
            assertEquals(readable.score(), fast.score(), 1e-4);
        }
        assertNear(readable.params(), fast.params(), "parameters");
    }

    /** Everywhere within a ten-thousandth of the largest number. */
    private static void assertNear(INDArray wanted, INDArray found, String what) {
        double largest = wanted.amaxNumber().doubleValue();
        Close.assertClose(wanted, found, 1e-4 * Math.max(largest, 1e-2), 0, what);
    }

    private static Map<String, INDArray> run(
            Draw draw,
            DataType type,
            Map<String, INDArray> parameters,
            INDArray x,
            INDArray dy,
            INDArray mask) {
        var own = new LinkedHashMap<String, INDArray>();
        var gradients = new LinkedHashMap<String, INDArray>();
        parameters.forEach(
                (name, array) -> {
                    own.put(name, array.castTo(type));
                    gradients.put(name, Nd4j.valueArrayOf(array.shape(), Double.NaN, type));
                });
        Encoder encoder =
                type == DataType.FLOAT
                        ? new FastEncoder(draw.settings, own)
                        : new ReadableEncoder(draw.settings, own);
        var found = new LinkedHashMap<String, INDArray>();
        var pass = GoldenCases.training(draw.seed);
        found.put("output", encoder.forward(x.castTo(type), mask, pass));
        var workspaces = LayerWorkspaceMgr.noWorkspaces();
        found.put("x", encoder.backward(dy.castTo(type), gradients, workspaces));
        found.putAll(gradients);
        return found;
    }

    private static Map<String, INDArray> parameters(Draw draw) {
        var parameters = new LinkedHashMap<String, INDArray>();
        long seed = 100 * draw.seed;
        for (var spec : EncoderBlock.of(draw.settings).parameters()) {
            parameters.put(spec.name(), numbers(++seed, spec.shape()));
        }
        return parameters;
    }

    /** Numbers that a float holds exactly, so that both types start from the same. */
    private static INDArray numbers(long seed, long... shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * 0.5);
        }
        return Nd4j.createFromArray(values).castTo(DataType.DOUBLE).reshape('c', shape);
    }

    /** Random padding; every third example is nothing else. */
    private static INDArray mask(Draw draw) {
        var random = new Random(draw.seed + 3);
        INDArray mask = Nd4j.zeros(DataType.FLOAT, draw.batch, draw.length);
        for (int b = 0; b < draw.batch; b++) {
            for (int t = 0; t < draw.length; t++) {
                mask.putScalar(b, t, b % 3 == 2 || random.nextInt(3) == 0 ? 0 : 1);
            }
        }
        assertTrue(mask.length() > 0);
        return mask;
    }
}
