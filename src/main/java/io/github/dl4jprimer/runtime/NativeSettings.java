package io.github.dl4jprimer.runtime;

import io.github.dl4jprimer.language.Language;
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
 * @param reasons what is set and why, in the order in which it was chosen
 * @see NativeRuntime
 */
public record NativeSettings(
        Map<String, String> environment, Map<String, String> properties, List<Reason> reasons) {
    /**
     * Why something is set as it is.
     *
     * @param setting name and value, {@code OMP_NUM_THREADS=2}
     * @param zh the reason in Chinese
     * @param en the reason in English
     */
    public record Reason(String setting, String zh, String en) {
        /** Returns one line: the setting, and the reason in brackets. */
        public String line(Language language) {
            return language.choose(setting + "（" + zh + "）", setting + " (" + en + ")");
        }
    }

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
        chosen.variable(
                "OMP_NUM_THREADS", threads, "逐元素运算的线程数", "threads for element-wise operations");
        chosen.variable(
                "OPENBLAS_NUM_THREADS",
                environment.containsKey(THREADS)
                        ? threads
                        : environment.getOrDefault("OMP_NUM_THREADS", threads),
                "矩阵乘法的线程数",
                "threads for matrix products");
        chosen.variable(
                "OMP_WAIT_POLICY",
                "passive",
                "空闲线程休眠，不空转",
                "idle threads sleep instead of spinning");
        chosen.variable(
                "OPENBLAS_THREAD_TIMEOUT",
                "4",
                "OpenBLAS 的空闲线程立即休眠",
                "OpenBLAS's idle threads sleep at once");
        if (processor.vendor().equals("AuthenticAMD") && processor.hasAvx512()) {
            chosen.variable(
                    "OPENBLAS_CORETYPE",
                    "SKYLAKEX",
                    "OpenBLAS 0.3.19 会把支持 AVX-512 的 AMD 处理器当成旧型号",
                    "OpenBLAS 0.3.19 takes AMD processors with AVX-512 for older ones");
        }
        var build = build(processor, libraries.builds(), environment);
        if (!build.equals("base")) {
            chosen.property(
                    EXTENSION,
                    "-" + build,
                    "本机能运行的最快的 libnd4j 构建",
                    "the fastest libnd4j build that runs here");
        }
        chosen.property(
                "org.bytedeco.javacpp.maxPhysicalBytes",
                "0",
                "否则 JavaCPP 每次分配内存都要读 /proc",
                "JavaCPP would read /proc at every allocation");
        if (!libraries.hasGpuBackend()) {
            chosen.property(
                    "shapeinfoprovider",
                    ShapeCache.class.getName(),
                    "否则 ND4J 会为每个数组重新生成形状描述",
                    "ND4J would describe the shape of every array anew");
            chosen.property(
                    "opexec",
                    PreparedExecutioner.class.getName(),
                    "否则 ND4J 会自行决定线程数、为很小的数组唤醒所有线程，并在每次运算时重新计算子数组",
                    "ND4J would choose its own threads, wake them all for the smallest array, and"
                            + " work out sub-arrays at every operation");
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
        private final List<Reason> reasons = new ArrayList<>();

        Chooser(Map<String, String> givenVariables, Map<String, String> givenProperties) {
            this.givenVariables = givenVariables;
            this.givenProperties = givenProperties;
        }

        void variable(String name, String value, String zh, String en) {
            set(name, value, zh, en, givenVariables, variables);
        }

        void property(String name, String value, String zh, String en) {
            set(name, value, zh, en, givenProperties, properties);
        }

        private void set(
                String name,
                String value,
                String zh,
                String en,
                Map<String, String> given,
                Map<String, String> target) {
            if (given.containsKey(name)) {
                reasons.add(new Reason(name + "=" + given.get(name), "由您设置", "set by you"));
            } else {
                target.put(name, value);
                reasons.add(new Reason(name + "=" + value, zh, en));
            }
        }

        NativeSettings settings() {
            return new NativeSettings(variables, properties, reasons);
        }
    }
}
