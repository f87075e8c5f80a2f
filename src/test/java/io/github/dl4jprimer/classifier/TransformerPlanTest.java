package io.github.dl4jprimer.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TransformerPlanTest {
    private static final TransformerPlan PLAN = TransformerPlan.fromScratch();
    private static final EncoderArchitecture SMALL = EncoderArchitecture.small();

    private static void refused(String message, Runnable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made::run).getMessage());
    }

    @Test
    void aPlanOutOfRangeIsRefused() {
        refused("epochs must be at least 1, got 0. 10 is a start.", () -> PLAN.withEpochs(0));
        refused(
                "learningRate must be above 0, got NaN. 0.001 is usual.",
                () -> PLAN.withLearningRate(Double.NaN));
        refused("warmup must be in [0, 1), got 1.0. 0.1 is usual.", () -> PLAN.withWarmup(1));
        refused("warmup must be in [0, 1), got -0.1. 0.1 is usual.", () -> PLAN.withWarmup(-0.1));
        refused("batchSize must be at least 1, got 0. 64 is usual.", () -> PLAN.withBatchSize(0));
        refused("maxLength must be at least 3, got 2. 128 is usual.", () -> PLAN.withMaxLength(2));
        refused(
                "weightDecay must be 0 or more, got -1.0. 0.01 is usual.",
                () -> PLAN.withWeightDecay(-1));
    }

    @Test
    void anArchitectureThatCannotBeIsRefused() {
        refused("numLayers must be at least 1, got 0. 2 is a start.", () -> SMALL.withNumLayers(0));
        refused(
                "numHeads must be a divisor of embeddingSize 64, got 5. Choose one that leaves no"
                        + " rest.",
                () -> SMALL.withSizes(5, 64, 128));
        refused(
                "embeddingSize must be at least 1, got 0. 128 is a small model's.",
                () -> SMALL.withSizes(4, 0, 128));
        refused(
                "feedForwardSize must be at least 1, got 0. 4 * embeddingSize is usual.",
                () -> SMALL.withSizes(4, 64, 0));
        refused(
                "dropoutRate must be at least 0 and below 1, got 1.0. It is the share to drop; 0.1"
                        + " is usual.",
                () -> SMALL.withDropoutRate(1));
    }

    @Test
    void theModelHasTheSizesAsked() {
        var model = SMALL.withSizes(2, 32, 48).withNumLayers(3).model(100, 20, 5, 7);
        assertEquals(3, model.numLayers());
        assertEquals(5, model.numClasses());
        assertEquals(7, model.training().seed());
        assertEquals(100, model.embedding().vocabularySize());
        assertEquals(20, model.embedding().maxLength());
        assertEquals(0.1, model.embedding().dropoutRate());
        assertEquals(48, model.encoder().feedForwardSize());
        assertEquals(0.1, model.encoder().attentionDropoutRate());
        assertEquals(0.1, model.encoder().hiddenDropoutRate());
    }
}
