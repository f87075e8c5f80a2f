package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves every exercise of the catalogue: its skeleton is unsolved, its solution passes, every
 * usual mistake is rejected by its name.
 *
 * <p>What a learner has written under {@code src/exercises} is looked at by {@code shipped} tests
 * only. {@code -Dexercise=w2-adam}, or any beginning of an id, proves only these.
 */
@Tag("slow")
class ExerciseProofTest {
    private static final ExerciseFolder FOLDER = new ExerciseFolder(Path.of(""));
    private static final int MOST_LINES = 70;

    private static CheckRun run;

    @BeforeAll
    static void prepare() {
        NativeRuntime.prepare();
        run = new CheckRun();
    }

    static List<String> ids() {
        var prefix = System.getProperty("exercise", "");
        return Catalogue.all().stream()
                .map(Exercise::id)
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    private static Verdict check(Exercise exercise, String source) {
        var check = ExerciseFolder.read(FOLDER.check(exercise));
        return run.run(Job.of(exercise, source, check, Language.EN));
    }

    private static String solution(Exercise exercise) {
        return ExerciseFolder.read(FOLDER.solution(exercise));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSkeletonIsUnsolvedAndEveryCheckMeetsIt(String id) {
        var exercise = Catalogue.named(id);
        var verdict = check(exercise, FOLDER.skeleton(exercise));
        assertEquals(Verdict.Outcome.TODO, verdict.outcome(), verdict.toString());
        assertTrue(verdict.results().stream().allMatch(Verdict.CheckResult::todo), id);
        assertTrue(FOLDER.skeleton(exercise).contains(exercise.todo()), id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSolutionPasses(String id) {
        var exercise = Catalogue.named(id);
        var verdict = check(exercise, solution(exercise));
        assertEquals(Verdict.Outcome.SOLVED, verdict.outcome(), verdict.toString());
        assertTrue(verdict.results().size() >= 3, "few checks: " + verdict);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyUsualMistakeIsRejectedByItsName(String id) throws IOException {
        var exercise = Catalogue.named(id);
        assertEquals(exercise.text(Language.EN).mistakes().keySet(), mistakes(exercise));
        for (var mistake : mistakes(exercise)) {
            var mutant = Mutant.file(id, mistake);
            var source = Mutant.of(solution(exercise), ExerciseFolder.read(mutant));
            var verdict = check(exercise, source);
            assertEquals(Verdict.Outcome.WRONG, verdict.outcome(), mutant + ": " + verdict);
            var named = verdict.mismatch().orElseThrow().mistake();
            assertEquals(mistake, named, mutant + ": " + verdict);
        }
    }

    private static Set<String> mistakes(Exercise exercise) throws IOException {
        try (var files = Files.list(Mutant.file(exercise.id()))) {
            return files.map(file -> file.getFileName().toString().replace(".diff", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void skeletonAndSolutionCompileWithoutAWarning(String id) {
        var exercise = Catalogue.named(id);
        for (var source : List.of(FOLDER.skeleton(exercise), solution(exercise))) {
            var told = new StringWriter();
            var compiler = ExerciseCompiler.required();
            var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
            List<JavaFileObject> sources =
                    List.of(new MemoryClasses.Source(exercise.className(), source));
            var options = List.of("-Xlint:all,-processing,-classfile,-path,-options", "-Werror");
            var task =
                    compiler.getTask(
                            told,
                            new MemoryClasses().writtenFrom(files),
                            null,
                            options,
                            null,
                            sources);
            assertTrue(task.call(), id + ": " + told);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theStatementIsThereInBothLanguagesAndTheFileIsSmall(String id) {
        var skeleton = FOLDER.skeleton(Catalogue.named(id));
        var statement = skeleton.substring(skeleton.indexOf("/**"), skeleton.indexOf("*/"));
        assertTrue(statement.contains(" * " + id + "："), id);
        assertTrue(statement.matches("(?s).*\\p{IsHan}{4}.*"), id);
        assertTrue(statement.matches("(?s).*([A-Za-z]+[ ,]+){4}.*"), id);
        assertTrue(statement.contains("<pre>"), id + ": no formula or worked number");
        assertTrue(skeleton.lines().count() <= MOST_LINES, id);
        assertFalse(skeleton.contains("// answer"), id);
    }

    @Test
    void everyFileBelongsToAnExercise() throws IOException {
        var expected = new TreeSet<Path>();
        Catalogue.all()
                .forEach(
                        exercise -> {
                            expected.add(FOLDER.solution(exercise));
                            expected.add(FOLDER.check(exercise));
                        });
        var found = new TreeSet<Path>();
        for (var sources : List.of("solutions", "checks")) {
            try (var files = Files.walk(Path.of("src", sources, "java"))) {
                files.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        assertEquals(expected, found);
    }

    @Tag("shipped")
    @ParameterizedTest
    @MethodSource("ids")
    void whatIsShippedIsTheSkeleton(String id) {
        var exercise = Catalogue.named(id);
        assertEquals(
                FOLDER.skeleton(exercise),
                FOLDER.learnerText(exercise).orElse("none"),
                "write it again: primer exercises reset " + id);
    }
}
