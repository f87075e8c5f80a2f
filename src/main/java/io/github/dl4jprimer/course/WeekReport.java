package io.github.dl4jprimer.course;

import io.github.dl4jprimer.experiment.Provenance;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.HtmlReport;
import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** A week as a page: the lessons' texts with what this run measured and drew. */
final class WeekReport {
    private final Language language;
    private final LessonTexts texts;
    private final HtmlReport page;

    WeekReport(Language language, LessonTexts texts) {
        this.language = language;
        this.texts = texts;
        var week = texts.entry(LessonTexts.WEEK);
        this.page = HtmlReport.of(week.title(), language);
        week.paragraphs().forEach(page::paragraph);
    }

    /** Begins a lesson. */
    void lesson(String id) {
        var entry = texts.entry(id);
        page.heading(entry.title());
        entry.paragraphs().forEach(page::paragraph);
    }

    /** Adds an experiment and what it found. */
    void experiment(Findings findings) {
        var entry = texts.entry(findings.experiment());
        page.subheading(entry.title());
        entry.paragraphs().forEach(page::paragraph);
        findings.tables().forEach(table -> page.table(table.caption(), table.table()));
        findings.charts().forEach(chart -> page.picture(chart.file(), chart.caption()));
        findings.claims().forEach(claim -> page.claim(claim.text(), claim.holds()));
    }

    /** Ends the page with the times and with where the numbers come from, and writes it. */
    void write(Path file, List<Findings> all, long seed) {
        var times =
                TextTable.of(language.choose("实验", "experiment"), language.choose("秒", "seconds"));
        all.forEach(findings -> times.row(findings.experiment(), findings.seconds()));
        page.heading(language.choose("这次运行", "This run"));
        page.table(language.choose("用时", "Time"), times);
        var facts = new LinkedHashMap<String, String>();
        facts.put(language.choose("种子", "seed"), String.valueOf(seed));
        facts.putAll(Provenance.facts());
        page.provenance(facts);
        page.save(file);
    }
}
