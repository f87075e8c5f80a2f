package io.github.dl4jprimer.exercise;

import com.google.gson.Gson;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.runtime.NativeRuntime;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The process in which learners' code runs, kept warm: ND4J is loaded and the compiler has compiled
 * before the first exercise comes.
 *
 * <p>{@link Checker} writes a {@link Request} a line to its standard input and reads an {@link
 * Answer} a line, after a mark, from its standard output; what the learner's code prints is caught
 * and comes with the verdict. When standard input ends, so does this process: whoever asked is
 * gone.
 */
final class CheckProcess {
    private static final Gson GSON = new Gson();

    private final String mark;
    private final PrintStream answers;
    private final CheckRun run = new CheckRun();
    private volatile Thread checking;
    private volatile Job current;

    /** A job, or, if it is null, the question which line the current one is at. */
    record Request(Job job) {}

    /**
     * A verdict, or the line that was asked for; neither if the process is ready.
     *
     * @param verdict the verdict, or null
     * @param spent whether the process should do no further job
     * @param line the learner's line that runs now, or 0
     */
    record Answer(Verdict verdict, boolean spent, int line) {}

    private CheckProcess(String mark, PrintStream answers) {
        this.mark = mark;
        this.answers = answers;
    }

    /**
     * Answers requests until there are no more.
     *
     * @param arguments the mark before an answer
     */
    public static void main(String[] arguments) throws IOException {
        var answers =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        NativeRuntime.prepare();
        var process = new CheckProcess(arguments[0], answers);
        process.warmUp();
        process.send(new Answer(null, false, 0));
        var requests =
                new BufferedReader(
                        new InputStreamReader(
                                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        for (var line = requests.readLine(); line != null; line = requests.readLine()) {
            process.take(GSON.fromJson(line, Request.class));
        }
        Runtime.getRuntime().halt(0);
    }

    /** Does all that takes long the first time. */
    private void warmUp() {
        Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2)).sum(0);
        run.run(
                new Job(
                        "warm.Up",
                        "warm.UpCheck",
                        "package warm; class Up { static int one() { return 1; } }",
                        """
                        package warm;
                        import io.github.dl4jprimer.exercise.Expect;
                        import org.junit.jupiter.api.Test;
                        import org.nd4j.linalg.factory.Nd4j;
                        class UpCheck {
                            @Test void one() {
                                Expect.that("one", () -> Nd4j.ones(2).mul(Up.one())).is(Nd4j.zeros(2));
                            }
                        }
                        """,
                        "",
                        Language.EN.code()));
    }

    private void take(Request request) {
        if (request.job() == null) {
            var job = current;
            var thread = checking;
            var line = CheckRun.learnersLine(thread.getStackTrace(), job.className());
            send(new Answer(null, false, line));
            return;
        }
        current = request.job();
        var group = new ThreadGroup("exercise");
        checking = new Thread(group, () -> check(request.job(), group), "exercise");
        checking.setDaemon(true);
        checking.start();
    }

    private void check(Job job, ThreadGroup group) {
        var printed = new Printed();
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        try {
            var verdict = run.run(job);
            var told =
                    new Verdict(
                            verdict.outcome(),
                            verdict.results(),
                            verdict.problem(),
                            printed.text());
            // A thread that the learner started and that goes on would disturb the next check.
            send(new Answer(told, group.activeCount() > 1, 0));
        } catch (Throwable e) { // Whatever the learner's code brings about has to be told.
            var problem = new Verdict.Problem(0, 0, e.toString(), "");
            send(new Answer(Verdict.of(Verdict.Outcome.ENDED, problem), true, 0));
        }
    }

    /** An answer begins on a line of its own, whatever native code has written before. */
    private synchronized void send(Answer answer) {
        answers.print("\n" + mark + GSON.toJson(answer) + "\n");
        answers.flush();
    }
}
