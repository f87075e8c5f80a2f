package io.github.dl4jprimer.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextAugmentationTest {
    private static final Synonyms TABLE = Synonyms.parse("磁盘\t硬盘\n!\t未\n# a comment\n");
    private static final String LINE = "主机db-01.prod磁盘使用率超过95%未恢复";

    @Test
    void aWordIsReplacedByItsSynonymAsOftenAsAsked() {
        var augmentation = new TextAugmentation(0.3, 0, 0, TABLE, 1);
        long replaced =
                IntStream.range(0, 2000)
                        .mapToObj(n -> augmentation.copy("磁盘满", n))
                        .filter("硬盘满"::equals)
                        .count();
        assertEquals(0.3, replaced / 2000.0, 0.04);
    }

    @Test
    void onlySingleCharactersAreDroppedAndNeverThoseThatCarryTheMeaning() {
        var augmentation = new TextAugmentation(0, 0.5, 0, TABLE, 1);
        var seen = new HashSet<Integer>();
        for (int n = 0; n < 200; n++) {
            var copy = augmentation.copy(LINE, n);
            for (String kept : List.of("db-01.prod", "磁盘", "95%", "未")) {
                assertTrue(copy.contains(kept), copy);
            }
            seen.add(copy.length());
        }
        assertTrue(seen.size() > 3, seen.toString());
    }

    @Test
    void swappingMovesNeighboursAndLosesNothing() {
        var augmentation = new TextAugmentation(0, 0, 0.5, TABLE, 1);
        var copies = new HashSet<String>();
        for (int n = 0; n < 100; n++) {
            var copy = augmentation.copy("一二三四", n);
            assertEquals(Set.of('一', '二', '三', '四'), characters(copy));
            copies.add(copy);
        }
        assertTrue(copies.contains("一二三四") && copies.contains("二一三四"), copies.toString());
        assertEquals("磁盘未db", augmentation.copy("磁盘未db", 1));
    }

    @Test
    void copiesAreAPureFunctionOfSeedTextAndNumber() {
        var augmentation = TextAugmentation.usual(5);
        assertEquals(augmentation.copy(LINE, 2), TextAugmentation.usual(5).copy(LINE, 2));
        var copies = augmentation.copies(List.of(LINE, "内存不足"), 20);
        assertEquals(40, copies.size());
        assertEquals(augmentation.copy(LINE, 1), copies.get(0));
        assertTrue(new HashSet<>(copies).size() > 10);
        assertNotEquals(copies, TextAugmentation.usual(6).copies(List.of(LINE, "内存不足"), 20));
    }

    @Test
    void aTextIsNeverEmptied() {
        var augmentation = new TextAugmentation(0, 0.99, 0, TABLE, 1);
        assertTrue(IntStream.range(0, 50).allMatch(n -> !augmentation.copy("满了", n).isEmpty()));
        assertEquals("", augmentation.copy("", 1));
    }

    @Test
    void theShippedTableHasNoWordInTwoGroupsAndKeepsNoSynonym() {
        var table = Synonyms.shipped();
        var seen = new HashSet<String>();
        for (var group : table.groups()) {
            group.forEach(word -> assertTrue(seen.add(word), word));
            group.forEach(word -> assertTrue(!table.keeps(word), word));
        }
        assertTrue(table.groups().size() >= 50);
        assertTrue(table.keeps("未") && table.keeps("恢复"));
    }

    @Test
    void longerWordsWinAndCaseDoesNotMatter() {
        var table = Synonyms.parse("内存\tmemory\n堆内存\theap\n");
        var augmentation = new TextAugmentation(0.99, 0, 0, table, 1);
        assertEquals("堆内存", augmentation.copy("HEAP", 1));
        assertEquals("heap", augmentation.copy("堆内存", 1));
        assertEquals("heaps", augmentation.copy("heaps", 1));
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertMessage(
                "replace must be at least 0 and below 1, got 1.0. 0.3 is usual.",
                () -> new TextAugmentation(1, 0, 0, TABLE, 1));
        assertMessage(
                "drop must be at least 0 and below 1, got -0.1. 0.05 is usual.",
                () -> new TextAugmentation(0, -0.1, 0, TABLE, 1));
        assertMessage(
                "group must be at least two words, got [磁盘]. Add a synonym.",
                () -> Synonyms.parse("磁盘\n"));
    }

    private static Set<Character> characters(String text) {
        var set = new HashSet<Character>();
        text.chars().forEach(c -> set.add((char) c));
        return set;
    }

    private static void assertMessage(
            String message, org.junit.jupiter.api.function.Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
