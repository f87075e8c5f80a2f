package io.github.dl4jprimer.data.alarms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hand-written resource: slot definitions {@code @name = ...} and other lines; {@code # }
 * comments and blank lines left out.
 *
 * @param definitions slot name to its alternatives, still joined
 * @param lines all other lines, in order
 */
record AlarmResource(Map<String, String> definitions, List<String> lines) {
    /**
     * Reads a resource beside this class.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static AlarmResource read(String name) {
        try (var in = AlarmResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "resource must exist, got none of the name %s. Add it beside %s."
                                .formatted(name, AlarmResource.class.getName()));
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlarmResource parse(BufferedReader text) {
        var definitions = new LinkedHashMap<String, String>();
        var lines = new ArrayList<String>();
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("@")) {
                var parts = line.substring(1).split("=", 2);
                definitions.put(parts[0].strip(), parts[1].strip());
            } else if (!line.isEmpty() && !line.startsWith("# ")) {
                lines.add(line);
            }
        }
        return new AlarmResource(definitions, lines);
    }
}
