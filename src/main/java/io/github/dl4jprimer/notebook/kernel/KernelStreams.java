package io.github.dl4jprimer.notebook.kernel;

import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/**
 * The standard streams of a cell: output appears below it, input is asked of the learner.
 *
 * <p>A run that nobody watches (nbconvert, {@code primer notebooks run}) cannot answer. A cell that
 * reads is told so at once; it would otherwise find an empty line, or wait for ever.
 */
final class KernelStreams extends JupyterIO {
    private final Language language;
    private volatile boolean answered;

    KernelStreams(Language language) {
        super(StandardCharsets.UTF_8);
        this.language = language;
    }

    @Override
    protected void setJupyterInEnabled(boolean enabled) {
        super.setJupyterInEnabled(enabled);
        answered = enabled;
    }

    /** Returns what {@code System.in} is to a cell. */
    InputStream input() {
        return new CellInput();
    }

    private final class CellInput extends InputStream {
        @Override
        public int read() throws IOException {
            requireSomebody();
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            requireSomebody();
            return in.read(into, offset, length);
        }

        /** A scanner would swallow an IOException and speak of a missing line. */
        private void requireSomebody() {
            if (!answered) {
                throw new IllegalStateException(
                        language.choose(
                                "标准输入必须有人回答，而这次运行无人值守。请改用变量，或在 Jupyter 中运行这个单元。",
                                "standard input must be answered by somebody, got a run that nobody"
                                        + " watches. Use a variable, or run the cell in Jupyter."));
            }
        }
    }
}
