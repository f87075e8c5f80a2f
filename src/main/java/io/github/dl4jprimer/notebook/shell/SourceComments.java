package io.github.dl4jprimer.notebook.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The documentation comments of the project's own sources, which JShell does not look for: it reads
 * those of the JDK alone.
 *
 * @param folder with the sources, by package; a folder that does not exist has no comments
 */
record SourceComments(Path folder) {

    /**
     * Returns the comment of a type or of a member, as plain text.
     *
     * @param type its simple name
     * @param member a method or field, or the type's own name for a constructor; blank for the type
     * @param parameters names of the method's parameters, by which overloads differ
     */
    Optional<String> of(String type, String member, List<String> parameters) {
        return file(type)
                .flatMap(file -> comment(file, type, member, parameters))
                .map(SourceComments::plain);
    }

    private Optional<Path> file(String type) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(type + ".java")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> comment(
            Path file, String type, String member, List<String> parameters) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, files, null, null, null, files.getJavaFileObjects(file));
            var found = new Finder(Trees.instance(task), type, member, parameters);
            found.scan(task.parse(), null);
            return found.comments.stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks a source file and keeps the comments of what was asked for. */
    private static final class Finder extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final String type;
        private final String member;
        private final List<String> parameters;
        private final List<String> comments = new ArrayList<>();

        Finder(Trees trees, String type, String member, List<String> parameters) {
            this.trees = trees;
            this.type = type;
            this.member = member;
            this.parameters = parameters;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            if (tree.getSimpleName().contentEquals(type)
                    && (member.isEmpty() || member.equals(type))) {
                keep();
            }
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            var name = tree.getName().contentEquals("<init>") ? type : tree.getName().toString();
            var names = tree.getParameters().stream().map(p -> p.getName().toString()).toList();
            // A record's parameters are documented at the record, not at its constructor.
            if (name.equals(member) && names.equals(parameters) && !isOfRecord()) {
                comments.clear(); // closer than the type's own
                keep();
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            if (tree.getName().contentEquals(member) && parameters.isEmpty()) {
                keep();
            }
            return null;
        }

        private boolean isOfRecord() {
            return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                    && member.equals(type);
        }

        private void keep() {
            var comment = trees.getDocComment(getCurrentPath());
            if (comment != null) {
                comments.add(comment);
            }
        }
    }

    /** Leaves out the marks that a browser would turn into paragraphs and links. */
    private static String plain(String comment) {
        return comment.replaceAll("\\{@(?:code|link|linkplain|literal)\\s+([^}]*)}", "$1")
                .replaceAll("<p>|</?pre>|</?ul>|</?a[^>]*>|</?b>|</?i>", "")
                .replaceAll("<li>", "- ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .lines()
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .reduce("", (text, line) -> text + line + "\n")
                .strip();
    }
}
