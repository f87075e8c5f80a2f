package io.github.dl4jprimer.notebook.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * What shift-tab shows: the signature of what stands at the cursor, and its documentation.
 *
 * <p>The JDK's documentation is shown where its sources are installed ({@code apt-get install
 * openjdk-17-source}), the project's where the notebook was started from a checkout.
 */
public final class CellDocumentation {
    /** {@code [result ]<package.>Type[.member][(parameters)]}, as JShell writes signatures. */
    private static final Pattern SIGNATURE =
            Pattern.compile(
                    "(?:.*"
                        + " )?(?:[a-z][\\w]*\\.)*(?<type>[A-Z]\\w*)(?:\\.(?<member>\\w+))?(?:\\((?<parameters>.*)\\))?");

    private final CellShell shell;
    private final SourceComments sources;

    /**
     * Documents what the session knows.
     *
     * @param sources folder of the project's sources; it need not exist
     */
    public CellDocumentation(CellShell shell, Path sources) {
        this.shell = shell;
        this.sources = new SourceComments(sources);
    }

    /**
     * Returns signatures and documentation, or nothing if the cursor stands on neither a name nor
     * an argument.
     *
     * @param source the cell
     * @param cursor offset in it, 0 to its length
     */
    public String at(String source, int cursor) {
        int end = cursor;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        var name = source.substring(shell.afterImports(source.substring(0, end)), end);
        var documented = documentation(name);
        return documented.isEmpty() ? documentation(name + "(") : documented;
    }

    private String documentation(String source) {
        return shell.analysis().documentation(source, source.length(), true).stream()
                .map(this::text)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private String text(Documentation found) {
        var comment = found.javadoc() == null ? comment(found.signature()) : found.javadoc();
        return comment.isBlank() ? found.signature() : found.signature() + "\n\n" + comment;
    }

    private String comment(String signature) {
        var variable = signature.indexOf(':'); // "name:Type" is a variable of the session
        var matcher = SIGNATURE.matcher(signature.substring(variable + 1));
        if (!matcher.matches()) {
            return "";
        }
        var type = matcher.group("type");
        return sources.of(type, member(matcher, type), parameters(matcher.group("parameters")))
                .orElse("");
    }

    /** A signature with parameters but without a member is a constructor's. */
    private static String member(Matcher matcher, String type) {
        var member = matcher.group("member");
        if (member != null) {
            return member;
        }
        return matcher.group("parameters") == null ? "" : type;
    }

    /** The names in {@code int rows, Map<String, Long> counts}: rows, counts. */
    private static List<String> parameters(String declared) {
        if (declared == null || declared.isBlank()) {
            return List.of();
        }
        var bare = declared;
        while (bare.contains("<")) {
            bare = bare.replaceAll("<[^<>]*>", "");
        }
        return Arrays.stream(bare.split(", "))
                .map(one -> one.substring(one.lastIndexOf(' ') + 1))
                .toList();
    }
}
