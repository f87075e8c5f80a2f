package io.github.dl4jprimer.experiment;

/**
 * How a run ended.
 *
 * @param kind which way
 * @param text one line, as run.json holds it
 */
public record Outcome(Kind kind, String text) {
    /** The ways a run can stand or end. */
    public enum Kind {
        /** Not ended yet, or its process was killed. */
        RUNNING,
        /** All epochs done. */
        COMPLETED,
        /** Ended by early stopping. */
        STOPPED_EARLY,
        /** The loss was no longer a number. */
        DIVERGED,
        /** Ended by an error. */
        FAILED,
        /** Its run.json cannot be read. */
        UNREADABLE
    }

    static Outcome running() {
        return new Outcome(Kind.RUNNING, "running");
    }

    static Outcome completed() {
        return new Outcome(Kind.COMPLETED, "completed");
    }

    static Outcome stoppedEarly(int epoch) {
        return new Outcome(Kind.STOPPED_EARLY, "stopped early after epoch " + epoch);
    }

    static Outcome divergedAt(long step) {
        return new Outcome(Kind.DIVERGED, "diverged at step " + step);
    }

    static Outcome failed(Throwable cause) {
        var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new Outcome(
                Kind.FAILED, "failed: " + cause.getClass().getSimpleName() + ": " + message);
    }

    static Outcome unreadable(String reason) {
        return new Outcome(Kind.UNREADABLE, "unreadable: " + reason);
    }
}
