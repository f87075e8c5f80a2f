package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingLinesTest {
    private static final KeywordRules RULES = KeywordRules.parse("disk: 磁盘\nnetwork: 网络", "disk");
    private static final List<String> LABELS = List.of("disk", "network", "normal");

    private static final TextDataset TEST =
            new TextDataset(
                    "five",
                    List.of(
                            new TextExample("磁盘满", "disk"),
                            new TextExample("磁盘告警邮件发不出", "network"),
                            new TextExample("磁盘已恢复", "normal"),
                            new TextExample("网络抖动", "network"),
                            new TextExample("磁盘清理完毕", "normal")),
                    LABELS,
                    "none");

    @Test
    void recoveriesComeFirstThenMisledLinesThenThoseOnlyTheRulesGetRight() {
        int[] predicted = {0, 1, 2, 0, 2};
        assertEquals(List.of(2, 1, 3), new TellingLines(TEST, RULES, predicted).rows());
    }

    @Test
    void linesOnWhichBothAgreeAreLeftOut() {
        int[] asTheRules = {0, 0, 0, 1, 0};
        assertEquals(List.of(), new TellingLines(TEST, RULES, asTheRules).rows());
    }
}
