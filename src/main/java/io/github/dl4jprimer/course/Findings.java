package io.github.dl4jprimer.course;

import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of a catalogued experiment found.
 *
 * @param experiment its id
 * @param directory the run's folder
 * @param tables what it measured, for people
 * @param charts what it drew
 * @param figures the main measured numbers by name, for {@code summary.json}
 * @param claims what it is meant to show, and whether it did
 * @param seconds how long it took
 */
public record Findings(
        String experiment,
        Path directory,
        List<Table> tables,
        List<Picture> charts,
        Map<String, Double> figures,
        List<Claim> claims,
        double seconds) {
    /** Copies the collections, keeping the order of the figures. */
    public Findings {
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        claims = List.copyOf(claims);
    }

    /**
     * A table and what it shows.
     *
     * @param caption one line
     * @param table the cells
     */
    public record Table(String caption, TextTable table) {}

    /**
     * A chart's file and what it shows.
     *
     * @param caption one line
     * @param file the PNG
     */
    public record Picture(String caption, Path file) {}

    /** Whether every claim holds. */
    public boolean hold() {
        return claims.stream().allMatch(Claim::holds);
    }
}
