package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.Lesson;
import io.github.dl4jprimer.course.Week;
import java.util.List;

/** The lessons of week 4: attention, and what is built of it. */
public final class Week4 {
    private Week4() {}

    /** Returns the week. */
    public static Week week() {
        return new Week(
                4,
                List.of(
                        Lesson.of("attention", new AttentionByHand()),
                        Lesson.of("causal-mask", new CausalMask()),
                        Lesson.of(
                                "order-norm-residual",
                                new WordOrder(),
                                new ResidualStack(),
                                new NormOrder()),
                        Lesson.of("encoder", new EncoderOnAlarms(), new EncoderAblation()),
                        Lesson.of("tokens", new Tokens()),
                        Lesson.of("generation", new Generation()),
                        Lesson.of("pre-training", new PreTraining(), new FewLabels()),
                        Lesson.of("bert", new BertOnAlarms())));
    }
}
