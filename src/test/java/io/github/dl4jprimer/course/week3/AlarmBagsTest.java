package io.github.dl4jprimer.course.week3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmBagsTest {
    @Test
    void samplesSoManyLinesOfEachClassAndDrawsThemBySeed() {
        var lines = lines("磁盘", "内存", 20);
        var some = AlarmBags.sample(lines, 5, 1);
        assertEquals(10, some.size());
        assertEquals(5, some.examples().stream().filter(e -> e.label().equals("a")).count());
        assertEquals(some.examples(), AlarmBags.sample(lines, 5, 1).examples());
        assertNotEquals(some.examples(), AlarmBags.sample(lines, 5, 2).examples());
    }

    @Test
    void theVocabularyKnowsNothingOfUnseenLines() {
        var unseen = lines("证书", "网络", 4);
        var bags = AlarmBags.of(new Split<>(lines("磁盘", "内存", 4), unseen, unseen), 100);
        assertTrue(bags.ngrams().ngrams().contains("磁盘"));
        assertFalse(bags.ngrams().ngrams().contains("证书"));
        assertEquals(bags.ngrams().size(), bags.validation().inputColumns());
    }

    private static TextDataset lines(String first, String second, int each) {
        var examples = new ArrayList<TextExample>();
        for (int i = 0; i < each; i++) {
            examples.add(new TextExample(first + "告警" + (char) ('a' + i), "a"));
            examples.add(new TextExample(second + "告警" + (char) ('a' + i), "b"));
        }
        return new TextDataset("lines", examples, List.of("a", "b"), "checksum");
    }
}
