package io.github.dl4jprimer.notebook.run;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.kernel.JavaKernel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The kernel without Jupyter: it keeps what appears below a cell instead of sending it. */
final class RecordingKernel extends JavaKernel {
    private final boolean quick;
    private final List<CellOutput> outputs = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream printer = new PrintStream(printed, true, StandardCharsets.UTF_8);

    RecordingKernel(Language language, boolean quick) {
        super(language);
        this.quick = quick;
    }

    /** Evaluates a cell and returns what appeared below it. */
    List<CellOutput> record(int cell, String source) {
        outputs.clear();
        SwappedStreams.during(printer, input(), () -> show(cell, source));
        return List.copyOf(outputs);
    }

    private void show(int cell, String source) {
        try {
            var value = evaluate(cell, source);
            keepPrinted();
            if (value != null) {
                add(value instanceof DisplayData data ? data : getRenderer().render(value));
            }
        } catch (RuntimeException e) { // of the cell, or of the picture of its value
            keepPrinted();
            outputs.add(new CellOutput.Failed(formatError(e)));
        }
    }

    private synchronized void add(DisplayData data) {
        outputs.add(new CellOutput.Shown(data));
    }

    /** What was printed stands above what is displayed after it. */
    private synchronized void keepPrinted() {
        printer.flush();
        if (printed.size() > 0) {
            outputs.add(new CellOutput.Printed(printed.toString(StandardCharsets.UTF_8)));
            printed.reset();
        }
    }

    @Override
    public void display(DisplayData data) {
        keepPrinted();
        add(data);
    }

    @Override
    public synchronized void update(DisplayData data) {
        outputs.replaceAll(
                output ->
                        output instanceof CellOutput.Shown shown
                                        && data.getDisplayId().equals(shown.data().getDisplayId())
                                ? new CellOutput.Shown(data)
                                : output);
    }

    @Override
    public boolean quick() {
        return quick;
    }
}
