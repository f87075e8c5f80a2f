package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.Language;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * The watch mode: takes up the first unsolved exercise, shows a verdict after each save, and does
 * what the keys say.
 *
 * <p>An exercise whose file is saved becomes the current one, whichever it was before.
 */
public final class Watch {
    private static final long PAUSE_MILLISECONDS = 40;

    private final ExerciseFolder folder;
    private final Checker checker;
    private final Language language;
    private final Keys keys;
    private final Consumer<String> screen;
    private final ExercisePages pages;
    private final VerdictPages verdicts;
    private final ExerciseProgress progress;
    private final SavedFiles files;
    private Exercise current;
    private Verdict verdict;
    private boolean resetAsked;
    private boolean quit;

    /** The keyboard. */
    public interface Keys {
        /** What {@link #next} returns as long as no key is pressed. */
        char NONE = 0;

        /** Returns the next key that was pressed, or {@link #NONE}. */
        char next();
    }

    /**
     * Prepares a watch.
     *
     * @param screen shows one page instead of the one before
     * @param columns width of the screen
     */
    public Watch(
            ExerciseFolder folder,
            Checker checker,
            Language language,
            Keys keys,
            Consumer<String> screen,
            int columns) {
        this.folder = folder;
        this.checker = checker;
        this.language = language;
        this.keys = keys;
        this.screen = screen;
        this.pages = new ExercisePages(language, columns);
        this.verdicts = new VerdictPages(language, columns);
        this.progress = new ExerciseProgress(folder.progress());
        this.files = new SavedFiles(folder, Catalogue.all());
    }

    /** Watches until the learner quits. */
    public void run() {
        turnTo(unsolvedAfter(null));
        while (!quit) {
            var key = keys.next();
            if (key != Keys.NONE) {
                press(key);
            } else {
                files.next().ifPresentOrElse(this::turnTo, Watch::pause);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next exercise that is not solved, skipped ones last; the first if all are solved. */
    private Exercise unsolvedAfter(Exercise before) {
        var rows = ExercisePages.rows(folder);
        var from = before == null ? 0 : Catalogue.all().indexOf(before) + 1;
        return rows.subList(from, rows.size()).stream()
                .filter(row -> !row.solved() && !row.skipped())
                .findFirst()
                .or(() -> rows.stream().filter(row -> !row.solved() && !row.skipped()).findFirst())
                .or(() -> rows.stream().filter(row -> !row.solved()).findFirst())
                .map(ExercisePages.Row::exercise)
                .orElse(before == null ? Catalogue.all().get(0) : before);
    }

    private void turnTo(Exercise exercise) {
        current = exercise;
        resetAsked = false;
        screen.accept(heading() + language.choose("检查中……\n", "checking …\n"));
        files.known(exercise);
        verdict = checker.check(folder, exercise);
        show("");
    }

    private String heading() {
        var file = folder.root().relativize(folder.learner(current));
        return pages.heading(ExercisePages.rows(folder), current, file);
    }

    private void show(String more) {
        var rows = ExercisePages.rows(folder);
        var finished =
                rows.stream().allMatch(ExercisePages.Row::solved)
                        ? language.choose("全部练习都通过了。\n", "All exercises are solved.\n")
                        : "";
        screen.accept(
                heading()
                        + verdicts.page(current, verdict)
                        + finished
                        + (more.isEmpty() ? "" : "\n" + more)
                        + pages.keys(verdict.solved()));
    }

    private void press(char key) {
        var asked = resetAsked;
        resetAsked = false;
        switch (key) {
            case 'h' -> show(pages.hints(current, progress.nextHint(current)));
            case 'l' -> show(pages.list(ExercisePages.rows(folder)));
            case 'o' -> show(solution());
            case 'r' -> reset(asked);
            case 's' -> skip();
            case 'n' -> next();
            case 'q' -> quit = true;
            default -> {}
        }
    }

    private String solution() {
        return verdict.solved()
                ? Skeleton.answer(ExerciseFolder.read(folder.solution(current)))
                : language.choose(
                        "通过之后才能看答案。\n", "The solution is shown once you have solved it.\n");
    }

    /** The first press asks, the second does it. */
    private void reset(boolean asked) {
        if (!asked && folder.learnerText(current).isPresent()) {
            resetAsked = true;
            show(
                    language.choose(
                            "再按一次 r：恢复成最初的样子，你写的内容会留一份副本。\n",
                            "Press r again to begin afresh; a copy of what you have written is"
                                    + " kept.\n"));
            return;
        }
        var kept = folder.reset(current, LocalDateTime.now(ZoneId.systemDefault()));
        turnTo(current);
        kept.ifPresent(
                copy ->
                        show(
                                language.choose("副本：", "copy: ")
                                        + folder.root().relativize(copy)
                                        + "\n"));
    }

    private void skip() {
        if (!verdict.solved()) {
            progress.skip(current);
        }
        turnTo(unsolvedAfter(current));
    }

    private void next() {
        if (verdict.solved()) {
            turnTo(unsolvedAfter(current));
        } else {
            show(
                    language.choose(
                            "还没有通过；要跳过它，按 s。\n", "It is not solved yet; to leave it, press s.\n"));
        }
    }
}
