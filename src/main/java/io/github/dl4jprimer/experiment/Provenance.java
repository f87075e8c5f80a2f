package io.github.dl4jprimer.experiment;

import io.github.dl4jprimer.runtime.Processor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.factory.Nd4j;

/** On what machine, and with what software, numbers were made. */
public final class Provenance {
    private static final String DL4J =
            "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";

    private Provenance() {}

    /** Returns all of it as text, in the order a reader wants it. */
    public static Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>(versions());
        machine().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        facts.put("commit", commit());
        return facts;
    }

    /** Returns processor, cores, threads and operating system. */
    static Map<String, Object> machine() {
        var processor = Processor.current();
        var machine = new LinkedHashMap<String, Object>();
        machine.put("processor", processor.model());
        machine.put("cores", processor.cores());
        machine.put("threads", Nd4j.getEnvironment().maxThreads());
        machine.put("build", System.getProperty("org.bytedeco.javacpp.platform.extension", ""));
        machine.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return machine;
    }

    /** Returns the versions of this project, DL4J and Java. */
    static Map<String, String> versions() {
        var own = Provenance.class.getPackage().getImplementationVersion();
        var versions = new LinkedHashMap<String, String>();
        versions.put("dl4j-primer", own == null ? "development" : own);
        versions.put("deeplearning4j", deeplearning4j());
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /** Returns the git commit of the working directory, or an empty string if there is none. */
    static String commit() {
        try {
            var process =
                    new ProcessBuilder("git", "rev-parse", "HEAD")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return ""; // no git on this machine
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String deeplearning4j() {
        try (var in = Provenance.class.getResourceAsStream(DL4J)) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
