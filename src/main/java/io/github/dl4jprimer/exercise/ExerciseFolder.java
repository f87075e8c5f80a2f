package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project folder, as far as exercises are concerned.
 *
 * <pre>
 * src/exercises/java/…/week1/Softmax.java       the learner's, written by nobody else but {@link #reset}
 * src/solutions/java/…/week1/Softmax.java       the answer, from which the skeleton is cut
 * src/checks/java/…/week1/SoftmaxCheck.java     the checks
 * .primer/progress.json                         what is solved
 * .primer/kept/Softmax-20260314-150926.java     what a learner had written when it was reset
 * </pre>
 *
 * @param root the folder that holds {@code src/exercises/java}
 */
public record ExerciseFolder(Path root) {
    /** The environment variable that names the project folder. */
    public static final String VARIABLE = "PRIMER_EXERCISES";

    private static final Path EXERCISES = Path.of("src", "exercises", "java");
    private static final Path SOLUTIONS = Path.of("src", "solutions", "java");
    private static final Path CHECKS = Path.of("src", "checks", "java");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /**
     * @throws BadInput if the folder holds no exercises
     */
    public ExerciseFolder {
        if (!holdsExercises(root)) {
            throw new BadInput(
                    "project folder must hold %s and %s, got %s. Set %s to the folder of dl4j-primer."
                            .formatted(EXERCISES, CHECKS, root, VARIABLE));
        }
    }

    /**
     * Finds the folder: the configured one, else the first in or above the current folder or above
     * the program.
     *
     * @param configured what {@code PRIMER_EXERCISES} says, or null
     */
    public static ExerciseFolder find(String configured) {
        if (configured != null) {
            return new ExerciseFolder(Path.of(configured));
        }
        var current = Path.of("").toAbsolutePath();
        return Stream.of(current, program())
                .flatMap(from -> Stream.iterate(from, path -> path != null, Path::getParent))
                .filter(ExerciseFolder::holdsExercises)
                .findFirst()
                .map(ExerciseFolder::new)
                .orElseGet(() -> new ExerciseFolder(current));
    }

    private static boolean holdsExercises(Path root) {
        return Files.isDirectory(root.resolve(EXERCISES))
                && Files.isDirectory(root.resolve(CHECKS));
    }

    private static Path program() {
        try {
            var source = ExerciseFolder.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the file that the learner edits. */
    public Path learner(Exercise exercise) {
        return file(EXERCISES, exercise.className());
    }

    /** Returns the file with the answer. */
    public Path solution(Exercise exercise) {
        return file(SOLUTIONS, exercise.className());
    }

    /** Returns the file with the checks. */
    public Path check(Exercise exercise) {
        return file(CHECKS, exercise.checkName());
    }

    /** Returns the file that remembers what is solved. */
    public Path progress() {
        return root.resolve(".primer").resolve("progress.json");
    }

    /** Returns the learner's text, or nothing if the file is gone. */
    public Optional<String> learnerText(Exercise exercise) {
        try {
            return Optional.of(text(learner(exercise)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a learner starts from. */
    public String skeleton(Exercise exercise) {
        return Skeleton.of(exercise, read(solution(exercise)));
    }

    /**
     * Returns the text of one of the files; a byte that is not UTF-8 becomes U+FFFD, at which the
     * compiler then points.
     *
     * @throws BadInput if there is no such file
     */
    public static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "file must exist, got none at %s. Restore it: git checkout -- '%s'"
                            .formatted(file, file));
        }
        try {
            return text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /**
     * Puts the skeleton back, after copying what the learner had written.
     *
     * @param now names the copy
     * @return the copy, or nothing if there was no work to keep
     */
    public Optional<Path> reset(Exercise exercise, LocalDateTime now) {
        var skeleton = skeleton(exercise);
        var file = learner(exercise);
        if (!Files.exists(file)) {
            write(file, skeleton);
            return Optional.empty();
        }
        if (read(file).equals(skeleton)) {
            return Optional.empty();
        }
        var copy = keep(exercise, file, now);
        write(file, skeleton);
        return Optional.of(copy);
    }

    /** Copies the file byte by byte under a name that no copy has. */
    private Path keep(Exercise exercise, Path file, LocalDateTime now) {
        var folder = root.resolve(".primer").resolve("kept");
        var name = exercise.simpleName() + "-" + STAMP.format(now);
        try {
            Files.createDirectories(folder);
            for (int number = 1; ; number++) {
                var copy = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".java");
                try {
                    return Files.copy(file, copy);
                } catch (FileAlreadyExistsException e) {
                    // A copy of the same second: the next number is free.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        AtomicWrite.file(file, path -> Files.writeString(path, text));
    }

    private Path file(Path sources, String className) {
        return root.resolve(sources).resolve(className.replace('.', '/') + ".java");
    }
}
