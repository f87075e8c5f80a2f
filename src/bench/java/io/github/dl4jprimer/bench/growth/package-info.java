/**
 * How time and memory of an encoder grow with each of its sizes, beside what the formulas say.
 *
 * <p>Start with {@link io.github.dl4jprimer.bench.growth.GrowthBenchmark}, which starts a {@link
 * io.github.dl4jprimer.bench.growth.GrowthProcess} for each point in turn; the formulas are {@link
 * io.github.dl4jprimer.bench.growth.TransformerCost}. The parts that can be tested without
 * measuring lie among the tests.
 *
 * @see <a href="https://arxiv.org/abs/2001.08361">Kaplan et al.: Scaling laws for neural language
 *     models, 2.1</a>
 */
package io.github.dl4jprimer.bench.growth;
