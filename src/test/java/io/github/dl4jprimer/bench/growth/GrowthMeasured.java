package io.github.dl4jprimer.bench.growth;

/**
 * What one process found out at one point.
 *
 * @param parameters of its network
 * @param train median milliseconds of a training step
 * @param infer median milliseconds of an inference step
 * @param startBytes in memory before the network was made
 * @param inferBytes the most in memory after inference alone
 * @param trainBytes the most in memory after training too
 */
record GrowthMeasured(
        long parameters,
        double train,
        double infer,
        long startBytes,
        long inferBytes,
        long trainBytes) {

    /** Returns the milliseconds of a step. */
    double milliseconds(GrowthStep step) {
        return step == GrowthStep.TRAIN ? train : infer;
    }

    /** Returns 10⁶ bytes that the network and its steps added to the process. */
    double addedMegabytes(GrowthStep step) {
        return ((step == GrowthStep.TRAIN ? trainBytes : inferBytes) - startBytes) / 1e6;
    }

    /** Returns 10⁶ bytes of the whole process at its fullest. */
    double peakMegabytes() {
        return trainBytes / 1e6;
    }
}
