package io.github.dl4jprimer.bench.peer;

import java.util.List;

/**
 * Holds a contender to the work of the others: as many parameters, and from the same start on the
 * same batch the same losses, step by step.
 */
final class SameWork {
    /** How far losses may be apart, of what they come down by in these steps. */
    static final double TOLERANCE = 0.02;

    /** Share of the parameters that DL4J's nearest network may lack. */
    static final double LACKING = 0.01;

    private SameWork() {}

    /**
     * Checks what a contender did.
     *
     * @param expected losses of this project's run
     * @throws IllegalStateException if it did something else
     */
    static void check(
            PeerModel model, Contender contender, Measured measured, List<Double> expected) {
        boolean same = contender.hasTheSameParameters(model);
        long lacking = model.parameters() - measured.parameters();
        if (same ? lacking != 0 : lacking < 0 || lacking > LACKING * model.parameters()) {
            throw other(contender, "parameters", model.parameters(), measured.parameters());
        }
        if (!(measured.fall() > 0)) {
            throw other(contender, "losses", "falling ones", measured.losses());
        }
        if (!same) {
            return;
        }
        double fall = expected.get(0) - expected.get(expected.size() - 1);
        for (int step = 0; step < expected.size(); step++) {
            double difference = Math.abs(measured.losses().get(step) - expected.get(step));
            if (!(difference <= TOLERANCE * fall)) {
                throw other(contender, "losses", expected, measured.losses());
            }
        }
    }

    private static IllegalStateException other(
            Contender contender, String what, Object expected, Object got) {
        return new IllegalStateException(
                "%s of %s must be %s, got %s. It does other work: mend it before comparing times."
                        .formatted(what, contender.title(), expected, got));
    }
}
