package io.github.dl4jprimer.course.week2;

import io.github.dl4jprimer.course.Lesson;
import io.github.dl4jprimer.course.Week;
import java.util.List;

/** The lessons of week 2. */
public final class Week2 {
    private Week2() {}

    /** Returns the week. */
    public static Week week() {
        return new Week(
                2,
                List.of(
                        Lesson.of("gradient-descent", new GradientDescentPaths()),
                        Lesson.of("optimizers", new UpdateRules(), new SixOptimizers()),
                        Lesson.of("schedules", new Schedules()),
                        Lesson.of("initialisation", new SignalThroughLayers()),
                        Lesson.of(
                                "loss-classification",
                                new CrossEntropyOrMse(),
                                new ClassWeights(),
                                new LabelSmoothing()),
                        Lesson.of("loss-regression", new AnomalyRegression()),
                        Lesson.of("loss-generation", new CharacterModel()),
                        Lesson.of("loss-embeddings", new ContrastiveEmbeddings())));
    }
}
