package io.github.dl4jprimer.course.week4;

import static io.github.dl4jprimer.course.LabBench.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import io.github.dl4jprimer.course.MadeUpRun;
import io.github.dl4jprimer.course.week4.NormOrder.Depth;
import io.github.dl4jprimer.scratch.ResidualSignal.Arrival;
import io.github.dl4jprimer.scratch.ResidualSignal.Wiring;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderAndNormClaimsTest {
    @TempDir private Path folder;

    @Test
    void positionsMustReachNineteenOfTwentyAndNoneMustTossACoin() {
        assertEquals(List.of(true), claims(lab -> WordOrder.conclude(lab, 0.96, 0.51)));
        assertEquals(List.of(false), claims(lab -> WordOrder.conclude(lab, 0.94, 0.5)));
        assertEquals(List.of(false), claims(lab -> WordOrder.conclude(lab, 1, 0.53)));
        assertEquals(List.of(false), claims(lab -> WordOrder.conclude(lab, 1, 0.47)));
    }

    /** The claim about a line and its mirror image is no accident of a small training. */
    @Test
    void withoutPositionsAMirrorImageIsTheSameLineHoweverManyBlocks() {
        var experiment = new WordOrder();
        var found = LabBench.run(experiment, experiment.quick().with("layers", 3), folder);
        assertEquals(0.5, found.figures().get("accuracy.without"));
        assertTrue(found.claims().get(0).holds());
        assertEquals(found.figures().get("pair.apart.without"), 0, 1e-5);
    }

    private static SeedRuns runs(double loss) {
        return new SeedRuns(List.of(MadeUpRun.of(loss)));
    }

    private static Depth depth(int layers, double post, double pre) {
        return new Depth(layers, runs(post), runs(pre));
    }

    @Test
    void theDeepOnesMustPartByAFifthAndTheShallowOnesMustNot() {
        var alike = depth(2, 0.5, 0.45);
        assertEquals(
                List.of(true, true),
                claims(lab -> NormOrder.conclude(lab, alike, depth(12, 1.3, 1))));
        assertEquals(
                List.of(true, false),
                claims(lab -> NormOrder.conclude(lab, alike, depth(12, 1.1, 1))));
        assertEquals(
                List.of(false, true),
                claims(lab -> NormOrder.conclude(lab, depth(2, 0.5, 0.4), depth(12, 1.3, 1))));
    }

    private static Map<Wiring, List<Arrival>> arrivals(
            double plain, double shortcut, double post, double pre) {
        Map<Wiring, List<Arrival>> all = new EnumMap<>(Wiring.class);
        all.put(Wiring.PLAIN, List.of(new Arrival(1, plain, plain)));
        all.put(Wiring.SHORTCUT, List.of(new Arrival(1, shortcut, 1)));
        all.put(Wiring.POST_NORM, List.of(new Arrival(1, post, 1)));
        all.put(Wiring.PRE_NORM, List.of(new Arrival(1, pre, 1)));
        return all;
    }

    private static List<Boolean> residual(double plain, double shortcut, double post, double pre) {
        return claims(lab -> ResidualStack.conclude(lab, arrivals(plain, shortcut, post, pre)));
    }

    @Test
    void eachWiringMustDoWhatItIsKnownFor() {
        assertEquals(List.of(true, true, true), residual(0.05, 20, 1, 3));
        assertEquals(List.of(false, true, true), residual(0.2, 20, 1, 3));
        assertEquals(List.of(true, false, true), residual(0.05, 9, 1, 3));
        assertEquals(List.of(true, true, false), residual(0.05, 20, 0.05, 3));
        assertEquals(List.of(true, true, false), residual(0.05, 20, 1, 11));
    }

    @Test
    void threeBlocksAreTooFewToShowIt() {
        var experiment = new ResidualStack();
        var found = LabBench.run(experiment, experiment.settings().with("blocks", 3), folder);
        assertFalse(found.claims().get(1).holds());
        assertTrue(found.claims().get(2).holds());
    }
}
