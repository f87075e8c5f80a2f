package io.github.dl4jprimer.bench.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of this process in memory, heap and all native memory, as Linux counts them. */
final class ResidentMemory {
    /** Where Linux tells it. */
    static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** Returns the bytes now. */
    static long now() {
        return field("VmRSS:");
    }

    /** Returns the most bytes so far. */
    static long peak() {
        return field("VmHWM:");
    }

    private static long field(String name) {
        try {
            var kilobytes =
                    Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith(name))
                            .map(line -> line.replaceAll("\\D", ""))
                            .findFirst()
                            .orElseThrow();
            return Long.parseLong(kilobytes) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
