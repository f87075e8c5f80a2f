/**
 * Whole notebooks without Jupyter and without Python: read, checked, executed, stripped.
 *
 * <p>Start with {@link io.github.dl4jprimer.notebook.run.NotebookRunner}: it executes a {@link
 * io.github.dl4jprimer.notebook.run.NotebookFile} cell by cell and writes what a reader would have
 * seen as one HTML page. {@link io.github.dl4jprimer.notebook.run.NotebookRules} is what every
 * notebook of the course keeps to.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The notebook
 *     file format</a>
 */
package io.github.dl4jprimer.notebook.run;
