package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.exercise.Grade;
import io.github.dl4jprimer.exercise.GradeReport;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code primer exercises grade}: all exercises; exit status 0 only if all are solved. */
@Command(
        name = "grade",
        description = "Check all exercises; exit status 0 only if all are solved.",
        mixinStandardHelpOptions = true)
final class ExerciseGradeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ExerciseOptions options;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where the JUnit XML report goes (default: .primer/grade.xml).")
    private Path report;

    @Override
    public Integer call() {
        var language = Language.current();
        var folder = options.folder();
        var out = spec.commandLine().getOut();
        try (var checker = options.checker()) {
            var grade = Grade.of(folder, checker);
            var file = report == null ? folder.progress().resolveSibling("grade.xml") : report;
            new GradeReport(grade).write(file);
            out.print(grade.table(language));
            out.println(language.choose("JUnit 报告：", "JUnit report: ") + file);
            return grade.passed() ? 0 : 1;
        }
    }
}
