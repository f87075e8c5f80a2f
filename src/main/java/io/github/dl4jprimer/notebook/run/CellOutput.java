package io.github.dl4jprimer.notebook.run;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** What appeared below a cell. */
public sealed interface CellOutput {

    /** Text that the cell printed. */
    record Printed(String text) implements CellOutput {}

    /** A value: of the cell's last expression, or one that it displayed. */
    record Shown(DisplayData data) implements CellOutput {}

    /** Why the cell stopped. */
    record Failed(List<String> lines) implements CellOutput {
        /** Copies the lines. */
        public Failed {
            lines = List.copyOf(lines);
        }
    }
}
