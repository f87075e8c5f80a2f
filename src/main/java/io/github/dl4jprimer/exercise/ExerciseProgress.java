package io.github.dl4jprimer.exercise;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.safetensors.AtomicWrite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a learner has solved, in a file that is whole at any time and is read afresh for every
 * question, so that a watch and a single command may run side by side.
 *
 * @param file the file; it need not exist
 */
public record ExerciseProgress(Path file) {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final TypeToken<TreeMap<String, Entry>> ENTRIES = new TypeToken<>() {};

    /**
     * What is known of one exercise.
     *
     * @param solution SHA-256 of the source that was solved, or empty
     * @param hints how many hints were shown
     * @param skipped whether the learner went on without solving it
     */
    public record Entry(String solution, int hints, boolean skipped) {
        private static final Entry NONE = new Entry("", 0, false);
    }

    /** Returns what is known of an exercise. */
    public Entry of(Exercise exercise) {
        return entries().getOrDefault(exercise.id(), Entry.NONE);
    }

    /** Returns whether exactly this source has passed all checks. */
    public boolean solved(Exercise exercise, Optional<String> source) {
        return source.isPresent() && of(exercise).solution().equals(digest(source.get()));
    }

    /** Remembers how checking a source ended. */
    public void checked(Exercise exercise, Optional<String> source, Verdict verdict) {
        var solution = verdict.solved() && source.isPresent() ? digest(source.get()) : "";
        update(
                exercise,
                entry -> new Entry(solution, entry.hints(), entry.skipped() && !verdict.solved()));
    }

    /** Remembers that the learner goes on without it. */
    public void skip(Exercise exercise) {
        update(exercise, entry -> new Entry(entry.solution(), entry.hints(), true));
    }

    /** Shows one hint more, up to the last, and returns how many are shown now. */
    public int nextHint(Exercise exercise) {
        int hints = Math.min(of(exercise).hints() + 1, ExerciseText.HINTS);
        update(exercise, entry -> new Entry(entry.solution(), hints, entry.skipped()));
        return hints;
    }

    private void update(Exercise exercise, UnaryOperator<Entry> change) {
        var entries = entries();
        var before = entries.getOrDefault(exercise.id(), Entry.NONE);
        var after = change.apply(before);
        if (!after.equals(before)) {
            entries.put(exercise.id(), after);
            var text = GSON.toJson(entries) + "\n";
            AtomicWrite.file(file, path -> Files.writeString(path, text));
        }
    }

    private Map<String, Entry> entries() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            var entries = GSON.fromJson(ExerciseFolder.read(file), ENTRIES);
            if (entries == null || entries.values().stream().anyMatch(ExerciseProgress::isBroken)) {
                throw broken(null);
            }
            return entries;
        } catch (JsonParseException e) {
            throw broken(e);
        }
    }

    private static boolean isBroken(Entry entry) {
        return entry == null || entry.solution() == null;
    }

    private BadInput broken(Exception cause) {
        return new BadInput(
                "progress must be what 'primer exercises' wrote, got something else (%s). Delete it; 'primer exercises grade' finds out again what is solved."
                        .formatted(file),
                cause);
    }

    private static String digest(String source) {
        try {
            var bytes =
                    MessageDigest.getInstance("SHA-256")
                            .digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
