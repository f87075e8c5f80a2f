package io.github.dl4jprimer.course;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.dl4jprimer.experiment.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a week: every lesson's text, every experiment with its tables, charts and claims, then the
 * summary, the report and the next step.
 *
 * <p>The folder {@code runs/weekN/<run id>} gets one folder an experiment, {@code summary.json} and
 * {@code report.html}.
 *
 * @param week the week
 * @param lab how its experiments are run
 * @param pages where it is told
 */
public record WeekRun(Week week, LabRun lab, LessonPages pages) {
    /**
     * Runs the week.
     *
     * @param root the folder of all runs
     * @return what each experiment found, in order
     */
    public List<Findings> run(Path root) {
        var directory = RunDirectory.createGroup(root, "week" + week.number());
        var texts = LessonTexts.of(week.number(), lab.language());
        var report = new WeekReport(lab.language(), texts);
        var all = new ArrayList<Findings>();
        pages.week(texts.entry(LessonTexts.WEEK));
        for (var lesson : week.lessons()) {
            pages.lesson(texts.entry(lesson.id()));
            report.lesson(lesson.id());
            for (var experiment : lesson.experiments()) {
                pages.experiment(experiment.id(), texts.entry(experiment.id()));
                var findings = run(experiment, directory);
                pages.findings(findings);
                report.experiment(findings);
                all.add(findings);
            }
        }
        var file = directory.resolve("report.html");
        report.write(file, all, lab.seed());
        writeSummary(directory, all);
        pages.summary(texts, all, file);
        return all;
    }

    private Findings run(CourseExperiment experiment, Path directory) {
        try {
            var folder = Files.createDirectory(directory.resolve(experiment.id()));
            return lab.run(experiment, experiment.settings(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSummary(Path directory, List<Findings> all) {
        var json = new JsonObject();
        json.addProperty("week", week.number());
        json.addProperty("seed", lab.seed());
        json.addProperty("seconds", all.stream().mapToDouble(Findings::seconds).sum());
        json.addProperty("hold", all.stream().allMatch(Findings::hold));
        var experiments = new JsonArray();
        all.forEach(findings -> experiments.add(LabRun.summary(findings)));
        json.add("experiments", experiments);
        LabRun.write(directory.resolve("summary.json"), json);
    }
}
