/**
 * The fast face of the native layers: float kernels on the memory of ND4J's CPU backend.
 *
 * <p>Start with {@link io.github.dl4jprimer.transformer.kernel.Rows}, which fuses whatever is done
 * with a row, and {@link io.github.dl4jprimer.transformer.kernel.AttentionKernel}. Products of
 * matrices are OpenBLAS's ({@link io.github.dl4jprimer.transformer.kernel.Matrix}); everything else
 * copies a tile of memory into a {@code float[]}, works on it in loops that the JIT compiler
 * vectorises, and copies it back.
 *
 * <p>Inside the project only: other code uses the layers of {@link
 * io.github.dl4jprimer.transformer}, whose plain ND4J operations mean the same.
 *
 * @see <a href="https://arxiv.org/abs/2007.00072">Ivanov et al.: Data movement is all you need</a>
 */
package io.github.dl4jprimer.transformer.kernel;
