package io.github.dl4jprimer.bench.peer;

import com.google.gson.GsonBuilder;
import io.github.dl4jprimer.bench.Spread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all processes of a benchmark found out, round by round. */
final class PeerResults {
    private final Map<String, String> facts;
    private final Map<PeerCase, Map<Entrant, List<Measured>>> rounds =
            new EnumMap<>(PeerCase.class);

    /**
     * Starts without results.
     *
     * @param facts on what machine and with what software
     */
    PeerResults(Map<String, String> facts) {
        this.facts = new LinkedHashMap<>(facts);
    }

    /** Adds what an entrant measured in the next round. */
    void add(PeerCase size, Entrant entrant, Measured measured) {
        rounds.computeIfAbsent(size, key -> new LinkedHashMap<>())
                .computeIfAbsent(entrant, key -> new ArrayList<>())
                .add(measured);
    }

    /** Returns processor, threads and versions. */
    Map<String, String> facts() {
        return facts;
    }

    /** Returns the cases that were measured. */
    List<PeerCase> cases() {
        return List.copyOf(rounds.keySet());
    }

    /** Returns who took part in any case, in the order of the contenders. */
    List<Entrant> entrants(boolean ownDefaults) {
        return rounds.values().stream()
                .flatMap(results -> results.keySet().stream())
                .distinct()
                .filter(entrant -> !entrant.equals(Entrant.PRIMER))
                .filter(entrant -> entrant.ownDefaults() == ownDefaults)
                .sorted((a, b) -> a.contender().compareTo(b.contender()))
                .toList();
    }

    /** Returns the median milliseconds of a step; nothing if it was not measured. */
    Optional<Double> milliseconds(PeerCase size, Entrant entrant, PeerCase.Mode mode) {
        var times = times(size, entrant, mode);
        return times.isEmpty() ? Optional.empty() : Optional.of(Spread.of(times).median());
    }

    /** Returns our time over an entrant's; nothing if one of them was not measured. */
    Optional<Ratio> ratio(PeerCase size, Entrant entrant, PeerCase.Mode mode) {
        var ours = times(size, Entrant.PRIMER, mode);
        var theirs = times(size, entrant, mode);
        return ours.isEmpty() || theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(Ratio.of(ours, theirs));
    }

    private List<Double> times(PeerCase size, Entrant entrant, PeerCase.Mode mode) {
        return rounds.getOrDefault(size, Map.of()).getOrDefault(entrant, List.of()).stream()
                .map(measured -> measured.milliseconds(mode))
                .toList();
    }

    /** Returns everything as JSON: facts, then every round of every entrant in every case. */
    String json() {
        Map<String, Map<String, List<Measured>>> named = new LinkedHashMap<>();
        rounds.forEach(
                (size, results) -> {
                    Map<String, List<Measured>> entrants = new LinkedHashMap<>();
                    results.forEach((entrant, all) -> entrants.put(entrant.key(), all));
                    named.put(size.key(), entrants);
                });
        var gson =
                new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeSpecialFloatingPointValues()
                        .create();
        return gson.toJson(Map.of("facts", facts, "cases", named)) + "\n";
    }
}
