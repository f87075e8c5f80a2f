package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.traps.Evidence;
import io.github.dl4jprimer.traps.Outcome;
import io.github.dl4jprimer.traps.Trap;
import java.io.PrintWriter;
import java.util.List;

/**
 * Tells traps on a terminal, wrapped to its width.
 *
 * @param out the terminal
 * @param language of all that is told
 * @param columns the terminal's width
 */
record TrapPages(PrintWriter out, Language language, int columns) {
    private static final int DIGITS = 6;
    private static final String INDENT = "    ";

    /** Lists ids and titles. */
    void list(List<Trap> traps) {
        var table = TextTable.of(word("编号", "id"), word("标题", "title"));
        traps.forEach(trap -> table.row(trap.id(), trap.text(language).title()));
        out.print(table.text());
    }

    /** Tells a trap in some three lines: what it is, what was measured, what to do. */
    void brief(Trap trap, Evidence evidence) {
        var text = trap.text(language);
        out.println(heading(trap, evidence));
        paragraph(
                given(evidence.dl4j())
                        + word("，", ", ")
                        + due(evidence.right())
                        + word("。", ": ")
                        + text.measured());
        paragraph("→ " + text.mend());
        out.flush();
    }

    /** Tells all there is about a trap. */
    void full(Trap trap, Evidence evidence) {
        var text = trap.text(language);
        out.println(heading(trap, evidence));
        paragraph(word("测的是：", "measured: ") + text.measured());
        paragraph(given(evidence.dl4j()));
        if (evidence.dl4j() instanceof Outcome.Failure failure && !failure.message().isEmpty()) {
            paragraph(word("消息：", "message: ") + failure.message());
        }
        paragraph(word("说明：", "explained: ") + text.dl4j());
        paragraph(due(evidence.right()) + word("：", ": ") + text.right());
        paragraph(word("怎么办：", "do: ") + text.mend());
        evidence.workaround()
                .ifPresent(way -> paragraph(word("这样得到：", "which gives: ") + shown(way)));
        out.println();
        out.flush();
    }

    /** Tells how many traps still bite. */
    void summary(long biting, int all) {
        out.println(
                language.choose(
                        "%d 个坑里有 %d 个还在".formatted(all, biting),
                        "%d of %d traps still bite".formatted(biting, all)));
    }

    private String heading(Trap trap, Evidence evidence) {
        var mark = evidence.bites() ? "✗ " : "✓ " + word("已修好：", "mended: ");
        return mark + trap.text(language).title() + "  [" + trap.id() + "]";
    }

    private String given(Outcome outcome) {
        return outcome instanceof Outcome.Failure failure
                ? word("DL4J 抛出 ", "DL4J throws ") + failure.exception()
                : word("DL4J 给出 ", "DL4J gives ") + shown(outcome);
    }

    private String due(Outcome outcome) {
        return outcome instanceof Outcome.Failure failure
                ? word("应抛出 ", "right is to throw ") + failure.exception()
                : word("应为 ", "right is ") + shown(outcome);
    }

    private static String shown(Outcome outcome) {
        if (outcome instanceof Outcome.Quantity quantity) {
            return shown(quantity.value());
        }
        return outcome instanceof Outcome.Failure failure
                ? failure.exception()
                : ((Outcome.Text) outcome).value();
    }

    /** A number without zeros that say nothing: {@code 2}, {@code 0.0759747}, {@code 1e-08}. */
    private static String shown(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        var text = Numbers.significant(number, DIGITS);
        return text.contains(".") ? text.replaceFirst("\\.?0+(?=e|$)", "") : text;
    }

    private void paragraph(String text) {
        DisplayWidth.wrap(text, columns - INDENT.length())
                .forEach(line -> out.println(INDENT + line));
    }

    private String word(String chinese, String english) {
        return language.choose(chinese, english);
    }
}
