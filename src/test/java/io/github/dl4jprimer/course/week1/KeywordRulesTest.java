package io.github.dl4jprimer.course.week1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeywordRulesTest {
    private static final KeywordRules RULES =
            KeywordRules.parse("normal: 恢复\ndisk: 磁盘 no_space\nnetwork: 网络", "application");

    @Test
    void theFirstRuleThatMatchesDecides() {
        assertEquals("disk", RULES.classify("磁盘告警，网络正常"));
        assertEquals("normal", RULES.classify("磁盘告警已恢复"));
    }

    @Test
    void aLineWithoutAKeywordGoesToTheLastResort() {
        assertEquals("application", RULES.classify("订单提交失败"));
    }

    @Test
    void capitalsAndFullWidthLettersAreReadAsOrdinaryOnes() {
        assertEquals("disk", RULES.classify("Ｎｏ Ｓｐａｃｅ left on device"));
        assertEquals("disk", RULES.classify("NO SPACE LEFT"));
    }

    @Test
    void accuracyIsTheShareOfLinesClassifiedRight() {
        var data =
                TextDataset.of(
                        "three",
                        List.of(
                                new TextExample("磁盘满", "disk"),
                                new TextExample("网络不通", "network"),
                                new TextExample("写不进去了", "disk")),
                        "none");
        assertEquals(2 / 3.0, RULES.accuracy(data), 1e-12);
    }

    @Test
    void theAlarmRulesNameEveryClassOnce() {
        var named = KeywordRules.alarms().rules().stream().map(KeywordRules.Rule::label).toList();
        assertEquals(named.size(), named.stream().distinct().count());
        var classes = Datasets.alarms().train().labels();
        assertEquals(
                classes.stream().sorted().collect(Collectors.joining(" ")),
                named.stream().sorted().collect(Collectors.joining(" ")));
    }

    @Test
    void theAlarmRulesAreABaselineWorthBeatingButNotTheAnswer() {
        var alarms = Datasets.alarms();
        double known = KeywordRules.alarms().accuracy(alarms.train());
        double unseen = KeywordRules.alarms().accuracy(alarms.test());
        assertTrue(known > 0.55, "known phrasings " + known);
        assertTrue(unseen > 0.4 && unseen < 0.85, "unseen phrasings " + unseen);
    }
}
