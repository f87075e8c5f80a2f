package io.github.dl4jprimer.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SilenceTest {
    /** What standard output and standard error of this process lead to. */
    private static List<String> targets() {
        return List.of(target(Path.of("/proc/self/fd/1")), target(Path.of("/proc/self/fd/2")));
    }

    /** How many open files lead where the streams lead, or nowhere; others come and go. */
    private static long openStreams() {
        var streams = new ArrayList<>(targets());
        streams.add("/dev/null");
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(file -> streams.contains(target(file))).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed since";
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
        long before = openStreams();
        for (int i = 0; i < 20; i++) {
            Silence.during(() -> 1);
        }
        assertEquals(before, openStreams());
    }
}
