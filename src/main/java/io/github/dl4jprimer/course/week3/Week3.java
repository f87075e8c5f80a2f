package io.github.dl4jprimer.course.week3;

import io.github.dl4jprimer.course.Lesson;
import io.github.dl4jprimer.course.Week;
import java.util.List;

/** The lessons of week 3. */
public final class Week3 {
    private Week3() {}

    /** Returns the week. */
    public static Week week() {
        return new Week(
                3,
                List.of(
                        Lesson.of("fit", new Capacity(), new DataAmount()),
                        Lesson.of("weight-penalties", new WeightPenalties(), new AdamL2OrAdamW()),
                        Lesson.of("dropout", new DropoutRates(), new DropoutTestTime()),
                        Lesson.of("early-stopping", new EarlyStoppingPoint()),
                        Lesson.of("augmentation", new Augmentation()),
                        Lesson.of("normalisation", new Normalisation()),
                        Lesson.of("search", new Search()),
                        Lesson.of("workflow", new Workflow())));
    }
}
