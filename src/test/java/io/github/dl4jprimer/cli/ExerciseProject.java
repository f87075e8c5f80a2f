package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.exercise.Exercise;
import io.github.dl4jprimer.exercise.ExerciseFolder;
import io.github.dl4jprimer.exercise.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A project folder as it is when nobody has solved anything, for tests to work in. */
record ExerciseProject(ExerciseFolder folder) {
    /** Copies solutions and checks into an empty folder and has the skeletons written. */
    static ExerciseProject in(Path root) throws IOException {
        var shipped = new ExerciseFolder(Path.of(""));
        Files.createDirectories(root.resolve("src/exercises/java"));
        Files.createDirectories(root.resolve("src/checks/java"));
        var folder = new ExerciseFolder(root);
        for (var exercise : Catalogue.all()) {
            copy(shipped.solution(exercise), folder.solution(exercise));
            copy(shipped.check(exercise), folder.check(exercise));
            folder.reset(exercise, LocalDateTime.now(ZoneId.systemDefault()));
        }
        return new ExerciseProject(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    String root() {
        return folder.root().toString();
    }

    /** Writes the solution where the learner writes. */
    void solve(String id) throws IOException {
        var exercise = Catalogue.named(id);
        write(id, ExerciseFolder.read(folder.solution(exercise)));
    }

    /** Writes one of the usual mistakes where the learner writes. */
    void mistake(String id, String mistake) throws IOException {
        var solution = new ExerciseFolder(Path.of("")).solution(Catalogue.named(id));
        write(
                id,
                Mutant.of(Files.readString(solution), Files.readString(Mutant.file(id, mistake))));
    }

    void write(String id, String source) throws IOException {
        Files.writeString(file(id), source);
    }

    Path file(String id) {
        Exercise exercise = Catalogue.named(id);
        return folder.learner(exercise);
    }
}
