package io.github.dl4jprimer.course;

import java.util.List;

/**
 * A week of the course.
 *
 * @param number 1 to 4
 * @param lessons in their order
 */
public record Week(int number, List<Lesson> lessons) {
    /** Copies the list. */
    public Week {
        lessons = List.copyOf(lessons);
    }

    /** Returns all experiments of the week in their order. */
    public List<CourseExperiment> experiments() {
        return lessons.stream().flatMap(lesson -> lesson.experiments().stream()).toList();
    }
}
