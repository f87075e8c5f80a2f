package io.github.dl4jprimer.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.Check.Status;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private final Doctor doctor = new Doctor(Language.EN);

    @Test
    void aMachineThatRunsTheTestsHasNothingMissing() {
        var checks = doctor.examine();
        assertEquals(6, checks.size());
        for (var check : checks) {
            assertTrue(check.status() != Status.MISSING, check.line(Language.EN));
        }
    }

    @Test
    void aJreIsNamedWithTheCommandThatBringsAJdk() {
        var check = doctor.java(false);
        assertEquals(Status.MISSING, check.status());
        assertTrue(
                check.line(Language.EN)
                        .endsWith(
                                "a JRE without javac. Mend it with: apt-get install"
                                        + " openjdk-17-jdk"));
    }

    @Test
    void tooLittleMemoryIsNamed() {
        assertEquals(Status.MISSING, doctor.memory(2L << 30).status());
        assertEquals(Status.POOR, doctor.memory(3L << 30).status());
        assertEquals(Status.GOOD, doctor.memory(4L << 30).status());
        assertTrue(doctor.memory(2L << 30).found().contains("2.0 GiB"));
    }

    @Test
    void anUnsupportedPlatformIsNamed() {
        var check = doctor.platform(new Processor("linux-riscv64", "", "board", Set.of(), 1));
        assertEquals(Status.MISSING, check.status());
        assertTrue(check.found().contains("no libnd4j"));
        var arm = doctor.platform(new Processor("linux-arm64", "", "board", Set.of(), 1));
        assertEquals("mvn -Plinux-arm64 package", arm.remedy());
    }

    @Test
    void chineseLinesAreChinese() {
        var check = new Doctor(Language.ZH).java(false);
        assertTrue(check.line(Language.ZH).contains("只有 JRE，没有 javac。请执行：apt-get"));
    }
}
