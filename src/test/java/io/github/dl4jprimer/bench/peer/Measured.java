package io.github.dl4jprimer.bench.peer;

import java.util.List;

/**
 * What one process found out.
 *
 * @param version of what computed
 * @param parameters of its network
 * @param losses of the first steps from the common start, each before its update
 * @param train median milliseconds of a training step
 * @param infer median milliseconds of an inference step
 */
record Measured(String version, long parameters, List<Double> losses, double train, double infer) {

    /** Copies the losses. */
    Measured {
        losses = List.copyOf(losses);
    }

    /** Returns the milliseconds of a step. */
    double milliseconds(PeerCase.Mode mode) {
        return mode == PeerCase.Mode.TRAIN ? train : infer;
    }

    /** Returns how far the loss came down. */
    double fall() {
        return losses.get(0) - losses.get(losses.size() - 1);
    }
}
