package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.experiment.ExperimentRunner;
import io.github.dl4jprimer.experiment.RunSettings;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * What a cell can call; the first cell of a notebook imports it.
 *
 * <pre>{@code
 * import static io.github.dl4jprimer.notebook.Notebook.*;
 * int epochs = fullOrQuick(60, 6);
 * }</pre>
 *
 * <p>The functions speak to the kernel that runs the cell, so they have no meaning outside of one.
 */
public final class Notebook {
    /** The system property with the folder of the runs that notebooks make. */
    public static final String RUNS = "primer.runs";

    private Notebook() {}

    /**
     * Returns the size a notebook is read at, or the one it is tested at: {@code primer notebooks
     * run} takes the second unless it is told {@code --full}, Jupyter always the first.
     */
    public static int fullOrQuick(int full, int quick) {
        return BaseKernel.notebookKernel() instanceof Screen screen && screen.quick()
                ? quick
                : full;
    }

    /**
     * Returns the learner's language: that of the kernel which runs the cell, and outside of a
     * notebook {@link Language#current}.
     */
    public static Language language() {
        try {
            return BaseKernel.notebookKernel() instanceof Screen screen
                    ? screen.language()
                    : Language.current();
        } catch (NullPointerException noKernel) { // how JJava says that none runs
            return Language.current();
        }
    }

    /** Returns the text in the learner's language. */
    public static String say(String chinese, String english) {
        return language().choose(chinese, english);
    }

    /**
     * Shows a value below the cell, before the cell has ended.
     *
     * @param value a chart, an array, a table, {@link #html}, or anything with a text
     * @return an id for {@link #update}
     */
    public static String display(Object value) {
        var data = rendered(value);
        var id = UUID.randomUUID().toString();
        data.setDisplayId(id);
        BaseKernel.notebookKernel().display(data);
        return id;
    }

    /** Shows another value in the place of one that was displayed. */
    public static void update(String id, Object value) {
        var data = rendered(value);
        data.setDisplayId(id);
        if (BaseKernel.notebookKernel() instanceof Screen screen) {
            screen.update(data);
        } else {
            BaseKernel.notebookKernel().getIO().display.updateDisplay(data);
        }
    }

    private static DisplayData rendered(Object value) {
        if (value instanceof DisplayData data) {
            return data;
        }
        return value == null
                ? new DisplayData("null")
                : BaseKernel.notebookKernel().getRenderer().render(value);
    }

    /** Returns HTML to display; the frontend shows it as it is. */
    public static DisplayData html(String html) {
        var data = new DisplayData(html.replaceAll("<[^>]*>", ""));
        data.putHTML(html);
        return data;
    }

    /** Returns an SVG picture to display. */
    public static DisplayData svg(String svg) {
        var data = new DisplayData("SVG");
        data.putSVG(svg);
        return data;
    }

    /** Returns a runner whose trainings show a bar below the cell and are kept like all runs. */
    public static ExperimentRunner runner() {
        return runner(new CellProgress());
    }

    static ExperimentRunner runner(CellProgress progress) {
        var root = Path.of(System.getProperty(RUNS, "runs")).resolve("notebooks");
        return new ExperimentRunner(RunSettings.in(root).withProgress(progress));
    }

    /**
     * States what the notebook has shown; each one ends with such a cell.
     *
     * @param holds whether it is so
     * @param chinese the claim, with its numbers
     * @param english the same
     * @return the claim with a tick before it
     * @throws IllegalStateException if it does not hold
     */
    public static DisplayData check(boolean holds, String chinese, String english) {
        var claim = say(chinese, english);
        if (!holds) {
            throw new IllegalStateException(say("结论不成立：", "the claim does not hold: ") + claim);
        }
        return new DisplayData("✓ " + claim);
    }
}
