package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlarmResourceTest {
    @Test
    void definitionsAreToldFromLinesAndCommentsLeftOut() {
        var disk = AlarmResource.read("phrasings/disk.txt");
        assertEquals("ext4 | xfs | btrfs | ext3 | gfs2", disk.definitions().get("fs"));
        assertEquals("磁盘使用率超过{pct}%，主机 {host}，分区 {mount}", disk.lines().get(0));
        assertTrue(
                disk.lines().stream().noneMatch(line -> line.startsWith("# ") || line.isBlank()));
    }

    @Test
    void aMissingResourceIsRejected() {
        var error =
                assertThrows(
                        IllegalArgumentException.class, () -> AlarmResource.read("nothing.txt"));
        assertEquals(
                "resource must exist, got none of the name nothing.txt. Add it beside"
                        + " io.github.dl4jprimer.data.alarms.AlarmResource.",
                error.getMessage());
    }
}
