package io.github.dl4jprimer.course.week4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.LabBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final List<String> VOCABULARY =
            List.of("[UNK]", "[CLS]", "[SEP]", "[MASK]", "磁", "盘", "disk");

    @TempDir private Path folder;

    /** Of the six tokens of the two lines 坏 and 崩 are unknown. */
    @Test
    void theShareOfUnknownTokensAndTheMeanLengthAreCounted() {
        var size = Tokens.Size.of(2, List.of("磁盘", "磁盘满"), List.of("磁盘坏", "盘磁崩"));
        assertEquals(2 / 6.0, size.unknown(), 1e-12);
        assertEquals(3, size.length(), 1e-12);
        assertEquals(5 + 2, size.tokenizer().vocabulary().size());
    }

    @Test
    void eachKindOfPieceIsNamed() {
        var kinds = new ArrayList<String>();
        LabBench.found(
                lab -> {
                    for (var piece : List.of("[CLS]", "[SEP]", "[UNK]", "##1", "盘", "disk", "%")) {
                        kinds.add(Tokens.kind(lab, piece));
                    }
                });
        assertEquals(
                List.of(
                        "begins the line, stands for all of it",
                        "ends the line",
                        "not in the vocabulary",
                        "continues the piece before",
                        "a Chinese character, a word by itself",
                        "a word or the beginning of one",
                        "a mark, a word by itself"),
                kinds);
    }

    @Test
    void theOtherTokenizerDropsWhatItDoesNotKnow() {
        assertEquals(List.of("磁", "盘", "disk"), Dl4jPieces.of(VOCABULARY, "磁盘坏 disk"));
    }

    @Test
    void aSentenceWithoutUnknownCharactersShowsNothing() {
        var experiment = new Tokens();
        var plain = experiment.quick().changed("sentence", "磁盘告警");
        var claims = LabBench.run(experiment, plain, folder).claims();
        assertFalse(claims.get(2).holds());
        var rare = experiment.quick().changed("sentence", "磁盘囧囧");
        assertTrue(LabBench.run(experiment, rare, folder).claims().get(2).holds());
    }
}
