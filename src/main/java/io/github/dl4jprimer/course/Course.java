package io.github.dl4jprimer.course;

import io.github.dl4jprimer.course.week1.Week1;
import io.github.dl4jprimer.course.week2.Week2;
import io.github.dl4jprimer.course.week3.Week3;
import io.github.dl4jprimer.course.week4.Week4;
import io.github.dl4jprimer.data.BadInput;
import java.util.List;

/** All weeks, and the catalogue of their experiments. */
public final class Course {
    private static final List<Week> WEEKS =
            List.of(Week1.week(), Week2.week(), Week3.week(), Week4.week());

    private Course() {}

    /** Returns the weeks in their order. */
    public static List<Week> weeks() {
        return WEEKS;
    }

    /**
     * Returns a week.
     *
     * @param number 1 to 4
     * @throws BadInput if there is no such week
     */
    public static Week week(int number) {
        if (number < 1 || number > WEEKS.size()) {
            throw new BadInput(
                    "week must be 1 to %d, got %d. Begin with week 1."
                            .formatted(WEEKS.size(), number));
        }
        return WEEKS.get(number - 1);
    }

    /** Returns all experiments in their order. */
    public static List<CourseExperiment> experiments() {
        return WEEKS.stream().flatMap(week -> week.experiments().stream()).toList();
    }

    /**
     * Returns a catalogued experiment.
     *
     * @throws BadInput if there is none of this id
     */
    public static CourseExperiment experiment(String id) {
        return experiments().stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "experiment must be one of those that 'primer experiments' lists, got %s."
                                                .formatted(id)));
    }

    /** Returns the week that an experiment belongs to. */
    public static Week weekOf(CourseExperiment experiment) {
        return WEEKS.stream()
                .filter(week -> week.experiments().contains(experiment))
                .findFirst()
                .orElseThrow();
    }
}
