/**
 * Benchmarks: programs that run what they compare interleaved, in fresh processes, and print
 * medians and ratios. Start with {@link io.github.dl4jprimer.bench.RuntimeBenchmark}; run with
 * {@code make bench}.
 */
package io.github.dl4jprimer.bench;
