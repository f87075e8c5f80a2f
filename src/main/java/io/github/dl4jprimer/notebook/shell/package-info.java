/**
 * A Java session that evaluates cells: JShell inside this JVM, so that cells see the program's own
 * class path and share one loaded ND4J.
 *
 * <p>Start with {@link io.github.dl4jprimer.notebook.shell.CellShell}: it takes the source of a
 * cell and returns its value or throws a {@link io.github.dl4jprimer.notebook.shell.CellError} that
 * speaks of the learner's cells and lines alone. {@link
 * io.github.dl4jprimer.notebook.shell.CellCompletion} and {@link
 * io.github.dl4jprimer.notebook.shell.CellDocumentation} are the two keys a learner presses while
 * writing: tab and shift-tab. Nothing here knows Jupyter.
 *
 * @see <a href="https://openjdk.org/jeps/222">JEP 222: the Java Shell</a>
 */
package io.github.dl4jprimer.notebook.shell;
