package io.github.dl4jprimer.course.week2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.experiment.Progress;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class LineSamplerTest {
    private final Lab lab =
            new Lab(
                    Path.of("unused"),
                    new CharacterModel().quick(),
                    1,
                    Language.EN,
                    Progress.SILENT);
    private final ChineseLines lines = ChineseLines.of(lab);
    private final MultiLayerNetwork network = network();

    private MultiLayerNetwork network() {
        var experiment = lines.experiment(lab.settings(), "test", new Sgd(1), 1);
        return (MultiLayerNetwork) experiment.model().create(1);
    }

    /** Makes one character so likely that it is drawn every time. */
    private void favour(int character) {
        network.getParam("2_b").assign(0).putScalar(character, 100);
    }

    @Test
    void theLikelyCharacterIsWrittenUpToTheLength() {
        favour(3);
        var sampler = new LineSampler(lines.characters(), 1, 5);
        sampler.onEpochEnd(network);
        var expected = lines.characters().characters().get(3).repeat(lines.characters().length());
        assertEquals(expected, sampler.lines().get(0));
    }

    @Test
    void theLineEndEndsTheLine() {
        favour(AlarmCharacters.LINE_END);
        var sampler = new LineSampler(lines.characters(), 1, 5);
        sampler.onEpochEnd(network);
        assertEquals("", sampler.lines().get(0));
    }

    @Test
    void theUnknownCharacterIsNeverWritten() {
        favour(AlarmCharacters.UNKNOWN);
        network.getParam("2_b").putScalar(3, 50); // the second likeliest
        var sampler = new LineSampler(lines.characters(), 1, 5);
        sampler.onEpochEnd(network);
        var expected = lines.characters().characters().get(3).repeat(lines.characters().length());
        assertEquals(expected, sampler.lines().get(0));
    }

    @Test
    void theSeedDecidesTheDraws() {
        var first = new LineSampler(lines.characters(), 1, 5);
        var second = new LineSampler(lines.characters(), 1, 5);
        for (int i = 0; i < 3; i++) {
            first.onEpochEnd(network);
            second.onEpochEnd(network);
        }
        assertEquals(first.lines(), second.lines());
        assertEquals(3, first.lines().size());
    }

    @Test
    void linesBeginInChineseAndAreAsManyAsAskedFor() {
        assertEquals(lab.settings().integer("lines"), lines.training().size());
        assertTrue(
                lines.training().texts().stream()
                        .allMatch(text -> Character.isIdeographic(text.codePointAt(0))));
    }
}
