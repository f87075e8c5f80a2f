package io.github.dl4jprimer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.traps.Evidence;
import io.github.dl4jprimer.traps.Outcome;
import io.github.dl4jprimer.traps.Trap;
import io.github.dl4jprimer.traps.Traps;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrapPagesTest {
    private static final Trap POLY = Traps.named("t-poly-schedule");
    private static final Evidence BITES = Evidence.of(0.15000000000000002, 0.05);

    private final StringWriter out = new StringWriter();

    private TrapPages pages(Language language) {
        return new TrapPages(new PrintWriter(out), language, 80);
    }

    private void assertTold(String expected) {
        assertEquals(expected, out.toString());
    }

    @Test
    void inShortATrapIsItsTitleItsNumbersAndWhatToDo() {
        pages(Language.EN).brief(POLY, BITES);
        assertTold(
                """
                ✗ PolySchedule raises the learning rate  [t-poly-schedule]
                    DL4J gives 0.15, right is 0.05: the rate after 50 of 100 steps, from 0.1,
                    power 1
                    → WarmupLinear, without warm-up if none is wanted.
                """);
    }

    @Test
    void chineseSaysTheSame() {
        pages(Language.ZH).brief(POLY, BITES);
        assertTold(
                """
                ✗ PolySchedule 把学习率越调越高  [t-poly-schedule]
                    DL4J 给出 0.15，应为 0.05。从 0.1 开始，幂为 1，100 步走了 50 步时的学习率
                    → WarmupLinear，不要预热就把预热步数设为 0。
                """);
    }

    @Test
    void aMendedTrapIsGoodNews() {
        pages(Language.EN).brief(POLY, Evidence.of(0.05, 0.05));
        pages(Language.ZH).brief(POLY, Evidence.of(0.05, 0.05));
        assertEquals(
                List.of(
                        "✓ mended: PolySchedule raises the learning rate  [t-poly-schedule]",
                        "✓ 已修好：PolySchedule 把学习率越调越高  [t-poly-schedule]"),
                out.toString().lines().filter(line -> line.startsWith("✓")).toList());
    }

    @Test
    void atLengthATrapIsExplained() {
        pages(Language.EN).full(POLY, BITES.withWorkaround(0.05));
        assertTold(
                """
                ✗ PolySchedule raises the learning rate  [t-poly-schedule]
                    measured: the rate after 50 of 100 steps, from 0.1, power 1
                    DL4J gives 0.15
                    explained: It computes rate · (1 + t/T)^p.
                    right is 0.05: polynomial decay: rate · (1 - t/T)^p = 0.05
                    do: WarmupLinear, without warm-up if none is wanted.
                    which gives: 0.05

                """);
    }

    @Test
    void atLengthInChinese() {
        pages(Language.ZH).full(POLY, BITES.withWorkaround(0.05));
        assertTold(
                """
                ✗ PolySchedule 把学习率越调越高  [t-poly-schedule]
                    测的是：从 0.1 开始，幂为 1，100 步走了 50 步时的学习率
                    DL4J 给出 0.15
                    说明：它算的是 rate · (1 + t/T)^p。
                    应为 0.05：多项式衰减：rate · (1 - t/T)^p = 0.05
                    怎么办：WarmupLinear，不要预热就把预热步数设为 0。
                    这样得到：0.05

                """);
    }

    @Test
    void anExceptionIsToldWithItsMessageAtLength() {
        var evidence =
                Evidence.of(
                        new Outcome.Failure("NullPointerException", "model is null"),
                        new Outcome.Failure("IllegalStateException", "shapes"));
        pages(Language.EN).full(POLY, evidence);
        pages(Language.ZH).full(POLY, evidence);
        var lines = out.toString().lines().map(String::strip).toList();
        assertEquals("DL4J throws NullPointerException", lines.get(2));
        assertEquals("message: model is null", lines.get(3));
        assertEquals(
                "right is to throw IllegalStateException: polynomial decay: rate · (1 -",
                lines.get(5));
        assertEquals("DL4J 抛出 NullPointerException", lines.get(11));
        assertEquals("消息：model is null", lines.get(12));
    }

    @Test
    void numbersHaveNoZerosThatSayNothing() {
        for (double number : new double[] {0, 2, 1e-8, Double.NaN, 19000.0002, -0.5, 100}) {
            pages(Language.EN).brief(POLY, Evidence.of(number, 0.05));
        }
        assertEquals(
                List.of("0", "2", "1e-08", "NaN", "19000", "-0.5", "100"),
                out.toString()
                        .lines()
                        .filter(line -> line.contains("gives"))
                        .map(line -> line.replaceFirst(".*gives ([^,]+),.*", "$1"))
                        .toList());
    }

    @Test
    void theSummaryCounts() {
        pages(Language.EN).summary(22, 23);
        pages(Language.ZH).summary(22, 23);
        assertTold("22 of 23 traps still bite\n23 个坑里有 22 个还在\n");
    }

    @Test
    void theListIsATableOfIdsAndTitles() {
        pages(Language.EN).list(List.of(POLY));
        assertTold(
                """
                id               title
                ───────────────  ─────────────────────────────────────
                t-poly-schedule  PolySchedule raises the learning rate
                """);
    }
}
