package io.github.dl4jprimer.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Checks an exercise in this very process: compiles, loads into a fresh class loader, runs the
 * checks with JUnit.
 *
 * <p>Nothing here bounds what the learner's code may do; {@link Checker} does, from outside.
 */
final class CheckRun {
    private final ExerciseCompiler compiler = new ExerciseCompiler();
    private final Launcher launcher =
            LauncherFactory.create(
                    LauncherConfig.builder()
                            .enableTestEngineAutoRegistration(false)
                            .enableTestExecutionListenerAutoRegistration(false)
                            .enableLauncherSessionListenerAutoRegistration(false)
                            .enableLauncherDiscoveryListenerAutoRegistration(false)
                            .enablePostDiscoveryFilterAutoRegistration(false)
                            .addTestEngines(new JupiterTestEngine())
                            .build());

    /** Returns the verdict on a job. */
    Verdict run(Job job) {
        var compiled = compiler.compile(job);
        if (compiled.refusal() != null) {
            return compiled.refusal();
        }
        // A learner may have set ND4J's default type, which the whole process shares.
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        var loader = compiled.classes().loader(CheckRun.class.getClassLoader());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Verdict.of(results(job, loader.loadClass(job.checkName())), "");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private List<Verdict.CheckResult> results(Job job, Class<?> check) {
        var results = new ArrayList<Verdict.CheckResult>();
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(check))
                        .build();
        launcher.execute(request, new Collector(job, results));
        results.sort(Comparator.comparingInt(result -> job.check().indexOf(result.name() + "(")));
        return results;
    }

    /** Turns what JUnit reports into results. */
    private record Collector(Job job, List<Verdict.CheckResult> results)
            implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            var error = result.getThrowable().orElse(null);
            if (test.isTest() || error != null) {
                results.add(result(name(test), error));
            }
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse(test.getDisplayName());
        }

        private Verdict.CheckResult result(String name, Throwable error) {
            if (error == null) {
                return new Verdict.CheckResult(name, false, null);
            }
            if (Expect.isTodo(error) && job.todo().equals(error.getMessage())) {
                return new Verdict.CheckResult(name, true, null);
            }
            var answer = error instanceof WrongAnswer wrong ? wrong.mismatch() : null;
            var mismatch = answer != null ? answer : Mismatch.thrown(name, error, "");
            var thrown = answer != null ? error.getCause() : error;
            return new Verdict.CheckResult(name, false, mismatch.withLine(line(thrown)));
        }

        /** The topmost line of the learner's in a stack trace, or 0. */
        private int line(Throwable thrown) {
            return thrown == null ? 0 : learnersLine(thrown.getStackTrace(), job.className());
        }
    }

    /** Returns the topmost line of a class in a stack trace, or 0 if it is not in it. */
    static int learnersLine(StackTraceElement[] trace, String className) {
        return Arrays.stream(trace)
                .filter(
                        frame ->
                                frame.getClassName().equals(className)
                                        || frame.getClassName().startsWith(className + "$"))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
    }
}
