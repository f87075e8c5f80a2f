package io.github.dl4jprimer.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTest {
    @Test
    void answersAreCutOutAndTheRestStays() {
        assertEquals(
                """
                package io.github.dl4jprimer.exercises.week3;

                /** w3-half：一半。 / Half. */
                public final class Half {
                    private Half() {}

                    public static double of(double x) {
                        throw new UnsupportedOperationException("TODO w3-half");
                    }
                }
                """,
                ExampleExercise.skeleton());
    }

    @Test
    void aLearnerIsShownTheClassWithoutMarks() {
        assertEquals(
                """
                public final class Half {
                    private Half() {}

                    public static double of(double x) {
                        return divided(x);
                    }

                    private static double divided(double x) {
                        return x / 2;
                    }
                }
                """,
                Skeleton.answer(ExampleExercise.SOLUTION));
    }

    @Test
    void unpairedMarksAreRejected() {
        var none = "class Half {}\n";
        var open = "class Half {\n        // answer\n}\n";
        var closed = "class Half {\n        // end\n}\n";
        var nested = "class Half {\n        // answer\n        // answer\n        // end\n}\n";
        for (var source : List.of(none, open, closed, nested, "")) {
            var error =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> Skeleton.of(ExampleExercise.exercise(), source));
            assertEquals(
                    "answers must stand between '// answer' and '// end', got an unpaired mark or"
                        + " none in io.github.dl4jprimer.exercises.week3.Half. Mend the solution.",
                    error.getMessage());
        }
    }
}
