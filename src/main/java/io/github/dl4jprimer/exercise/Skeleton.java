package io.github.dl4jprimer.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a learner starts from, cut out of the solution: statement, signatures and imports stay, the
 * answers go.
 *
 * <pre>
 * public static INDArray of(INDArray logits) {
 *     // answer                                   →  throw new UnsupportedOperationException("TODO w1-softmax");
 *     INDArray shifted = …
 *     // end
 * }
 * </pre>
 *
 * <p>An answer outside a method, such as one that the solution calls for help, is cut out without a
 * trace. So statement and signatures stand once, and a skeleton can be had again whatever was
 * written over it.
 */
public final class Skeleton {
    private static final String ANSWER = "// answer";
    private static final String END = "// end";

    /** Spaces before a statement of a method; a member of the class has fewer. */
    private static final int IN_A_METHOD = 8;

    private Skeleton() {}

    /**
     * Cuts the answers out of a solution.
     *
     * @throws IllegalArgumentException if an answer does not end, or there is none
     */
    public static String of(Exercise exercise, String solution) {
        var kept = new ArrayList<String>();
        var answers = 0;
        var inAnswer = false;
        for (var line : solution.lines().toList()) {
            var mark = line.strip();
            if (mark.equals(ANSWER) || mark.equals(END)) {
                if (inAnswer == mark.equals(ANSWER)) {
                    throw unpaired(exercise);
                }
                inAnswer = mark.equals(ANSWER);
                answers += inAnswer ? 1 : 0;
                if (inAnswer) {
                    leave(kept, line.indexOf(ANSWER), exercise);
                }
            } else if (!inAnswer) {
                kept.add(line);
            }
        }
        if (inAnswer || answers == 0) {
            throw unpaired(exercise);
        }
        return text(kept);
    }

    /** Returns the class of a solution as a learner is shown it, without statement and marks. */
    public static String answer(String solution) {
        return text(
                solution.lines()
                        .dropWhile(line -> !line.startsWith("public "))
                        .filter(line -> !line.strip().equals(ANSWER) && !line.strip().equals(END))
                        .toList());
    }

    private static void leave(List<String> kept, int indent, Exercise exercise) {
        if (indent >= IN_A_METHOD) {
            kept.add(
                    "%sthrow new UnsupportedOperationException(\"%s\");"
                            .formatted(" ".repeat(indent), exercise.todo()));
        } else if (kept.get(kept.size() - 1).isBlank()) {
            kept.remove(kept.size() - 1);
        }
    }

    private static IllegalArgumentException unpaired(Exercise exercise) {
        return new IllegalArgumentException(
                "answers must stand between '%s' and '%s', got an unpaired mark or none in %s. Mend the solution."
                        .formatted(ANSWER, END, exercise.className()));
    }

    private static String text(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
