/**
 * Benchmarks: programs that run what they compare interleaved and print medians and ratios. Start
 * with {@link io.github.dl4jprimer.bench.RuntimeBenchmark}, which uses fresh processes, {@link
 * io.github.dl4jprimer.bench.UpdaterBenchmark}, {@link
 * io.github.dl4jprimer.bench.TransformerBenchmark}, {@link
 * io.github.dl4jprimer.bench.TokenizerBenchmark}, {@link
 * io.github.dl4jprimer.bench.CheckpointBenchmark} or {@link
 * io.github.dl4jprimer.bench.StartBenchmark}; whole networks beside PyTorch are in {@code
 * bench.peer}, how their cost grows in {@code bench.growth}. Run with {@code make bench}, or some
 * of them with {@code make bench BENCH=Updater}.
 */
package io.github.dl4jprimer.bench;
