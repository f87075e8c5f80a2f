package io.github.dl4jprimer.runtime;

import com.sun.management.OperatingSystemMXBean;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.Check.Status;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.nd4j.linalg.factory.Nd4j;

/** Finds what a machine lacks to run the course, and names the command that mends it. */
public final class Doctor {
    private static final long GIB = 1L << 30;
    private static final long MEMORY_NEEDED = 3 * GIB;
    private static final long MEMORY_WISHED = 7 * GIB / 2;
    private static final long DISK_NEEDED = GIB;

    private final Language language;

    /** Makes a doctor that speaks {@code language}. */
    public Doctor(Language language) {
        this.language = language;
    }

    /** Looks at everything, in the order in which it is needed. */
    public List<Check> examine() {
        var memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        return List.of(
                java(ToolProvider.getSystemJavaCompiler() != null),
                platform(Processor.current()),
                memory(memory),
                disk(),
                charts(),
                natives());
    }

    /** A JDK of release 17 or later; the exercises and the notebooks need its compiler. */
    Check java(boolean hasCompiler) {
        var found = Runtime.version() + " (" + System.getProperty("java.home") + ")";
        if (hasCompiler) {
            return Check.good("Java", found);
        }
        return new Check(
                "Java",
                Status.MISSING,
                found + language.choose("，只有 JRE，没有 javac", ", a JRE without javac"),
                "apt-get install openjdk-17-jdk");
    }

    /** A platform for which libnd4j is on the class path. */
    Check platform(Processor processor) {
        var name = language.choose("平台", "platform");
        var found = processor.platform() + ", " + processor.model();
        if (Files.exists(Path.of("/etc/alpine-release"))) {
            return new Check(
                    name,
                    Status.MISSING,
                    found + language.choose("，musl libc（Alpine）", ", musl libc (Alpine)"),
                    language.choose(
                            "换用 Debian 12 等 glibc 系统",
                            "use a system with glibc, such as Debian 12"));
        }
        if (hasNatives(processor.platform())) {
            return Check.good(name, found + ", " + processor.featureLine());
        }
        return new Check(
                name,
                Status.MISSING,
                found + language.choose("，缺少 libnd4j 本地库", ", no libnd4j for it on the class path"),
                switch (processor.platform()) {
                    case "linux-arm64" -> "mvn -Plinux-arm64 package";
                    case "macosx-arm64" -> "mvn -Papple-silicon package";
                    default ->
                            language.choose(
                                    "改用 Linux、macOS 或 Windows 的 64 位机器",
                                    "use a 64-bit machine with Linux, macOS or Windows");
                });
    }

    private static boolean hasNatives(String platform) {
        var folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "/";
        var loader = Doctor.class.getClassLoader();
        return List.of("libnd4jcpu.so", "libnd4jcpu.dylib", "nd4jcpu.dll").stream()
                .anyMatch(library -> loader.getResource(folder + library) != null);
    }

    /** Enough memory for the largest lesson. */
    Check memory(long bytes) {
        var name = language.choose("内存", "memory");
        var found = gibibytes(bytes);
        if (bytes >= MEMORY_WISHED) {
            return Check.good(name, found);
        }
        return new Check(
                name,
                bytes >= MEMORY_NEEDED ? Status.POOR : Status.MISSING,
                found,
                language.choose(
                        "给虚拟机或容器至少 4 GB 内存", "give the machine or container at least 4 GB"));
    }

    /** Room in the user's home, where JavaCPP unpacks the native libraries. */
    private Check disk() {
        var name = language.choose("磁盘", "disk");
        var cache = cache();
        try {
            Files.createDirectories(cache);
            var free = cache.toFile().getUsableSpace(); // a FileStore wants a mount table
            var found = language.choose("可用 ", "free ") + gibibytes(free) + " (" + cache + ")";
            if (free >= DISK_NEEDED && Files.isWritable(cache)) {
                return Check.good(name, found);
            }
            return new Check(name, Status.MISSING, found, elsewhere());
        } catch (IOException e) {
            return new Check(name, Status.MISSING, cache + ": " + e.getMessage(), elsewhere());
        }
    }

    private static Path cache() {
        var chosen = System.getProperty("org.bytedeco.javacpp.cachedir");
        return chosen == null
                ? Path.of(System.getProperty("user.home"), ".javacpp", "cache")
                : Path.of(chosen);
    }

    private static String elsewhere() {
        return "export JAVA_TOOL_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=/path/with/1GB";
    }

    /** AWT's fonts, without which no chart can be drawn; the Chinese font comes with the course. */
    private Check charts() {
        var name = language.choose("图表", "charts");
        System.setProperty("java.awt.headless", "true");
        try {
            var families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
            return Check.good(
                    name,
                    language.choose("自带中文字体，系统字体 ", "Chinese font included, system fonts ")
                            + families.length);
        } catch (RuntimeException | LinkageError | InternalError e) {
            return new Check(
                    name,
                    Status.MISSING,
                    language.choose("Java 找不到字体系统", "Java finds no font system"),
                    "apt-get install fontconfig fonts-dejavu-core libfreetype6");
        }
    }

    /** ND4J itself: loads it and multiplies two matrices. */
    private Check natives() {
        var name = "ND4J";
        try {
            NativeRuntime.prepare();
            var product = Nd4j.eye(2).mmul(Nd4j.ones(2, 2)).sumNumber().doubleValue();
            var extension = System.getProperty("org.bytedeco.javacpp.platform.extension", "");
            var found = "libnd4j " + (extension.isEmpty() ? "base" : extension.substring(1));
            return product == 4
                    ? Check.good(name, found)
                    : new Check(name, Status.MISSING, "1+1=" + product / 2, "rm -r " + cache());
        } catch (RuntimeException | LinkageError e) {
            var cause = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Check(
                    name,
                    Status.MISSING,
                    e.getClass().getSimpleName() + " " + cause,
                    "apt-get install libgomp1 libstdc++6 && rm -rf " + cache());
        }
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
    }
}
