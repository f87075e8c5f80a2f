package io.github.dl4jprimer.exercise;

/** The failure of a check: what was expected, what came, and which usual mistake it looks like. */
public final class WrongAnswer extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Mismatch mismatch;

    WrongAnswer(Mismatch mismatch, Throwable cause) {
        super(
                "%s must be %s, got %s"
                        .formatted(mismatch.what(), mismatch.expected(), mismatch.got()),
                cause);
        this.mismatch = mismatch;
    }

    /** Returns what was expected and what came. */
    public Mismatch mismatch() {
        return mismatch;
    }
}
