package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dl4jprimer.data.Synthetic;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.indexing.NDArrayIndex;

class AugmentationTest {
    private final Augmentation experiment = new Augmentation();

    @Test
    void noisyCopiesFollowTheRowsUnderTheSameTargets() {
        var rows = Synthetic.moons(10, 0.1, 1);
        var more = AugmentationData.noisy(rows, experiment.settings(), 2, 1);
        assertEquals(30, more.size());
        var first = more.features().get(NDArrayIndex.interval(0, 10), NDArrayIndex.all());
        assertEquals(rows.features(), first.dup());
        var second = more.features().get(NDArrayIndex.interval(10, 20), NDArrayIndex.all());
        assertNotEquals(rows.features(), second.dup());
        for (int i = 0; i < 30; i++) {
            assertEquals(rows.classes()[i % 10], more.classes()[i]);
        }
    }

    @Test
    void withoutCopiesTheRowsStayAsTheyAre() {
        var rows = Synthetic.moons(4, 0.1, 1);
        var same = AugmentationData.noisy(rows, experiment.settings(), 0, 1);
        assertEquals(rows.features(), same.features());
    }

    @Test
    void rewordedLinesKeepTheirLabels() {
        var examples =
                List.of(
                        new TextExample("磁盘使用率超过95%", "disk"),
                        new TextExample("内存不足，服务重启", "memory"));
        var lines = TextDataset.of("lines", examples, "checksum");
        var more = AugmentationData.reworded(lines, 3, 1);
        assertEquals(8, more.size());
        assertEquals(examples, more.examples().subList(0, 2));
        int[] classes = more.classes();
        int disk = classes[0];
        int memory = classes[1];
        assertArrayEquals(
                new int[] {disk, memory, disk, disk, disk, memory, memory, memory}, classes);
    }
}
