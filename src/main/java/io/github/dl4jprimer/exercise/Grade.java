package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * All exercises checked at once.
 *
 * @param marks the exercises in their order, each with its verdict
 */
public record Grade(List<Mark> marks) {
    /** An exercise and the verdict on what the learner has written. */
    public record Mark(Exercise exercise, Verdict verdict) {}

    /** Copies the marks. */
    public Grade {
        marks = List.copyOf(marks);
    }

    /** Checks all exercises. */
    public static Grade of(ExerciseFolder folder, Checker checker) {
        var marks = new ArrayList<Mark>();
        for (var exercise : Catalogue.all()) {
            marks.add(new Mark(exercise, checker.check(folder, exercise)));
        }
        return new Grade(marks);
    }

    /** Returns whether every exercise is solved. */
    public boolean passed() {
        return marks.stream().allMatch(mark -> mark.verdict().solved());
    }

    /** Returns the marks of a week. */
    List<Mark> week(int week) {
        return marks.stream().filter(mark -> mark.exercise().week() == week).toList();
    }

    /** Returns the weeks that have exercises. */
    List<Integer> weeks() {
        return marks.stream().map(mark -> mark.exercise().week()).distinct().toList();
    }

    /** Returns a row for each exercise and a sum for each week. */
    public String table(Language language) {
        var table =
                TextTable.of(
                        language.choose("周", "week"),
                        language.choose("练习", "exercise"),
                        language.choose("结果", "outcome"),
                        language.choose("通过的检查", "checks passed"));
        for (var week : weeks()) {
            var ofWeek = week(week);
            for (var mark : ofWeek) {
                var verdict = mark.verdict();
                table.row(
                        week,
                        mark.exercise().id(),
                        outcome(verdict, language),
                        "%d/%d".formatted(verdict.passed(), verdict.results().size()));
            }
            long solved = ofWeek.stream().filter(mark -> mark.verdict().solved()).count();
            table.row(
                    week,
                    language.choose("合计", "all"),
                    language.choose("通过 %d/%d", "solved %d/%d").formatted(solved, ofWeek.size()),
                    "");
        }
        return table.text();
    }

    /** An outcome in a word or two. */
    private static String outcome(Verdict verdict, Language language) {
        return switch (verdict.outcome()) {
            case SOLVED -> language.choose("✓ 通过", "✓ solved");
            case TODO -> language.choose("○ 没写完", "○ not finished");
            case WRONG -> language.choose("✗ 不对", "✗ wrong");
            case COMPILE_ERROR -> language.choose("✗ 编译不过", "✗ does not compile");
            case SIGNATURE -> language.choose("✗ 改了签名", "✗ signature changed");
            case STOPPED -> language.choose("✗ 超时", "✗ stopped");
            case ENDED -> language.choose("✗ 结束了进程", "✗ ended the process");
            case MISSING -> language.choose("✗ 文件不见了", "✗ file is gone");
        };
    }
}
