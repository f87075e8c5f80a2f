package io.github.dl4jprimer.runtime;

import java.io.ObjectInputFilter;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sets up the native side of DL4J once, before ND4J loads.
 *
 * <pre>{@code
 * NativeRuntime.prepare(); // the first line of your main method
 * }</pre>
 *
 * <p>It chooses threads, waiting policy, libnd4j build, OpenBLAS kernels and ND4J's caches ({@link
 * NativeSettings}), keeps Java deserialisation to the classes a DL4J model needs, and keeps the
 * libraries' start-up chatter out of the console. Everything the user has set already is left as it
 * is. A second call changes nothing.
 *
 * <p>JDK 24 and later warn once that JavaCPP uses {@code sun.misc.Unsafe}, which a program cannot
 * turn off from within: start such a JVM with {@code -Dsun.misc.unsafe.memory.access=allow
 * --enable-native-access=ALL-UNNAMED}, as the {@code primer} script does.
 */
public final class NativeRuntime {
    /**
     * What Java deserialisation may load: DL4J runs it on {@code preprocessor.bin} inside model
     * files, which would let a file run code.
     */
    private static final String DESERIALISATION_FILTER =
            "java.lang.*;org.nd4j.linalg.dataset.api.**;!*";

    private NativeRuntime() {}

    /**
     * Prepares the native side.
     *
     * @return what was set, and why
     * @throws IllegalArgumentException if one of the {@code PRIMER_} variables cannot be followed
     */
    public static NativeSettings prepare() {
        return Holder.SETTINGS;
    }

    /** Runs the preparation exactly once, whoever asks first. */
    private static final class Holder {
        static final NativeSettings SETTINGS = apply();
    }

    private static NativeSettings apply() {
        quietLogs();
        var processor = Processor.current();
        var settings =
                NativeSettings.choose(
                        processor,
                        NativeLibraries.find(processor),
                        System.getenv(),
                        systemProperties());
        NativeEnvironment.set(settings.environment());
        settings.properties().forEach(System::setProperty);
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(
                    ObjectInputFilter.Config.createFilter(DESERIALISATION_FILTER));
        }
        return settings;
    }

    private static void quietLogs() {
        var loader = NativeRuntime.class.getClassLoader();
        if (loader.getResource("logback.xml") == null
                && loader.getResource("logback-test.xml") == null
                && System.getProperty("logback.configurationFile") == null) {
            System.setProperty(
                    "logback.configurationFile", "io/github/dl4jprimer/runtime/logback.xml");
        }
    }

    private static Map<String, String> systemProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }
}
