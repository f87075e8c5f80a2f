package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.Language;
import java.util.List;
import java.util.Map;

/** A small exercise that is in no catalogue, with sources for everything that can become of it. */
final class ExampleExercise {
    static final String SOLUTION =
            """
            package io.github.dl4jprimer.exercises.week3;

            /** w3-half：一半。 / Half. */
            public final class Half {
                private Half() {}

                public static double of(double x) {
                    // answer
                    return divided(x);
                    // end
                }

                // answer
                private static double divided(double x) {
                    return x / 2;
                }
                // end
            }
            """;

    static final String CHECK =
            """
            package io.github.dl4jprimer.exercises.week3;

            import io.github.dl4jprimer.exercise.Expect;
            import org.junit.jupiter.api.Test;

            class HalfCheck {
                @Test
                void zeroIsItsOwnHalf() {
                    Expect.that("Half.of(0)", () -> Half.of(0)).is(0.0);
                }

                @Test
                void aNumberIsHalved() {
                    Expect.that("Half.of(3)", () -> Half.of(3)).looksLike("doubled", 6.0).is(1.5);
                }
            }
            """;

    private ExampleExercise() {}

    static Exercise exercise() {
        return new Exercise(
                "w3-half",
                Map.of(
                        Language.ZH,
                        text("一半", "乘成了两倍。", "没有变。"),
                        Language.EN,
                        text("Half", "it was doubled.", "nothing was done.")));
    }

    private static ExerciseText text(String title, String doubled, String unchanged) {
        return new ExerciseText(
                title,
                List.of("1?", "2?", "3?"),
                Map.of("doubled", doubled, "unchanged", unchanged));
    }

    /** Returns the skeleton with this body instead of the TODO. */
    static String source(String body) {
        return skeleton()
                .replace("throw new UnsupportedOperationException(\"TODO w3-half\");", body);
    }

    static String skeleton() {
        return Skeleton.of(exercise(), SOLUTION);
    }

    static Job job(String body) {
        return Job.of(exercise(), source(body), CHECK, Language.EN);
    }
}
