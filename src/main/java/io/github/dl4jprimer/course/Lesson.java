package io.github.dl4jprimer.course;

import java.util.List;

/**
 * A concept and the experiments that show it.
 *
 * @param id names the lesson's text
 * @param experiments in the order in which they are run
 */
public record Lesson(String id, List<CourseExperiment> experiments) {
    /** Copies the list. */
    public Lesson {
        experiments = List.copyOf(experiments);
    }

    /** Makes a lesson. */
    public static Lesson of(String id, CourseExperiment... experiments) {
        return new Lesson(id, List.of(experiments));
    }
}
