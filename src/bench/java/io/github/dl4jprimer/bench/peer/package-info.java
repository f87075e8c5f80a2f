/**
 * This project beside its peers, measured side by side.
 *
 * <p>Start with {@link io.github.dl4jprimer.bench.peer.PeerBenchmark}, which starts a {@link
 * io.github.dl4jprimer.bench.peer.ContenderProcess} for each contender in turn. What all compute is
 * a {@link io.github.dl4jprimer.bench.peer.PeerModel}; that they compute the same is held by {@link
 * io.github.dl4jprimer.bench.peer.SameWork}. The parts without native libraries lie among the
 * tests, which hold the READMEs' table to its form.
 *
 * @see <a href="https://docs.djl.ai/master/engines/pytorch/pytorch-engine/index.html">DJL's PyTorch
 *     engine</a>
 */
package io.github.dl4jprimer.bench.peer;
