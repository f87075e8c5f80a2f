package io.github.dl4jprimer.notebook.kernel;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.notebook.PrimerDisplays;
import io.github.dl4jprimer.notebook.Screen;
import io.github.dl4jprimer.notebook.shell.CellCompletion;
import io.github.dl4jprimer.notebook.shell.CellDocumentation;
import io.github.dl4jprimer.notebook.shell.CellError;
import io.github.dl4jprimer.notebook.shell.CellShell;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * A Jupyter kernel for Java: cells are evaluated in this JVM, see the project's class path, and
 * need no magics.
 *
 * <p>Jupyter counts code points where Java counts {@code char}s; both meet in this class.
 */
public class JavaKernel extends BaseKernel implements Screen {
    /** The system property with the folder of the project's sources, for documentation. */
    static final String SOURCES = "primer.sources";

    /** Matches nothing: {@code %} is a remainder in Java, not a magic. */
    private static final String NO_MAGIC = "(?!)";

    private static final String VERSION = "0.1.0";

    private final Language language;
    private final CellShell shell;
    private final CellCompletion completion;
    private final CellDocumentation documentation;
    private final KernelStreams streams;

    /**
     * Creates a kernel with a session of its own.
     *
     * @param language of messages, and of what cells say
     */
    public JavaKernel(Language language) {
        this(language, new KernelStreams(language));
    }

    private JavaKernel(Language language, KernelStreams streams) {
        super(
                "dl4j-primer",
                VERSION,
                new LanguageInfo.Builder("java")
                        .version(Runtime.version().toString())
                        .mimetype("text/x-java-source")
                        .fileExtension(".java")
                        .pygments("java")
                        .codemirror("text/x-java")
                        .build(),
                List.of(),
                null,
                streams,
                new CommManager(),
                new Renderer(),
                new MagicParser(NO_MAGIC, NO_MAGIC, new MagicTranspiler()),
                new MagicsRegistry(),
                false,
                new StringStyler.Builder().build());
        this.language = language;
        this.streams = streams;
        PrimerDisplays.register(getRenderer());
        shell = new CellShell(language);
        completion = new CellCompletion(shell);
        documentation =
                new CellDocumentation(shell, Path.of(System.getProperty(SOURCES, "src/main/java")));
    }

    /** Cells have their numbers from Jupyter, which has counted this one already. */
    @Override
    public Object evalRaw(String source) {
        try {
            return evaluate(executionCount.get() - 1, source);
        } finally {
            streams.out.flush(); // what was printed without a line feed
            streams.err.flush();
        }
    }

    /**
     * Evaluates a cell.
     *
     * @param cell its number, as error messages will call it
     * @throws CellError if it fails
     */
    protected final Object evaluate(int cell, String source) {
        return shell.evaluate(cell, source);
    }

    @Override
    public List<String> formatError(Throwable thrown) {
        return thrown instanceof CellError error ? error.lines() : List.of(thrown.toString());
    }

    @Override
    public ReplacementOptions complete(String source, int at) {
        int cursor = source.offsetByCodePoints(0, at);
        var offer = completion.at(source, cursor);
        return new ReplacementOptions(offer.words(), source.codePointCount(0, offer.from()), at);
    }

    @Override
    public DisplayData inspect(String source, int at, boolean extraDetail) {
        var text = documentation.at(source, source.offsetByCodePoints(0, at));
        return text.isEmpty() ? null : new DisplayData(text);
    }

    @Override
    public String isComplete(String source) {
        return switch (completion.state(source)) {
            case COMPLETE -> IS_COMPLETE_YES;
            case INVALID -> IS_COMPLETE_BAD;
            case UNFINISHED -> "    "; // the indent of the next line
        };
    }

    @Override
    protected void replaceOutputStreams(ShellReplyEnvironment environment) {
        super.replaceOutputStreams(environment);
        System.setIn(input());
    }

    /** Returns what {@code System.in} is to a cell. */
    protected final InputStream input() {
        return streams.input();
    }

    @Override
    public void interrupt() {
        shell.interrupt();
    }

    @Override
    public void update(DisplayData data) {
        streams.display.updateDisplay(data);
    }

    @Override
    public boolean quick() {
        return false;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void onShutdown(boolean restarting) {
        super.onShutdown(restarting);
        shell.close();
    }
}
