/**
 * Notebooks in Java: what a cell can call, and how arrays, tables and charts look below it.
 *
 * <p>Start with {@link io.github.dl4jprimer.notebook.Notebook}, the functions that every notebook
 * of the course imports, and {@link io.github.dl4jprimer.notebook.Pictures}, its charts in one call
 * each. {@link io.github.dl4jprimer.notebook.Comparison} trains variants from several seeds. {@link
 * io.github.dl4jprimer.notebook.PrimerDisplays} makes charts and arrays visible in any Jupyter
 * kernel that is built on jjava-jupyter, the project's own (package {@code kernel}) and JJava
 * alike. Package {@code shell} evaluates cells, {@code run} executes whole notebooks without
 * Jupyter.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging in
 *     Jupyter</a>
 */
package io.github.dl4jprimer.notebook;
