package io.github.dl4jprimer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.property.Draw;
import io.github.dl4jprimer.property.Property;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Clipping never lengthens a gradient, never turns it, and leaves short ones alone. */
class ClippingPropertyTest {
    /** Under SGD with rate 1 the change of the parameters is the gradient that was let through. */
    private static INDArray gradient(long seed, int examples, double clipNorm) {
        var network = Network.of(StartingModel.of(TinyProblems.graph(new Sgd(1))).create(seed));
        var before = network.model().params().dup();
        var probe = new GradientProbe(network, clipNorm);
        network.add(List.of(probe));
        probe.startBatch(true);
        Nd4j.getRandom().setSeed(seed);
        network.fit(TinyProblems.threeClouds(examples, seed));
        return before.sub(network.model().params());
    }

    @Property
    void theDirectionIsKeptAndTheNormAtMostTheLimit(long seed) {
        var draw = new Draw(seed);
        int examples = draw.between(1, 40);
        var free = gradient(seed, examples, Double.POSITIVE_INFINITY);
        double norm = free.norm2Number().doubleValue();
        double limit = norm * draw.magnitude(-2, 1);
        var clipped = gradient(seed, examples, limit);
        double clippedNorm = clipped.norm2Number().doubleValue();
        assertTrue(clippedNorm <= norm * (1 + 1e-5), "never longer");
        assertTrue(clippedNorm <= limit * (1 + 1e-5) || limit >= norm, "never above the limit");
        double cosine = free.mul(clipped).sumNumber().doubleValue() / (norm * clippedNorm);
        assertEquals(1, cosine, 1e-5, "same direction");
        assertEquals(Math.min(norm, limit), clippedNorm, 1e-4 * norm);
    }
}
