/**
 * The Java kernel for Jupyter, and how Jupyter is told of it.
 *
 * <p>Start with {@link io.github.dl4jprimer.notebook.kernel.JavaKernel}: it answers Jupyter's
 * messages with a session of package {@code shell}. {@link
 * io.github.dl4jprimer.notebook.kernel.KernelProgram} is the program that Jupyter starts, {@link
 * io.github.dl4jprimer.notebook.kernel.KernelSpec} the file that says how.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html">Making kernels for
 *     Jupyter</a>
 */
package io.github.dl4jprimer.notebook.kernel;
