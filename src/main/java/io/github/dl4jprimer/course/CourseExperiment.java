package io.github.dl4jprimer.course;

/**
 * One catalogued experiment of a lesson.
 *
 * <p>It is stateless: the same settings and seed give the same findings, in whatever order and
 * however often it is run.
 */
public interface CourseExperiment {
    /** Returns the id, {@code wN-name}, under which the texts and {@code primer run} know it. */
    String id();

    /** Returns the settings a learner may change, at the values the lesson uses. */
    Settings settings();

    /**
     * Returns the settings at a size that takes a few seconds, for tests; claims need not hold at
     * that size.
     */
    default Settings quick() {
        return settings();
    }

    /** Runs the experiment, leaving its tables, charts, figures and claims in the lab. */
    void run(Lab lab);
}
