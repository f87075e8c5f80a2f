package io.github.dl4jprimer.notebook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that drives programs of the machine: where one is missing it is skipped, or it fails under
 * {@code -Dtest.programs=required}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Drives.Condition.class)
public @interface Drives {
    /** The programs. */
    InstalledProgram[] value();

    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getTestClass()
                    .map(test -> test.getAnnotation(Drives.class))
                    .filter(drives -> context.getTestMethod().isEmpty())
                    .flatMap(Condition::problem)
                    .map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("all programs are there"));
        }

        private static Optional<String> problem(Drives drives) {
            var problem =
                    Arrays.stream(drives.value())
                            .map(InstalledProgram::problem)
                            .flatMap(Optional::stream)
                            .findFirst();
            if (System.getProperty("test.programs", "").equals("required")) {
                problem.ifPresent(
                        text -> {
                            throw new AssertionError(text);
                        });
            }
            return problem;
        }
    }
}
