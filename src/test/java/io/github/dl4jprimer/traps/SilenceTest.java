package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SilenceTest {
    /** What standard output and standard error of this process lead to. */
    private static List<String> targets() {
        try {
            return List.of(
                    Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString(),
                    Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long openFiles() {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bothStreamsLeadNowhereMeanwhileAndBackAfterwards() {
        var before = targets();
        assertEquals(List.of("/dev/null", "/dev/null"), Silence.during(SilenceTest::targets));
        assertEquals(before, targets());
    }

    @Test
    void anExceptionPassesAndTheStreamsComeBack() {
        var before = targets();
        var error =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Silence.during(
                                        () -> {
                                            throw new IllegalStateException("heard");
                                        }));
        assertEquals("heard", error.getMessage());
        assertEquals(before, targets());
    }

    @Test
    void silenceWithinSilenceEndsWithTheOuterOne() {
        assertEquals(
                List.of("/dev/null", "/dev/null"),
                Silence.during(
                        () -> {
                            Silence.during(() -> 1);
                            return targets();
                        }));
    }

    @Test
    void noFileIsLeftOpen() {
        Silence.during(() -> 1);
        long before = openFiles();
        for (int i = 0; i < 20; i++) {
            Silence.during(() -> 1);
        }
        assertEquals(before, openFiles());
    }
}
