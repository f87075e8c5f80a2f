package io.github.dl4jprimer.notebook;

import io.github.dl4jprimer.language.Language;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** A kernel that can say more about the notebook it runs than Jupyter's protocol knows. */
public interface Screen {
    /** Replaces what was displayed under the same id. */
    void update(DisplayData data);

    /** Returns whether the notebook runs at reduced size, as a test. */
    boolean quick();

    /** Returns the language that the notebook's cells speak. */
    Language language();
}
