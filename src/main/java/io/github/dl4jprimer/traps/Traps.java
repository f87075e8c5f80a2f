package io.github.dl4jprimer.traps;

import io.github.dl4jprimer.data.BadInput;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of traps, group by group.
 *
 * <pre>{@code
 * var evidence = Traps.named("t-poly-schedule").demonstrate();
 * evidence.bites();   // true in 1.0.0-M2.1: 0.15 where 0.05 is right
 * }</pre>
 */
public final class Traps {
    private static final int SUGGESTIONS = 3;

    private Traps() {}

    /** Returns all traps. */
    public static List<Trap> all() {
        return Stream.of(
                        DoubledGradients.all(),
                        AttentionTraps.all(),
                        SameDiffTraps.all(),
                        UpdaterTraps.all(),
                        PenaltyTraps.all(),
                        DropoutTraps.all(),
                        LossTraps.all(),
                        DefaultTraps.all(),
                        BatchTraps.all(),
                        EarlyStoppingTraps.all(),
                        SequenceTraps.all(),
                        ArithmeticTraps.all(),
                        ArrayTraps.all(),
                        DeserialisationTrap.all(),
                        TokenizerTraps.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns the trap of an id.
     *
     * @throws BadInput if there is none; the message names the ids that are spelled nearest
     */
    public static Trap named(String id) {
        return all().stream()
                .filter(trap -> trap.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        ("trap must be an id, got %s. The nearest are %s;"
                                                        + " 'primer traps --list' shows all.")
                                                .formatted(id, nearest(id))));
    }

    private static String nearest(String given) {
        var id = given.toLowerCase(Locale.ROOT);
        return all().stream()
                .map(Trap::id)
                .sorted(Comparator.comparingInt(known -> distance(known, id)))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
    }

    /**
     * The fewest letters to insert, delete or replace to make {@code given} of the part of {@code
     * id} that fits best: Levenshtein's distance, which does not mind what stands around.
     */
    static int distance(String id, String given) {
        var row = new int[given.length() + 1];
        for (int j = 0; j <= given.length(); j++) {
            row[j] = j;
        }
        int best = row[given.length()];
        for (int i = 1; i <= id.length(); i++) {
            int diagonal = row[0];
            for (int j = 1; j <= given.length(); j++) {
                int replaced = diagonal + (id.charAt(i - 1) == given.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
            best = Math.min(best, row[given.length()]);
        }
        return best;
    }
}
