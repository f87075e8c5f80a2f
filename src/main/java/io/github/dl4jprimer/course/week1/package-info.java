/** The experiments of week 1; start with {@link io.github.dl4jprimer.course.week1.Week1}. */
package io.github.dl4jprimer.course.week1;
