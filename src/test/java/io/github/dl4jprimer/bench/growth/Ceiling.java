package io.github.dl4jprimer.bench.growth;

/**
 * What the machine can do at most with some threads, as measured in the same run.
 *
 * @param gigaflops 10⁹ floating-point operations a second of a large matrix product, above 0
 * @param gigabytes 10⁹ bytes a second of a large vector sum, read and written, above 0
 */
record Ceiling(double gigaflops, double gigabytes) {

    /**
     * @throws IllegalArgumentException if one is not above 0
     */
    Ceiling {
        if (!(gigaflops > 0 && gigabytes > 0)) {
            throw new IllegalArgumentException(
                    "ceiling must be above 0, got %s GFLOP/s and %s GB/s. Measure it again."
                            .formatted(gigaflops, gigabytes));
        }
    }

    /** Returns the shortest time of a step, in ms: products, then the optimizer's traffic. */
    double milliseconds(TransformerCost cost, GrowthStep step) {
        double seconds =
                cost.flops(step) / (1e9 * gigaflops)
                        + cost.optimizerBytes(step) / (1e9 * gigabytes);
        return 1e3 * seconds;
    }

    /** Returns the share of the product ceiling that a step of so many milliseconds attains. */
    double share(TransformerCost cost, GrowthStep step, double milliseconds) {
        return cost.flops(step) / (1e-3 * milliseconds) / (1e9 * gigaflops);
    }
}
