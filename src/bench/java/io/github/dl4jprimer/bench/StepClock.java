package io.github.dl4jprimer.bench;

import java.util.ArrayList;
import java.util.List;

/** Times a step again and again. */
public final class StepClock {
    private static final int FEWEST = 3;

    private StepClock() {}

    /** Runs a step for some seconds, at least once, so that Java's compiler is done with it. */
    public static void warmUp(Runnable step, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            step.run();
        } while (System.nanoTime() < end);
    }

    /** Returns the median milliseconds of as many steps as fit, at least {@value #FEWEST}. */
    public static double median(Runnable step, double seconds) {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (times.size() < FEWEST || System.nanoTime() < end) {
            long start = System.nanoTime();
            step.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return Spread.of(times).median();
    }
}
