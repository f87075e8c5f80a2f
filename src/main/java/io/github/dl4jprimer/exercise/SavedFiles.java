package io.github.dl4jprimer.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notices that an exercise's file was saved, replaced, deleted or restored.
 *
 * <p>It asks for time, size and identity of the files instead of waiting for the system's events:
 * an editor may write in place or rename a new file over the old one, events are lost on network
 * and container file systems, and to ask of fifty files takes no time. A change counts when it is
 * the same at two questions in turn, so that no half-written file is taken up.
 */
final class SavedFiles {
    private final ExerciseFolder folder;
    private final List<Exercise> exercises;
    private final Map<Exercise, Stamp> settled = new HashMap<>();
    private final Map<Exercise, Stamp> pending = new HashMap<>();

    /** What tells one saved state of a file from another. */
    private record Stamp(long time, long size, Object identity) {
        static final Stamp GONE = new Stamp(0, -1, null);

        static Stamp of(Path file) {
            try {
                var now = Files.readAttributes(file, BasicFileAttributes.class);
                var time = now.lastModifiedTime();
                return now.isRegularFile()
                        ? new Stamp(time.to(TimeUnit.NANOSECONDS), now.size(), now.fileKey())
                        : GONE;
            } catch (IOException e) {
                return GONE;
            }
        }
    }

    SavedFiles(ExerciseFolder folder, List<Exercise> exercises) {
        this.folder = folder;
        this.exercises = List.copyOf(exercises);
        this.exercises.forEach(exercise -> settled.put(exercise, stamp(exercise)));
    }

    private Stamp stamp(Exercise exercise) {
        return Stamp.of(folder.learner(exercise));
    }

    /** Takes the file's present state as known: who calls has just written it. */
    void known(Exercise exercise) {
        settled.put(exercise, stamp(exercise));
        pending.remove(exercise);
    }

    /** Returns an exercise whose file has changed since it was returned last. */
    Optional<Exercise> next() {
        return exercises.stream().filter(this::hasSettled).findFirst();
    }

    private boolean hasSettled(Exercise exercise) {
        var now = stamp(exercise);
        if (now.equals(settled.get(exercise))) {
            pending.remove(exercise);
            return false;
        }
        if (!now.equals(pending.put(exercise, now))) {
            return false;
        }
        known(exercise);
        return true;
    }
}
