package io.github.dl4jprimer.exercise;

import com.google.gson.Gson;
import io.github.dl4jprimer.language.Language;
import java.time.Duration;
import java.util.UUID;

/**
 * Checks exercises in a process of its own, so that nothing a learner writes can harm the one that
 * asks: not an endless loop, not {@code System.exit}, not memory that runs out.
 *
 * <p>Java cannot stop a thread that does not want to be stopped, but it can end a process. The
 * process is kept warm between checks and replaced, in the background, when a check has spoilt it.
 */
public final class Checker implements AutoCloseable {
    /** Far longer than any exercise needs. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
    private static final Gson GSON = new Gson();

    private final Duration limit;
    private final Language language;
    private final String mark = "@@" + UUID.randomUUID();
    private WarmProcess process;
    private boolean ready;

    /**
     * Starts the process, and does not wait for it.
     *
     * @param limit how long a check may take
     * @param language of the compiler's messages
     * @throws io.github.dl4jprimer.data.BadInput if this Java has no compiler
     */
    public Checker(Duration limit, Language language) {
        ExerciseCompiler.required();
        this.limit = limit;
        this.language = language;
        start();
    }

    private void start() {
        ready = false;
        process = WarmProcess.start(CheckProcess.class, mark);
    }

    /** Checks what the learner has written now, and remembers whether that is solved. */
    public Verdict check(ExerciseFolder folder, Exercise exercise) {
        var source = folder.learnerText(exercise);
        var verdict =
                source.map(text -> check(folder, exercise, text))
                        .orElseGet(() -> Verdict.of(Verdict.Outcome.MISSING, null));
        new ExerciseProgress(folder.progress()).checked(exercise, source, verdict);
        return verdict;
    }

    /** Checks a source with the checks that lie in the folder. */
    public Verdict check(ExerciseFolder folder, Exercise exercise, String source) {
        var check = ExerciseFolder.read(folder.check(exercise));
        return check(Job.of(exercise, source, check, language));
    }

    private Verdict check(Job job) {
        awaitReady();
        process.send(GSON.toJson(new CheckProcess.Request(job)));
        var line = process.answer(limit);
        if (line.isEmpty()) {
            return process.ended() ? ended() : stopped(job);
        }
        return told(GSON.fromJson(line.get(), CheckProcess.Answer.class));
    }

    private Verdict told(CheckProcess.Answer answer) {
        if (answer.spent()) {
            replace();
        }
        return answer.verdict();
    }

    private void awaitReady() {
        if (ready && process.ended()) {
            replace();
        }
        if (!ready && process.answer(START_LIMIT).isEmpty()) {
            throw new IllegalStateException(
                    "checking process must start, got \"%s\". Check the machine: primer doctor"
                            .formatted(process.lastNoise()));
        }
        ready = true;
    }

    /** The time is up: asks which line is running, then ends the process. */
    private Verdict stopped(Job job) {
        process.send(GSON.toJson(new CheckProcess.Request(null)));
        var line = process.answer(ANSWER_LIMIT);
        replace();
        if (line.isPresent()) {
            var answer = GSON.fromJson(line.get(), CheckProcess.Answer.class);
            if (answer.verdict() != null) {
                return answer.verdict();
            }
            return stopped(answer.line(), Job.line(job.source(), answer.line()));
        }
        return stopped(0, "");
    }

    private Verdict stopped(int line, String source) {
        var problem = new Verdict.Problem(line, 0, limit.toSeconds() + " s", source);
        return Verdict.of(Verdict.Outcome.STOPPED, problem);
    }

    private Verdict ended() {
        var text = "exit status " + process.status();
        replace();
        return Verdict.of(Verdict.Outcome.ENDED, new Verdict.Problem(0, 0, text, ""));
    }

    private void replace() {
        process.close();
        start();
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.close();
    }
}
