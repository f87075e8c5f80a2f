package io.github.dl4jprimer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code primer} in a folder of its own, with a Java that tells what it was given. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    @TempDir private Path folder;

    @BeforeEach
    void make() throws IOException {
        Files.copy(Path.of("primer"), folder.resolve("primer"));
        var java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho \"LC_ALL=$LC_ALL\" \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.createDirectories(folder.resolve("target"));
        Files.createFile(folder.resolve("target/dl4j-primer.jar"));
    }

    @Test
    void withoutALocaleFileNamesAreUtf8() throws Exception {
        assertTrue(output(Map.of()).startsWith("LC_ALL=C.UTF-8 "));
        assertTrue(output(Map.of("LC_ALL", "C")).startsWith("LC_ALL=C.UTF-8 "));
        assertTrue(output(Map.of("LANG", "no_SUCH.UTF-8")).startsWith("LC_ALL=C.UTF-8 "));
    }

    @Test
    void aLocaleThatWorksIsLeftAlone() throws Exception {
        assertTrue(output(Map.of("LANG", "C.UTF-8")).startsWith("LC_ALL= "));
    }

    @Test
    void argumentsArePassedOnAsTheyAre() throws Exception {
        var jar = folder.toRealPath().resolve("target/dl4j-primer.jar");
        assertTrue(output(Map.of()).endsWith("-jar " + jar + " tokenize 磁盘 满 $x\n"));
    }

    @Test
    void theArchiveOfClassesIsUsedIfThereIsOne() throws Exception {
        assertFalse(output(Map.of()).contains("SharedArchiveFile"));
        var archive = Files.createFile(folder.toRealPath().resolve("target/dl4j-primer.jsa"));
        assertTrue(output(Map.of()).contains(" -XX:SharedArchiveFile=" + archive + " "));
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        Files.delete(folder.resolve("target/dl4j-primer.jar"));
        assertEquals(
                "target/dl4j-primer.jar must exist, found none. Build it: make build\n",
                output(Map.of()));
    }

    private String output(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("./primer", "tokenize", "磁盘 满", "$x");
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", path);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        var process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
