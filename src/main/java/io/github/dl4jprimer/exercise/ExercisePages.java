package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.TextTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a learner reads: where one stands, hints, the list.
 *
 * @param language of all that is told
 * @param columns width of the terminal
 */
public record ExercisePages(Language language, int columns) {
    private static final int BAR = 24;

    /**
     * An exercise in the list.
     *
     * @param exercise the exercise
     * @param solved whether its file passes
     * @param skipped whether the learner went on without it
     */
    public record Row(Exercise exercise, boolean solved, boolean skipped) {
        /** Returns {@code solved}, {@code skipped} or {@code open}. */
        public String state() {
            return solved ? "solved" : skipped ? "skipped" : "open";
        }
    }

    /** Returns the rows of all exercises. */
    public static List<Row> rows(ExerciseFolder folder) {
        var progress = new ExerciseProgress(folder.progress());
        return Catalogue.all().stream()
                .map(
                        exercise ->
                                new Row(
                                        exercise,
                                        progress.solved(exercise, folder.learnerText(exercise)),
                                        progress.of(exercise).skipped()))
                .toList();
    }

    /** Returns the bar, and which exercise this is and where its file lies. */
    String heading(List<Row> rows, Exercise exercise, Path file) {
        var title = exercise.text(language).title();
        return bar(rows) + "\n\n" + exercise.id() + " · " + title + "\n" + file + "\n\n";
    }

    /** Returns how many of the exercises are solved, as a bar. */
    public String bar(List<Row> rows) {
        long solved = rows.stream().filter(Row::solved).count();
        int filled = rows.isEmpty() ? 0 : (int) (BAR * solved / rows.size());
        return "[%s%s] %d/%d"
                .formatted("█".repeat(filled), "░".repeat(BAR - filled), solved, rows.size());
    }

    /** Returns the exercises as a table. */
    public String list(List<Row> rows) {
        var table =
                TextTable.of(
                        "",
                        language.choose("编号", "id"),
                        language.choose("标题", "title"),
                        language.choose("文件", "file"));
        for (var row : rows) {
            var exercise = row.exercise();
            table.row(
                    row.solved() ? "✓" : row.skipped() ? "–" : "○",
                    exercise.id(),
                    exercise.text(language).title(),
                    "week%d/%s.java".formatted(exercise.week(), exercise.simpleName()));
        }
        return table.text() + bar(rows) + "\n";
    }

    /** Returns the first hints. */
    public String hints(Exercise exercise, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        index ->
                                "%s %d/%d: %s"
                                        .formatted(
                                                language.choose("提示", "hint"),
                                                index + 1,
                                                ExerciseText.HINTS,
                                                exercise.text(language).hints().get(index)))
                .map(this::wrapped)
                .collect(Collectors.joining());
    }

    /** Returns what the keys do. */
    String keys(boolean solved) {
        return "\n"
                + (solved ? language.choose("n 下一题  o 答案  ", "n next  o solution  ") : "")
                + language.choose(
                        "h 提示  l 列表  s 跳过  r 重置  q 退出", "h hint  l list  s skip  r reset  q quit")
                + "\n";
    }

    /** Returns a paragraph in lines that fit. */
    String wrapped(String paragraph) {
        return DisplayWidth.wrap(paragraph, columns).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
