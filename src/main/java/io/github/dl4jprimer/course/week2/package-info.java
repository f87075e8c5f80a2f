/** The experiments of week 2; start with {@link io.github.dl4jprimer.course.week2.Week2}. */
package io.github.dl4jprimer.course.week2;
