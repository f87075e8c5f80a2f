/**
 * Benchmarks: programs that run what they compare interleaved and print medians and ratios. Start
 * with {@link io.github.dl4jprimer.bench.RuntimeBenchmark}, which uses fresh processes, {@link
 * io.github.dl4jprimer.bench.UpdaterBenchmark}, {@link
 * io.github.dl4jprimer.bench.TransformerBenchmark}, {@link
 * io.github.dl4jprimer.bench.TokenizerBenchmark} or {@link
 * io.github.dl4jprimer.bench.CheckpointBenchmark}; run with {@code make bench}.
 */
package io.github.dl4jprimer.bench;
