package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.data.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles a learner's file together with its checks into memory, against the class path of this
 * program.
 *
 * <p>One compiler serves many times: it keeps the class path's jars open, which saves most of the
 * time.
 */
final class ExerciseCompiler {
    private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-g");

    private final JavaCompiler compiler = required();
    private final JavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** What came of compiling: classes, or the verdict that there are none. */
    record Compiled(MemoryClasses classes, Verdict refusal) {}

    /**
     * Returns the system's compiler.
     *
     * @throws BadInput if Java has none
     */
    static JavaCompiler required() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new BadInput(
                    "Java must be a JDK, got a JRE without a compiler (%s). Install one: apt-get install openjdk-17-jdk"
                            .formatted(System.getProperty("java.home")));
        }
        return compiler;
    }

    /** Compiles the two sources of a job. */
    Compiled compile(Job job) {
        var learner = new MemoryClasses.Source(job.className(), job.source());
        var check = new MemoryClasses.Source(job.checkName(), job.check());
        var classes = new MemoryClasses();
        var found = new DiagnosticCollector<JavaFileObject>();
        var task =
                compiler.getTask(
                        null,
                        classes.writtenFrom(files),
                        found,
                        OPTIONS,
                        null,
                        List.of(learner, check));
        if (task.call()) {
            return new Compiled(classes, null);
        }
        return new Compiled(null, refusal(job, learner, found));
    }

    /** The learner's own errors go first: those of the checks are most likely their consequence. */
    private static Verdict refusal(
            Job job, JavaFileObject learner, DiagnosticCollector<JavaFileObject> found) {
        var errors =
                found.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .toList();
        var first = errors.stream().filter(error -> learner.equals(error.getSource())).findFirst();
        return first.map(
                        error ->
                                Verdict.of(
                                        Verdict.Outcome.COMPILE_ERROR,
                                        problem(job, error, job.source())))
                .orElseGet(
                        () ->
                                Verdict.of(
                                        Verdict.Outcome.SIGNATURE,
                                        problem(job, errors.get(0), job.check())));
    }

    private static Verdict.Problem problem(
            Job job, Diagnostic<? extends JavaFileObject> error, String source) {
        int line = (int) Math.max(0, error.getLineNumber());
        // The compiler's own column counts a tab as up to eight.
        int at = (int) error.getPosition();
        int column = at < 0 ? 0 : at - source.lastIndexOf('\n', at - 1);
        var text = error.getMessage(Locale.forLanguageTag(job.locale()));
        return new Verdict.Problem(line, column, text, Job.line(source, line));
    }
}
