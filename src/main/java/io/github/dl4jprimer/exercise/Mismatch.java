package io.github.dl4jprimer.exercise;

/**
 * What a check expected and what came instead, in the notation of the code, so that it can be told
 * in any language.
 *
 * @param kind what differs
 * @param what the expression that was checked: {@code Softmax.of(scores)}
 * @param expected what it must be
 * @param got what it was; of {@link Kind#THROWN} the error
 * @param mistake id of the usual mistake that this looks like, or empty
 * @param line the learner's line that threw, or 0
 */
public record Mismatch(
        Kind kind, String what, String expected, String got, String mistake, int line) {

    /** The mistake of writing into an array that was given to be read; every exercise knows it. */
    public static final String INPUT_CHANGED = "input-changed";

    /** What can differ. */
    public enum Kind {
        /** Another value. */
        VALUE,
        /** An array of another shape. */
        SHAPE,
        /** An argument was written into. */
        CHANGED,
        /** An error was thrown. */
        THROWN
    }

    static Mismatch of(Kind kind, String what, Object expected, Object got, String mistake) {
        return new Mismatch(kind, what, Shown.of(expected), Shown.of(got), mistake, 0);
    }

    static Mismatch thrown(String what, Throwable error, String mistake) {
        var message = error.getMessage();
        var first = message == null ? "" : message.lines().findFirst().orElse("");
        var name = error.getClass().getSimpleName();
        var text = first.isBlank() ? name : name + ": " + first;
        return new Mismatch(Kind.THROWN, what, "", text, mistake, 0);
    }

    /** Returns the same with the learner's line. */
    Mismatch withLine(int learnersLine) {
        return new Mismatch(kind, what, expected, got, mistake, learnersLine);
    }
}
