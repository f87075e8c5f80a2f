package io.github.dl4jprimer.bench;

import io.github.dl4jprimer.exercise.Catalogue;
import io.github.dl4jprimer.exercise.Checker;
import io.github.dl4jprimer.exercise.Exercise;
import io.github.dl4jprimer.exercise.ExerciseFolder;
import io.github.dl4jprimer.exercise.Watch;
import io.github.dl4jprimer.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * How long a learner waits: from the save of a file to its verdict on the screen, in watch mode.
 *
 * <p>Every exercise is saved solved and unsolved in turn, in a folder of its own. The first save
 * after the start is measured like all others.
 */
public final class ExerciseBenchmark {
    private static final int ROUNDS = 10;
    private static final String LAST_LINE = "q quit";

    private ExerciseBenchmark() {}

    /** Runs the benchmark in the project folder; no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = copy(new ExerciseFolder(Path.of("")), Files.createTempDirectory("exercises"));
        var pages = new LinkedBlockingQueue<String>();
        var keys = new LinkedBlockingQueue<Character>();
        try (var checker = new Checker(Checker.USUAL_LIMIT, Language.EN)) {
            Watch.Keys keyboard = () -> keys.isEmpty() ? Watch.Keys.NONE : keys.remove();
            var watch = new Watch(folder, checker, Language.EN, keyboard, pages::add, 100);
            var watching = new Thread(watch::run);
            watching.start();
            awaitVerdict(pages);
            var times = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                for (var exercise : Catalogue.all()) {
                    times.add(save(folder, exercise, round % 2 == 0, pages));
                }
            }
            keys.add('q');
            watching.join();
            print(times);
        }
    }

    /** Saves a file and returns the seconds until its verdict was shown. */
    private static double save(
            ExerciseFolder folder,
            Exercise exercise,
            boolean solved,
            LinkedBlockingQueue<String> pages)
            throws IOException, InterruptedException {
        var text =
                solved ? ExerciseFolder.read(folder.solution(exercise)) : folder.skeleton(exercise);
        Files.writeString(folder.learner(exercise), text);
        var start = System.nanoTime();
        var page = awaitVerdict(pages);
        var seconds = (System.nanoTime() - start) / 1e9;
        if (!page.contains(exercise.id()) || page.contains("✓") != solved) {
            throw new IllegalStateException("not the verdict on " + exercise.id() + ":\n" + page);
        }
        return seconds;
    }

    private static String awaitVerdict(LinkedBlockingQueue<String> pages)
            throws InterruptedException {
        var page = pages.take();
        while (!page.contains(LAST_LINE)) {
            page = pages.take();
        }
        return page;
    }

    private static ExerciseFolder copy(ExerciseFolder from, Path root) throws IOException {
        Files.createDirectories(root.resolve("src/exercises/java"));
        Files.createDirectories(root.resolve("src/checks/java"));
        var folder = new ExerciseFolder(root);
        for (var exercise : Catalogue.all()) {
            Files.createDirectories(folder.solution(exercise).getParent());
            Files.createDirectories(folder.check(exercise).getParent());
            Files.copy(from.solution(exercise), folder.solution(exercise));
            Files.copy(from.check(exercise), folder.check(exercise));
            folder.reset(exercise, LocalDateTime.now(ZoneId.systemDefault()));
        }
        return folder;
    }

    private static void print(List<Double> times) {
        Collections.sort(times);
        System.out.printf(
                "save to verdict: %d saves, median %.3f s, 95 %% %.3f s, worst %.3f s%n",
                times.size(),
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.get(times.size() - 1));
    }
}
