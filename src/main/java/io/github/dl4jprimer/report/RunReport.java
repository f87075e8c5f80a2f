package io.github.dl4jprimer.report;

import io.github.dl4jprimer.experiment.MetricsLog;
import io.github.dl4jprimer.experiment.RunHistory;
import io.github.dl4jprimer.language.Language;
import java.nio.file.Path;
import java.util.Map;

/**
 * Draws what one run logged: {@code charts/*.png} and {@code report.html} in the run's folder.
 *
 * <p>The page says how the run ended, what was measured at the end, how training went, and where
 * the numbers come from: settings, seed, checksum of the data, versions, machine. It needs no other
 * file and can be mailed. The report only reads what the run wrote, so it can be made again at any
 * time, also while the run goes on; older charts and pages are replaced.
 *
 * <pre>{@code
 * Path html = RunReport.write(result.directory(), Language.current());
 * }</pre>
 */
public final class RunReport {
    private RunReport() {}

    /**
     * Reads {@code run.json} and {@code metrics.jsonl} of a run and writes its charts and report.
     *
     * @param run the run's folder, also of a run that has not ended or has failed
     * @return the path of {@code report.html}
     * @throws io.github.dl4jprimer.data.BadInput if the folder holds no run or a broken one
     */
    public static Path write(Path run, Language language) {
        RunFile file = RunFile.read(run);
        RunHistory history = MetricsLog.read(run);
        var report = HtmlReport.of(file.name(), language);
        report.paragraph(language.choose("结果：", "Outcome: ") + file.outcome());
        if (!file.results().isEmpty()) {
            report.heading(language.choose("最终评估", "Final evaluation"))
                    .table(
                            language.choose("训练结束时", "When training had ended"),
                            results(file, language));
        }
        report.heading(language.choose("训练过程", "Training"));
        for (Map.Entry<String, Chart> entry :
                new RunCharts(file, history, language).all().entrySet()) {
            Path png = run.resolve("charts").resolve(entry.getKey() + ".png");
            entry.getValue().save(png);
            report.picture(png, entry.getValue().title());
        }
        Path html = run.resolve("report.html");
        report.provenance(file.provenance()).save(html);
        return html;
    }

    private static TextTable results(RunFile file, Language language) {
        var table = TextTable.of(language.choose("指标", "metric"), language.choose("值", "value"));
        file.results().forEach((name, value) -> table.row(name, value));
        return table;
    }
}
