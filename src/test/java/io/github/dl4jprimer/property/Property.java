package io.github.dl4jprimer.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of what holds for whatever input: run with 25 seeds, from each of which the test draws its
 * input with {@link Draw}. A failure names the seed, which draws the same input again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@MethodSource("io.github.dl4jprimer.property.Draw#seeds")
public @interface Property {}
