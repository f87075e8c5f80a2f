package io.github.dl4jprimer.exercises.week1;

import io.github.dl4jprimer.exercise.Expect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks w1-rule-baseline. */
class RuleBaselineCheck {
    @Test
    void chineseKeywordsDecide() {
        classified("磁盘使用率超过95%", "disk");
        classified("网络丢包率上升", "network");
        classified("进程异常退出", "other");
    }

    @Test
    void englishKeywordsDecideInEitherCase() {
        classified("host-7 CPU load high", "cpu");
        classified("host-7 cpu load high", "cpu");
        classified("DISK full", "disk");
        classified("Network unreachable", "network");
    }

    @Test
    void theFirstRuleWins() {
        Expect.that("RuleBaseline.classify(\"CPU 等待磁盘\")", () -> RuleBaseline.classify("CPU 等待磁盘"))
                .looksLike("wrong-order", "cpu")
                .is("disk");
        classified("", "other");
    }

    @Test
    void accuracyIsAShare() {
        accuracy(List.of("disk", "cpu", "cpu"), List.of("disk", "cpu", "other"), 2 / 3.0);
        accuracy(List.of("disk", "cpu"), List.of("disk", "cpu"), 1);
        accuracy(List.of("disk"), List.of("cpu"), 0);
    }

    @Test
    void nothingToClassifyIsAccuracyZero() {
        accuracy(List.of(), List.of(), 0);
    }

    @Test
    void labelsAreComparedByTheirText() {
        var built = "di".concat("sk");
        Expect.that(
                        "RuleBaseline.accuracy([\"disk\"], [new String(\"disk\")])",
                        () -> RuleBaseline.accuracy(List.of("disk"), List.of(built)))
                .looksLike("compared-by-identity", 0.0)
                .is(1.0);
    }

    private static void classified(String line, String expected) {
        Expect.that("RuleBaseline.classify(\"" + line + "\")", () -> RuleBaseline.classify(line))
                .looksLikeIf("case-sensitive", got -> got.equals("other") && !line.isEmpty())
                .is(expected);
    }

    private static void accuracy(List<String> predicted, List<String> actual, double expected) {
        Expect.that(
                        "RuleBaseline.accuracy(%s, %s)".formatted(predicted, actual),
                        () -> RuleBaseline.accuracy(predicted, actual))
                .looksLikeIf("whole-number-division", got -> expected % 1 > 0 && got % 1 == 0)
                .is(expected);
    }
}
