package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final Sentence SENTENCE = Sentence.of("写日志写盘", 4, 1);

    @Test
    void aCharacterHasTheSameVectorWhereverItStands() {
        var embeddings = SENTENCE.embeddings();
        assertEquals(embeddings.getRow(0), embeddings.getRow(3));
        assertNotEquals(embeddings.getRow(0), embeddings.getRow(1));
        assertArrayEquals(new long[] {5, 4}, embeddings.shape());
    }

    @Test
    void theSeedDecidesTheVectors() {
        assertEquals(SENTENCE.embeddings(), Sentence.of("写日志写盘", 4, 1).embeddings());
        assertNotEquals(SENTENCE.embeddings(), Sentence.of("写日志写盘", 4, 2).embeddings());
    }

    @Test
    void charactersAreNumberedFromOne() {
        assertArrayEquals(new String[] {"1 写", "2 日", "3 志", "4 写", "5 盘"}, SENTENCE.numbered());
    }

    @Test
    void replacingTheLastCharacterLeavesTheOthers() {
        var before = SENTENCE.embeddings();
        var after = SENTENCE.withLastReplaced(9).embeddings();
        assertEquals(before.getRow(3), after.getRow(3));
        assertNotEquals(before.getRow(4), after.getRow(4));
        assertEquals(SENTENCE.embeddings(), before);
    }
}
