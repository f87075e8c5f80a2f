package io.github.dl4jprimer.course;

import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tells lessons and findings on a terminal, wrapped to its width.
 *
 * @param out the terminal
 * @param language of the fixed words
 * @param columns the terminal's width
 * @param brief whether only the summary is told
 */
public record LessonPages(PrintWriter out, Language language, int columns, boolean brief) {
    /** Tells a week's title and introduction. */
    public void week(LessonTexts.Entry entry) {
        heading(entry.title(), "═");
        paragraphs(entry);
    }

    /** Tells a lesson. */
    public void lesson(LessonTexts.Entry entry) {
        heading(entry.title(), "─");
        paragraphs(entry);
    }

    /** Tells what an experiment asks, before it runs. */
    public void experiment(String id, LessonTexts.Entry entry) {
        tell("▶ " + entry.title() + "  [" + id + "]");
        paragraphs(entry);
    }

    /** Tells what an experiment found. */
    public void findings(Findings findings) {
        for (var table : findings.tables()) {
            tell(table.caption());
            tell(table.table().text());
        }
        findings.claims().forEach(claim -> wrapped(claim.line()));
        findings.charts()
                .forEach(
                        chart ->
                                tell(
                                        language.choose("图：", "chart: ")
                                                + chart.caption()
                                                + "  "
                                                + chart.file()));
        tell("");
    }

    /** Tells what the week measured, where the report lies, and what comes next. */
    public void summary(LessonTexts texts, List<Findings> all, Path report) {
        var table =
                TextTable.of(
                        language.choose("实验", "experiment"),
                        language.choose("结论", "claims"),
                        language.choose("主要数字", "main figures"),
                        language.choose("秒", "seconds"));
        for (var findings : all) {
            table.row(
                    findings.experiment(),
                    findings.hold() ? "✓" : "✗",
                    figures(findings),
                    Math.round(findings.seconds() * 10) / 10.0);
        }
        always(texts.entry(LessonTexts.WEEK).title());
        always(table.text());
        all.stream()
                .flatMap(findings -> findings.claims().stream())
                .filter(claim -> !claim.holds())
                .forEach(claim -> always(claim.line()));
        var seconds = all.stream().mapToDouble(Findings::seconds).sum();
        always(
                String.format(
                        Locale.ROOT,
                        language.choose("总用时 %.1f 秒", "%.1f seconds in all"),
                        seconds));
        always(language.choose("报告：", "report: ") + report);
        var next = texts.entry(LessonTexts.NEXT);
        always(next.title());
        next.paragraphs().forEach(text -> DisplayWidth.wrap(text, columns).forEach(this::always));
    }

    /** The first figures, as many as stand in half a line. */
    private String figures(Findings findings) {
        var texts =
                findings.figures().entrySet().stream()
                        .map(f -> f.getKey() + "=" + Numbers.significant(f.getValue(), 4))
                        .toList();
        for (var count = texts.size(); count > 0; count--) {
            var line = texts.stream().limit(count).collect(Collectors.joining(" "));
            if (line.length() <= columns / 2 || count == 1) {
                return line;
            }
        }
        return "";
    }

    private void heading(String title, String rule) {
        tell(rule.repeat(columns));
        tell(title);
        tell(rule.repeat(columns));
    }

    private void paragraphs(LessonTexts.Entry entry) {
        entry.paragraphs().forEach(this::wrapped);
        tell("");
    }

    private void wrapped(String text) {
        DisplayWidth.wrap(text, columns).forEach(this::tell);
    }

    private void tell(String line) {
        if (!brief) {
            always(line);
        }
    }

    private void always(String line) {
        out.println(line);
    }
}
