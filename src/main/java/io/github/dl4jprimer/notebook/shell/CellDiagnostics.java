package io.github.dl4jprimer.notebook.shell;

import io.github.dl4jprimer.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Compile errors as a learner reads them.
 *
 * <pre>
 * error: cannot find symbol: variable frist (cell 3, line 2)
 *     int sum = frist + second;
 *               ^
 * </pre>
 */
final class CellDiagnostics {
    /** The lines of javac, in its English and its Chinese, that belong elsewhere. */
    private static final Pattern SYMBOL = Pattern.compile("\\s*(?:symbol|符号):\\s*(.*)");

    private static final Pattern LOCATION = Pattern.compile("\\s*(?:location|位置):.*");

    private final JShell shell;
    private final SnippetPlaces places;
    private final Language language;

    CellDiagnostics(JShell shell, SnippetPlaces places, Language language) {
        this.shell = shell;
        this.places = places;
        this.language = language;
    }

    /** Returns what the compiler says against a snippet, errors before warnings. */
    List<String> of(Snippet snippet) {
        var lines = new ArrayList<String>();
        var found = shell.diagnostics(snippet).toList();
        found.stream().filter(Diag::isError).forEach(diag -> add(lines, diag, snippet));
        found.stream().filter(diag -> !diag.isError()).forEach(diag -> add(lines, diag, snippet));
        return lines;
    }

    private void add(List<String> lines, Diag diag, Snippet snippet) {
        var place = place(snippet);
        int offset = (int) Math.max(0, Math.min(diag.getPosition(), place.source().length()));
        var message = diag.getMessage(locale()).lines().toList();
        var kind =
                diag.isError()
                        ? language.choose("编译错误：", "error: ")
                        : language.choose("警告：", "warning: ");
        lines.add(
                kind
                        + message.get(0)
                        + symbol(message)
                        + language.choose("（%s）", " (%s)")
                                .formatted(places.name(place.cell(), place.lineAt(offset))));
        lines.addAll(SnippetPlaces.marked(place, offset));
        message.stream().skip(1).filter(line -> !isFolded(line)).forEach(lines::add);
    }

    /** What could not be found belongs into the first line, which may be all that is shown. */
    private static String symbol(List<String> message) {
        return message.stream()
                .map(SYMBOL::matcher)
                .filter(Matcher::matches)
                .map(line -> ": " + line.group(1).strip())
                .findFirst()
                .orElse("");
    }

    private Locale locale() {
        return language == Language.ZH ? Locale.CHINA : Locale.US;
    }

    /** JShell puts snippets into classes of its own, which a learner never wrote. */
    private static boolean isFolded(String line) {
        return SYMBOL.matcher(line).matches() || LOCATION.matcher(line).matches();
    }

    /** Returns the error of a declaration that leans on names which no cell has brought. */
    List<String> unresolved(Snippet snippet, List<String> names) {
        var place = place(snippet);
        var lines = new ArrayList<String>();
        lines.add(
                language.choose("编译错误：找不到 %s（%s）", "error: cannot find %s (%s)")
                        .formatted(
                                String.join(", ", names), places.name(place.cell(), place.line())));
        lines.add("    " + snippet.source().strip().lines().findFirst().orElse(""));
        return lines;
    }

    private SnippetPlaces.Place place(Snippet snippet) {
        var place = places.of(snippet.id());
        return place == null ? new SnippetPlaces.Place(0, 1, snippet.source()) : place;
    }
}
