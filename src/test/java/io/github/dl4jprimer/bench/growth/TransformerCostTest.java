package io.github.dl4jprimer.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dl4jprimer.bench.Ceiling;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class TransformerCostTest {
    /** B=2 T=3 D=32 (H=1, F=128) L=2 V=7, C=10. */
    private static final GrowthPoint SMALL = new GrowthPoint(2, 3, 32, 2, 7, 1);

    private static final TransformerCost COST = new TransformerCost(SMALL);

    /** DL4J's config gives workspaces that much more than they were seen to need. */
    private static final double ALL_LAYERS_ROOM = 1.05;

    private static final double LAYER_ROOM = 1.02;

    @Test
    void productsOfOneStepAreCountedByHand() {
        long attentionLinear = 4 * 32 * 32; // 4096 a row
        long feedForward = 2 * 32 * 128; // 8192
        long scoresAndMix = 2 * 3 * 32; // 192
        long forward = 6 * 2 * (attentionLinear + feedForward + scoresAndMix) + 2 * 32 * 10;
        assertEquals(150_400, forward);
        assertEquals(150_400, COST.multiplyAdds(GrowthStep.INFER));
        assertEquals(451_200, COST.multiplyAdds(GrowthStep.TRAIN));
        assertEquals(902_400, COST.flops(GrowthStep.TRAIN));
    }

    @Test
    void onlyTrainingMovesTheOptimizersBytes() {
        assertEquals(4 * 14 * 26_122, COST.optimizerBytes(GrowthStep.TRAIN));
        assertEquals(0, COST.optimizerBytes(GrowthStep.INFER));
    }

    /** A block has 4 (1024 + 32) + 4096 + 128 + 4096 + 32 + 128 = 12704, the rest 384 + 330. */
    @Test
    void parametersAreCountedByHand() {
        assertEquals(2 * 12_704 + 10 * 32 + 64 + 330, COST.parameters());
    }

    @Test
    void memoryIsCountedByHand() {
        long kept = 6 * (2 * 32 + 1 + 2 * (9 * 32 + 2 * 128 + 3 + 2)) + 2 * (32 + 10);
        assertEquals(7062, kept);
        assertEquals(kept, COST.keptFloats());
        long backward = 6 * (7 * 32 + 128) + 2 * 9;
        assertEquals(4 * (4 * 26_122 + kept + backward), COST.memoryBytes(GrowthStep.TRAIN));
        assertEquals(
                4 * (26_122 + 6 * (10 * 32 + 128 + 3 + 2)), COST.memoryBytes(GrowthStep.INFER));
    }

    @Test
    void aLargeModelsCountsDoNotOverflow() {
        var large = new TransformerCost(new GrowthPoint(1024, 4096, 8192, 96, 250_000, 64));
        double row = 4.0 * 8192 * 8192 + 2.0 * 8192 * 32_768 + 2.0 * 4096 * 8192;
        double expected = 3 * (1024.0 * 4096 * 96 * row + 1024.0 * 8192 * 10);
        assertEquals(expected, (double) large.multiplyAdds(GrowthStep.TRAIN), 1e-9 * expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,3,32,2,7,1", "1,16,64,1,1000,1", "4,8,96,3,50,2"})
    void theNetworkHasAsManyParameters(String sizes) {
        var point = GrowthPoint.parse(sizes);
        var network = GrowthNetwork.of(point);
        assertEquals(network.numParams(), new TransformerCost(point).parameters());
        network.close();
    }

    /** The workspaces that DL4J fills are as large as the formulas say, but for its spare room. */
    @Test
    void dl4jKeepsWhatTheFormulasSay() {
        var point = new GrowthPoint(16, 32, 64, 3, 100, Nd4j.getEnvironment().maxThreads());
        var cost = new TransformerCost(point);
        long passed = 2 * point.tokens() * point.width(); // outputs lie in another workspace
        long parameters = cost.parameters();
        var network = freshNetwork(point);
        for (int pass = 0; pass < 5; pass++) {
            network.output(GrowthNetwork.batch(point).getFeatures());
        }
        long forward = cost.memoryBytes(GrowthStep.INFER) / 4 - parameters - passed;
        assertNear(LAYER_ROOM * 4 * forward, workspaceBytes("WS_LAYER_WORKING_MEM"));
        network = freshNetwork(point);
        for (int pass = 0; pass < 5; pass++) {
            network.fit(GrowthNetwork.batch(point));
        }
        long kept = cost.keptFloats();
        long backward = cost.memoryBytes(GrowthStep.TRAIN) / 4 - 4 * parameters - kept - passed;
        assertNear(ALL_LAYERS_ROOM * 4 * kept, workspaceBytes("WS_ALL_LAYERS_ACT"));
        assertNear(LAYER_ROOM * 4 * backward, workspaceBytes("WS_LAYER_WORKING_MEM"));
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }

    private static ComputationGraph freshNetwork(GrowthPoint point) {
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        return GrowthNetwork.of(point);
    }

    private static long workspaceBytes(String name) {
        return Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread().stream()
                .filter(workspace -> workspace.getId().equals(name))
                .findFirst()
                .orElseThrow()
                .getCurrentSize();
    }

    private static void assertNear(double expected, long actual) {
        assertEquals(expected, (double) actual, 0.01 * expected);
    }

    @Test
    void aCeilingGivesTheShortestTimeAndTheShareOfIt() {
        var ceiling = new Ceiling(0.4512, 1.462_832);
        // 902400 operations at 451.2 million a second, 1462832 bytes at 1462.832 million
        assertEquals(2 + 1, COST.milliseconds(ceiling, GrowthStep.TRAIN), 1e-9);
        assertEquals(300_800 / 451_200.0, COST.milliseconds(ceiling, GrowthStep.INFER), 1e-9);
        assertEquals(0.5, ceiling.share(COST.flops(GrowthStep.TRAIN), 4), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aCeilingOfNothingIsRejected(double gigaflops) {
        assertEquals(
                "ceiling must be above 0, got %s GFLOP/s and 1.0 GB/s. Measure it again."
                        .formatted(gigaflops),
                assertThrows(IllegalArgumentException.class, () -> new Ceiling(gigaflops, 1))
                        .getMessage());
    }
}
