package io.github.dl4jprimer.regularization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Words of operations that may stand for each other, and words that must stay where they are.
 *
 * <p>The shipped table {@code synonyms.tsv} has one group of words a line, separated by tabs. A
 * line that begins with {@code !} lists words that carry the meaning (negations, recoveries,
 * directions) and are never replaced, dropped or moved.
 *
 * @param groups groups of words, each with at least two
 * @param kept words to leave alone
 */
public record Synonyms(List<List<String>> groups, List<String> kept) {
    private static final String RESOURCE = "synonyms.tsv";

    /**
     * @throws IllegalArgumentException if a group has fewer than two words
     */
    public Synonyms {
        groups = groups.stream().map(List::copyOf).toList();
        kept = List.copyOf(kept);
        for (var group : groups) {
            if (group.size() < 2) {
                throw new IllegalArgumentException(
                        "group must be at least two words, got %s. Add a synonym."
                                .formatted(group));
            }
        }
    }

    /** Returns the shipped table. */
    public static Synonyms shipped() {
        try (InputStream in = Synonyms.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** Reads a table in the format above; lines that begin with {@code #} are comments. */
    public static Synonyms parse(String table) {
        var groups = new ArrayList<List<String>>();
        var kept = new ArrayList<String>();
        for (String line : table.lines().toList()) {
            if (line.startsWith("!")) {
                kept.addAll(List.of(line.substring(1).strip().split("\t")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                groups.add(List.of(line.strip().split("\t")));
            }
        }
        return new Synonyms(groups, kept);
    }

    /** Returns the group of a word, upper or lower case, if it has one. */
    Optional<List<String>> groupOf(String word) {
        return groups.stream().filter(g -> g.stream().anyMatch(word::equalsIgnoreCase)).findFirst();
    }

    /** Whether a word must be left alone. */
    boolean keeps(String word) {
        return kept.stream().anyMatch(word::equalsIgnoreCase);
    }

    /** All words by their first character, the longest first. */
    Map<Character, List<String>> byFirstCharacter() {
        var words = new TreeMap<Character, List<String>>();
        for (var list : groups) {
            list.forEach(word -> add(words, word));
        }
        kept.forEach(word -> add(words, word));
        words.values().forEach(w -> w.sort(Comparator.comparing(String::length).reversed()));
        return words;
    }

    private static void add(Map<Character, List<String>> words, String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        words.computeIfAbsent(lower.charAt(0), c -> new ArrayList<>()).add(lower);
    }
}
