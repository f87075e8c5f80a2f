package io.github.dl4jprimer.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processor as far as the choice of native code depends on it.
 *
 * @param platform JavaCPP's name, for example {@code linux-x86_64} or {@code macosx-arm64}
 * @param vendor the maker as the processor states it ({@code AuthenticAMD}, {@code GenuineIntel}),
 *     or an empty string where the system does not tell
 * @param model the model's name, for people
 * @param features instruction sets in Linux's spelling ({@code avx2}, {@code avx512f}); empty where
 *     the system does not tell
 * @param cores the processors this JVM may use, at least 1
 */
public record Processor(
        String platform, String vendor, String model, Set<String> features, int cores) {
    /** The instruction sets that OpenBLAS's SKYLAKEX kernels need. */
    private static final Set<String> SKYLAKE_X =
            Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    /** Copies the feature set and checks the number of cores. */
    public Processor {
        features = Set.copyOf(features);
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1, got " + cores);
        }
    }

    /** Describes the processor this JVM runs on. */
    public static Processor current() {
        var cores = Runtime.getRuntime().availableProcessors();
        return parse(currentPlatform(), linuxProcessorInfo(), cores);
    }

    /** Reads the lines of Linux's {@code /proc/cpuinfo}; other systems pass none. */
    static Processor parse(String platform, List<String> processorInfo, int cores) {
        var features = Set.copyOf(Arrays.asList(field(processorInfo, "flags").split(" ")));
        var model = field(processorInfo, "model name");
        return new Processor(
                platform,
                field(processorInfo, "vendor_id"),
                model.isEmpty() ? platform : model,
                features,
                cores);
    }

    /** Whether the processor has AVX2 and fused multiply-add. */
    public boolean hasAvx2() {
        return features.contains("avx2") && features.contains("fma");
    }

    /** Whether the processor has the AVX-512 subset of Skylake-X servers. */
    public boolean hasAvx512() {
        return features.containsAll(SKYLAKE_X);
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name) && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static List<String> linuxProcessorInfo() {
        try {
            var file = Path.of("/proc/cpuinfo");
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // a guess without features is safe: it selects the base build
        }
    }

    private static String currentPlatform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.startsWith("mac") ? "macosx" : os.startsWith("win") ? "windows" : "linux";
        var architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system
                + "-"
                + switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> architecture;
                };
    }

    /** The features as one sorted line, for reports. */
    String featureLine() {
        return features.stream()
                .filter(f -> f.startsWith("avx") || f.equals("fma"))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
