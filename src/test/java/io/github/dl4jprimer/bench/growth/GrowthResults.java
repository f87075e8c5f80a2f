package io.github.dl4jprimer.bench.growth;

import com.google.gson.GsonBuilder;
import io.github.dl4jprimer.bench.Ceiling;
import io.github.dl4jprimer.bench.Spread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What all processes found out, round by round: points along axes, and the machine's ceilings. */
final class GrowthResults {
    private final Map<String, String> facts;
    private final Map<Integer, List<Ceiling>> ceilings = new TreeMap<>();
    private final Map<GrowthAxis, Map<GrowthPoint, List<GrowthMeasured>>> rounds =
            new EnumMap<>(GrowthAxis.class);

    /**
     * Starts without results.
     *
     * @param facts on what machine and with what software
     */
    GrowthResults(Map<String, String> facts) {
        this.facts = new LinkedHashMap<>(facts);
    }

    /** Adds what the machine could do in a round with so many threads. */
    void add(int threads, Ceiling ceiling) {
        ceilings.computeIfAbsent(threads, key -> new ArrayList<>()).add(ceiling);
    }

    /**
     * Adds what was measured at a point in the next round.
     *
     * @throws IllegalStateException if the network is not the one that the formulas are about
     */
    void add(GrowthAxis axis, GrowthPoint point, GrowthMeasured measured) {
        long expected = new TransformerCost(point).parameters();
        if (measured.parameters() != expected) {
            throw new IllegalStateException(
                    "parameters must be %d, got %d. Mend the formula before comparing times."
                            .formatted(expected, measured.parameters()));
        }
        rounds.computeIfAbsent(axis, key -> new LinkedHashMap<>())
                .computeIfAbsent(point, key -> new ArrayList<>())
                .add(measured);
    }

    /** Returns processor, threads and versions. */
    Map<String, String> facts() {
        return facts;
    }

    /** Returns the numbers of threads whose ceilings were measured, smallest first. */
    List<Integer> threads() {
        return List.copyOf(ceilings.keySet());
    }

    /** Returns one ceiling of all rounds, for example {@code Ceiling::gigaflops}. */
    Spread ceiling(int threads, ToDoubleFunction<Ceiling> kind) {
        return Spread.of(
                ceilings.getOrDefault(threads, List.of()).stream()
                        .map(kind::applyAsDouble)
                        .toList());
    }

    /** Returns the medians of both ceilings for a point's threads. */
    Ceiling ceiling(GrowthPoint point) {
        return new Ceiling(
                ceiling(point.threads(), Ceiling::gigaflops).median(),
                ceiling(point.threads(), Ceiling::gigabytes).median());
    }

    /** Returns the axes that were measured. */
    List<GrowthAxis> axes() {
        return List.copyOf(rounds.keySet());
    }

    /** Returns an axis' points, smallest first. */
    List<GrowthPoint> points(GrowthAxis axis) {
        return List.copyOf(rounds.getOrDefault(axis, Map.of()).keySet());
    }

    /** Returns one number of all rounds at a point. */
    Spread measured(GrowthAxis axis, GrowthPoint point, ToDoubleFunction<GrowthMeasured> kind) {
        return Spread.of(rounds.get(axis).get(point).stream().map(kind::applyAsDouble).toList());
    }

    /** Returns everything as JSON: facts, ceilings by threads, every round of every point. */
    String json() {
        Map<String, Map<String, List<GrowthMeasured>>> axes = new LinkedHashMap<>();
        rounds.forEach(
                (axis, points) -> {
                    Map<String, List<GrowthMeasured>> named = new LinkedHashMap<>();
                    points.forEach(
                            (point, all) -> named.put(String.valueOf(axis.size(point)), all));
                    axes.put(axis.key(), named);
                });
        var all = new LinkedHashMap<String, Object>();
        all.put("facts", facts);
        all.put("ceilings", ceilings);
        all.put("axes", axes);
        return new GsonBuilder().setPrettyPrinting().create().toJson(all) + "\n";
    }
}
