package io.github.dl4jprimer.exercise;

import io.github.dl4jprimer.language.Language;

/**
 * What the checking process is asked to do.
 *
 * @param className full name of the class that the learner writes
 * @param checkName full name of the class that checks it
 * @param source what the learner wrote
 * @param check source of the checks
 * @param todo the message of a part that is not written yet
 * @param locale language of the compiler's messages
 */
record Job(
        String className,
        String checkName,
        String source,
        String check,
        String todo,
        String locale) {

    static Job of(Exercise exercise, String source, String check, Language language) {
        return new Job(
                exercise.className(),
                exercise.checkName(),
                source,
                check,
                exercise.todo(),
                language.choose("zh-CN", "en"));
    }

    /** Returns a line of a text, from 1; empty if there is none. */
    static String line(String text, int number) {
        return number < 1 ? "" : text.lines().skip(number - 1L).findFirst().orElse("");
    }
}
