package io.github.dl4jprimer.notebook.shell;

import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.VarSnippet;

/**
 * A session of cells: what one declares, the next ones know.
 *
 * <pre>{@code
 * try (var shell = new CellShell(Language.EN)) {
 *     shell.evaluate(1, "int x = 20;");
 *     shell.evaluate(2, "x + 1"); // 21, an Integer, not its text
 * }
 * }</pre>
 *
 * <p>A cell is a sequence of snippets: imports, declarations, statements, expressions. Its value is
 * that of its last snippet, unless a semicolon ends it. It stops at the first snippet that fails.
 */
public final class CellShell implements AutoCloseable {
    private static final List<String> IMPORTS =
            List.of(
                    "java.io.*",
                    "java.math.*",
                    "java.nio.file.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.function.*",
                    "java.util.stream.*");

    private final Language language;
    private final CellExecution execution = new CellExecution(() -> this.interrupted);
    private final JShell shell;
    private final SnippetPlaces places;
    private final CellDiagnostics diagnostics;
    private volatile boolean interrupted;

    /**
     * Opens a session with the imports that JShell's own users have.
     *
     * @param language of error messages
     * @throws IllegalStateException if this Java has no compiler
     */
    public CellShell(Language language) {
        this.language = language;
        places = new SnippetPlaces(language);
        try {
            shell =
                    JShell.builder()
                            .executionEngine(execution.provider(), Map.of())
                            .compilerOptions(
                                    "-Xlint:none",
                                    "-proc:none",
                                    "-classpath",
                                    System.getProperty("java.class.path"))
                            .build();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "java must be a JDK, got a runtime without a compiler (%s). Install one: apt-get install openjdk-17-jdk"
                            .formatted(System.getProperty("java.home")),
                    e);
        }
        diagnostics = new CellDiagnostics(shell, places, language);
        IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
    }

    /**
     * Evaluates a cell.
     *
     * @param cell its number, as error messages will call it
     * @param source Java
     * @return the value of its last snippet, or null if it has none
     * @throws CellError if it does not compile, throws, is unfinished or was interrupted
     */
    public Object evaluate(int cell, String source) {
        interrupted = false;
        Object value = null;
        String rest = source;
        var next = analysis().analyzeCompletion(rest);
        while (next.completeness().isComplete()) { // or wrong: the compiler will say how
            var written = rest.substring(0, rest.length() - next.remaining().length());
            value = run(place(cell, source, rest, next.source()), written);
            rest = next.remaining();
            next = analysis().analyzeCompletion(rest);
        }
        rejectUnresolved();
        if (next.completeness() != Completeness.EMPTY) {
            throw unfinished(place(cell, source, rest, rest));
        }
        return value;
    }

    /** Blank lines before a snippet are not its own: line 1 is the first with code. */
    private static SnippetPlaces.Place place(int cell, String source, String rest, String snippet) {
        int start = source.length() - rest.length() + indent(rest);
        return new SnippetPlaces.Place(
                cell,
                1 + (int) source.substring(0, start).chars().filter(c -> c == '\n').count(),
                snippet.substring(indent(snippet)));
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    private CellError unfinished(SnippetPlaces.Place place) {
        return new CellError(
                List.of(
                        language.choose(
                                "单元没有写完，缺少括号或引号",
                                "the cell is unfinished, a bracket or quote is missing"),
                        "    "
                                + places.name(place.cell(), place.line())
                                + language.choose("：", ":  ")
                                + place.source().lines().findFirst().orElse("")));
    }

    /** Runs one snippet; {@code written} is the same as the learner wrote it. */
    private Object run(SnippetPlaces.Place place, String written) {
        Object value = null;
        var events = shell.eval(place.source());
        events.stream()
                .filter(event -> event.causeSnippet() == null)
                .forEach(event -> places.put(event.snippet().id(), place));
        for (SnippetEvent event : events) {
            if (interrupted) {
                throw new CellError(List.of(language.choose("单元已中断", "the cell was interrupted")));
            }
            if (event.causeSnippet() != null) {
                continue; // an earlier snippet, updated by this one
            }
            if (event.exception() != null) {
                throw new CellError(new CellTrace(places, language).of(event.exception()));
            }
            if (event.status() == Snippet.Status.REJECTED) {
                throw new CellError(diagnostics.of(event.snippet()));
            }
            value = written.strip().endsWith(";") ? null : value(event.snippet());
        }
        return value;
    }

    private Object value(Snippet snippet) {
        var name =
                switch (snippet.subKind()) {
                    case TEMP_VAR_EXPRESSION_SUBKIND -> ((VarSnippet) snippet).name();
                    case VAR_VALUE_SUBKIND -> ((jdk.jshell.ExpressionSnippet) snippet).name();
                    default -> "";
                };
        return shell.variables()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .map(this::live)
                .orElse(null);
    }

    private Object live(VarSnippet variable) {
        shell.varValue(variable);
        return execution.takeValue();
    }

    /** A method may use what comes later in its cell; what no cell brings is a typing error. */
    private void rejectUnresolved() {
        var lines = new ArrayList<String>();
        for (var snippet : shell.snippets().toList()) {
            var status = shell.status(snippet);
            if (status == Snippet.Status.RECOVERABLE_DEFINED
                    || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                var found = diagnostics.of(snippet);
                var names = shell.unresolvedDependencies((DeclarationSnippet) snippet).toList();
                lines.addAll(found.isEmpty() ? diagnostics.unresolved(snippet, names) : found);
                shell.drop(snippet);
            }
        }
        if (!lines.isEmpty()) {
            throw new CellError(lines);
        }
    }

    /** Stops the cell that runs, be it computing or asleep; its session goes on. */
    public void interrupt() {
        interrupted = true;
        shell.stop();
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /**
     * Returns the offset behind a cell's leading imports: JShell's analysis takes what starts with
     * an import for nothing else, though statements follow.
     */
    int afterImports(String source) {
        String rest = source;
        var next = analysis().analyzeCompletion(rest);
        while (next.completeness().isComplete() && next.source().strip().startsWith("import ")) {
            rest = next.remaining();
            next = analysis().analyzeCompletion(rest);
        }
        return source.length() - rest.length();
    }

    @Override
    public void close() {
        shell.close();
    }
}
