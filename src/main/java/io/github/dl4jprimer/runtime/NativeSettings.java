package io.github.dl4jprimer.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is set before ND4J's native libraries load, each setting with its reason.
 *
 * <p>A pure function of the processor, of the native builds on the class path and of the
 * environment, so that every machine's case can be tested on any machine. A value that the user has
 * already set, as an environment variable or as a system property, always wins.
 *
 * @param environment environment variables for libgomp and OpenBLAS
 * @param properties Java system properties for JavaCPP
 * @param reasons one line a setting: name, value, why
 * @see NativeRuntime
 */
public record NativeSettings(
        Map<String, String> environment, Map<String, String> properties, List<String> reasons) {
    /** Overrides the number of threads of every native library. */
    public static final String THREADS = "PRIMER_THREADS";

    /** Overrides the libnd4j build: {@code base}, {@code onednn-avx2} or {@code onednn-avx512}. */
    public static final String BUILD = "PRIMER_BUILD";

    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    /** Copies the collections. */
    public NativeSettings {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
        reasons = List.copyOf(reasons);
    }

    /**
     * Chooses the settings.
     *
     * @param processor the processor
     * @param libraries what of ND4J's native side is on the class path
     * @param environment the process's environment
     * @param properties the JVM's system properties
     * @throws IllegalArgumentException if an override cannot be followed
     */
    static NativeSettings choose(
            Processor processor,
            NativeLibraries libraries,
            Map<String, String> environment,
            Map<String, String> properties) {
        var chosen = new Chooser(environment, properties);
        var threads = String.valueOf(threads(processor, environment));
        chosen.variable("OMP_NUM_THREADS", threads, "threads for element-wise operations");
        chosen.variable("OPENBLAS_NUM_THREADS", threads, "threads for matrix products");
        chosen.variable("OMP_WAIT_POLICY", "passive", "idle threads sleep instead of spinning");
        chosen.variable("OPENBLAS_THREAD_TIMEOUT", "4", "OpenBLAS's idle threads sleep at once");
        if (processor.vendor().equals("AuthenticAMD") && processor.hasAvx512()) {
            chosen.variable(
                    "OPENBLAS_CORETYPE",
                    "SKYLAKEX",
                    "OpenBLAS 0.3.19 takes AMD processors with AVX-512 for older ones");
        }
        var build = build(processor, libraries.builds(), environment);
        if (!build.equals("base")) {
            chosen.property(EXTENSION, "-" + build, "the fastest libnd4j build that runs here");
        }
        chosen.property(
                "org.bytedeco.javacpp.maxPhysicalBytes",
                "0",
                "JavaCPP would read /proc at every allocation");
        if (!libraries.hasGpuBackend()) {
            chosen.property(
                    "shapeinfoprovider",
                    ShapeCache.class.getName(),
                    "ND4J would describe the shape of every array anew");
            chosen.property(
                    "opexec",
                    PreparedExecutioner.class.getName(),
                    "ND4J would choose its own threads, and work out sub-arrays at every"
                            + " operation");
        }
        return chosen.settings();
    }

    private static int threads(Processor processor, Map<String, String> environment) {
        var text = environment.get(THREADS);
        if (text == null) {
            return processor.cores();
        }
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    THREADS + " must be a number from 1 to 9999, got " + text + ". Unset it.");
        }
        return Integer.parseInt(text);
    }

    private static String build(
            Processor processor, Set<String> builds, Map<String, String> environment) {
        var wanted = environment.get(BUILD);
        if (wanted != null) {
            if (!wanted.equals("base") && !builds.contains(wanted)) {
                throw new IllegalArgumentException(
                        "%s must be base or one of the builds on the class path %s, got %s. Unset it."
                                .formatted(BUILD, builds, wanted));
            }
            return wanted;
        }
        if (processor.hasAvx512() && builds.contains("onednn-avx512")) {
            return "onednn-avx512";
        }
        return processor.hasAvx2() && builds.contains("onednn-avx2") ? "onednn-avx2" : "base";
    }

    /** Collects settings that the user has not made. */
    private static final class Chooser {
        private final Map<String, String> givenVariables;
        private final Map<String, String> givenProperties;
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<String> reasons = new ArrayList<>();

        Chooser(Map<String, String> givenVariables, Map<String, String> givenProperties) {
            this.givenVariables = givenVariables;
            this.givenProperties = givenProperties;
        }

        void variable(String name, String value, String why) {
            set(name, value, why, givenVariables, variables);
        }

        void property(String name, String value, String why) {
            set(name, value, why, givenProperties, properties);
        }

        private void set(
                String name,
                String value,
                String why,
                Map<String, String> given,
                Map<String, String> target) {
            if (given.containsKey(name)) {
                reasons.add(name + "=" + given.get(name) + " (set by you)");
            } else {
                target.put(name, value);
                reasons.add(name + "=" + value + " (" + why + ")");
            }
        }

        NativeSettings settings() {
            return new NativeSettings(variables, properties, reasons);
        }
    }
}
