package io.github.dl4jprimer.exercise;

import java.util.List;
import java.util.Optional;

/**
 * What came of checking an exercise.
 *
 * @param outcome how it ended
 * @param results of the checks that ran, in the order of the source
 * @param problem where it went wrong, of a compile error or an end before its time; else null
 * @param output what the learner's code printed
 */
public record Verdict(Outcome outcome, List<CheckResult> results, Problem problem, String output) {

    /** How checking can end. */
    public enum Outcome {
        /** All checks passed. */
        SOLVED,
        /** No check failed, but a part is not written yet. */
        TODO,
        /** A check failed. */
        WRONG,
        /** The learner's file does not compile. */
        COMPILE_ERROR,
        /** It compiles, but the checks do not find what they call in it. */
        SIGNATURE,
        /** It was still running when the time was up. */
        STOPPED,
        /** It ended the Java process: {@code System.exit}, or memory ran out. */
        ENDED,
        /** The learner's file is gone. */
        MISSING
    }

    /**
     * One check.
     *
     * @param name a sentence in camel case
     * @param todo whether it met a part that is not written yet
     * @param mismatch what was wrong, or null
     */
    public record CheckResult(String name, boolean todo, Mismatch mismatch) {
        /** Returns whether the check passed. */
        public boolean passed() {
            return !todo && mismatch == null;
        }
    }

    /**
     * A place and what is wrong there.
     *
     * @param line from 1, or 0 if it is not known
     * @param column from 1, or 0 if it is not known
     * @param text what is wrong, in the words of the compiler or of the system
     * @param source the line itself
     */
    public record Problem(int line, int column, String text, String source) {}

    /** Copies the results. */
    public Verdict {
        results = List.copyOf(results);
    }

    static Verdict of(Outcome outcome, Problem problem) {
        return new Verdict(outcome, List.of(), problem, "");
    }

    /** Returns the verdict on results alone: wrong before not written before solved. */
    static Verdict of(List<CheckResult> results, String output) {
        var wrong = results.stream().anyMatch(result -> result.mismatch() != null);
        var todo = results.isEmpty() || results.stream().anyMatch(CheckResult::todo);
        var outcome = wrong ? Outcome.WRONG : todo ? Outcome.TODO : Outcome.SOLVED;
        return new Verdict(outcome, results, null, output);
    }

    /** Returns whether all checks passed. */
    public boolean solved() {
        return outcome == Outcome.SOLVED;
    }

    /** Returns how many checks passed. */
    public long passed() {
        return results.stream().filter(CheckResult::passed).count();
    }

    /** Returns the first thing that is wrong. */
    public Optional<Mismatch> mismatch() {
        return results.stream()
                .map(CheckResult::mismatch)
                .filter(mismatch -> mismatch != null)
                .findFirst();
    }
}
