package io.github.dl4jprimer.data.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlarmCorpusTest {
    @Test
    void everyTopicHasEightyClauses() {
        for (var topic : Phrasings.CLASSES) {
            assertTrue(new AlarmCorpus(topic).clauses().size() >= 80, topic);
        }
    }

    @Test
    void linesAreDistinctAndDecidedByTheSeed() {
        var corpus = new AlarmCorpus("cpu");
        assertEquals(300, corpus.draw(300, 1).size());
        assertEquals(corpus.draw(50, 1), new AlarmCorpus("cpu").draw(50, 1));
        assertTrue(!corpus.draw(50, 1).equals(corpus.draw(50, 2)));
    }
}
