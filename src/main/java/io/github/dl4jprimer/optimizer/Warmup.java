package io.github.dl4jprimer.optimizer;

/** The climb that the schedules share, and how far along they are after it. */
final class Warmup {
    private Warmup() {}

    static void check(double peak, int warmupSteps, int totalSteps) {
        Range.above("peak", peak, 0, "It is the highest learning rate; 5e-5 is usual for BERT");
        if (warmupSteps < 0) {
            throw new IllegalArgumentException(
                    "warmupSteps must be at least 0, got %d. 0 means no warm-up."
                            .formatted(warmupSteps));
        }
        if (totalSteps <= warmupSteps) {
            throw new IllegalArgumentException(
                    "totalSteps must be above warmupSteps %d, got %d. It is epochs times batches."
                            .formatted(warmupSteps, totalSteps));
        }
    }

    static double climb(double peak, int warmupSteps, int iteration) {
        return peak * iteration / warmupSteps;
    }

    /** Share of the way from the peak to the end, 0 to 1. */
    static double progress(int warmupSteps, int totalSteps, int iteration) {
        return Math.min(1, (iteration - warmupSteps) / (double) (totalSteps - warmupSteps));
    }
}
