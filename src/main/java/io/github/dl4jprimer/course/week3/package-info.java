/** The experiments of week 3; start with {@link io.github.dl4jprimer.course.week3.Week3}. */
package io.github.dl4jprimer.course.week3;
