package io.github.dl4jprimer.notebook.run;

import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes notebooks in this JVM, without Jupyter or Python.
 *
 * <pre>{@code
 * var runner = new NotebookRunner(Language.EN, true);
 * var executed = runner.run(NotebookFile.read(Path.of("notebooks/week1-neuron.ipynb")));
 * executed.failure(); // nothing, or the cell and what went wrong
 * }</pre>
 *
 * <p>Cells see what they see under Jupyter: the class path, the functions of {@code Notebook}, the
 * numbers of the cells. Each notebook has a session of its own.
 *
 * @param language of messages, and of what the cells say
 * @param quick whether notebooks run at the reduced size of their first cell
 */
public record NotebookRunner(Language language, boolean quick) {

    /** Runs a notebook to its end, or to the first cell that fails. */
    public ExecutedNotebook run(NotebookFile file) {
        long start = System.nanoTime();
        var kernel = new RecordingKernel(language, quick);
        kernel.onStartup();
        try {
            var cells = cells(kernel, file.cells());
            return new ExecutedNotebook(file, cells, (System.nanoTime() - start) / 1e9);
        } finally {
            kernel.onShutdown(false);
        }
    }

    private static List<ExecutedNotebook.Cell> cells(
            RecordingKernel kernel, List<NotebookCell> cells) {
        var reached = new ArrayList<ExecutedNotebook.Cell>();
        int number = 0;
        for (var cell : cells) {
            if (!cell.isCode()) {
                reached.add(new ExecutedNotebook.Cell(0, cell, List.of()));
                continue;
            }
            var outputs = kernel.record(++number, cell.source());
            reached.add(new ExecutedNotebook.Cell(number, cell, outputs));
            if (outputs.stream().anyMatch(CellOutput.Failed.class::isInstance)) {
                break;
            }
        }
        return reached;
    }
}
