package io.github.dl4jprimer.bench;

/**
 * What the machine can do at most with some threads, as measured in the same run.
 *
 * @param gigaflops 10⁹ floating-point operations a second of a large matrix product, above 0
 * @param gigabytes 10⁹ bytes a second of a large vector sum, read and written, above 0
 */
public record Ceiling(double gigaflops, double gigabytes) {

    /**
     * @throws IllegalArgumentException if one is not above 0
     */
    public Ceiling {
        if (!(gigaflops > 0 && gigabytes > 0)) {
            throw new IllegalArgumentException(
                    "ceiling must be above 0, got %s GFLOP/s and %s GB/s. Measure it again."
                            .formatted(gigaflops, gigabytes));
        }
    }

    /**
     * Returns the shortest time of some work, in ms: its products, then its traffic with memory.
     *
     * @param flops floating-point operations of its products
     * @param bytes read and written besides
     */
    public double milliseconds(double flops, long bytes) {
        return 1e3 * (flops / (1e9 * gigaflops) + bytes / (1e9 * gigabytes));
    }

    /** Returns the share of the product ceiling that is attained in so many milliseconds. */
    public double share(double flops, double milliseconds) {
        return flops / (1e-3 * milliseconds) / (1e9 * gigaflops);
    }
}
