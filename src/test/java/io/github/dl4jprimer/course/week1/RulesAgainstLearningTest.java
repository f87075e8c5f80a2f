package io.github.dl4jprimer.course.week1;

import static io.github.dl4jprimer.course.LabBench.claims;
import static io.github.dl4jprimer.course.LabBench.found;
import static io.github.dl4jprimer.course.LabBench.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.course.week1.RulesAgainstLearning.Learned;
import io.github.dl4jprimer.data.Split;
import io.github.dl4jprimer.data.TextDataset;
import io.github.dl4jprimer.data.TextExample;
import io.github.dl4jprimer.experiment.EvaluationResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesAgainstLearningTest {
    private final KeywordRules rules = KeywordRules.parse("disk: 磁盘", "normal");

    /** The rules get 3 of 4 training lines right, and 2 of 4 test lines. */
    private final Split<TextDataset> alarms =
            new Split<>(
                    lines("磁盘满", "disk", "磁盘坏", "disk", "一切正常", "normal", "磁盘已恢复", "normal"),
                    lines("磁盘慢", "disk"),
                    lines("磁盘只读", "disk", "分区满", "disk", "磁盘告警解除", "normal", "好了", "normal"));

    private static TextDataset lines(String... textsAndLabels) {
        var examples = new java.util.ArrayList<TextExample>();
        for (int i = 0; i < textsAndLabels.length; i += 2) {
            examples.add(new TextExample(textsAndLabels[i], textsAndLabels[i + 1]));
        }
        return new TextDataset("lines", examples, List.of("disk", "normal"), "none");
    }

    private static List<Learned> learned(double train, double... tests) {
        return java.util.Arrays.stream(tests)
                .mapToObj(test -> new Learned(null, accuracy(train), accuracy(test)))
                .toList();
    }

    private static EvaluationResult accuracy(double value) {
        return new EvaluationResult(1, Map.of("accuracy", value), null);
    }

    @Test
    void theClaimNeedsTenPointsMoreThanTheRules() {
        assertEquals(
                List.of(true),
                claims(
                        lab ->
                                RulesAgainstLearning.compare(
                                        lab, alarms, rules, learned(0.9, 0.7, 0.6))));
        assertEquals(
                List.of(false),
                claims(
                        lab ->
                                RulesAgainstLearning.compare(
                                        lab, alarms, rules, learned(0.9, 0.6, 0.58))));
    }

    @Test
    void bothSitTheSameExaminationOnKnownAndOnNewPhrasings() {
        var found =
                found(
                        lab ->
                                RulesAgainstLearning.compare(
                                        lab, alarms, rules, learned(0.9, 0.7, 0.6)));
        assertEquals(List.of("keyword rules", "0.7500", "0.5000"), row(found, 0, 0));
        assertEquals(
                List.of("learned classifier", "0.9000 ± 0", "0.650 ± 0.071"), row(found, 0, 1));
        assertEquals(0.15, found.figures().get("gain"), 1e-12);
        assertEquals(0.6, found.figures().get("learned.test.min"));
    }

    @Test
    void thatKeywordsMisleadIsOnlyClaimedWhereTheNetworkDoesBetter() {
        assertEquals(List.of(true), claims(lab -> RulesAgainstLearning.claimMisled(lab, 0.2, 0.3)));
        assertEquals(
                List.of(false), claims(lab -> RulesAgainstLearning.claimMisled(lab, 0.3, 0.3)));
    }
}
