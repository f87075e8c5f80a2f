/** The experiments of week 4; start with {@link io.github.dl4jprimer.course.week4.Week4}. */
package io.github.dl4jprimer.course.week4;
