package io.github.dl4jprimer.bench.peer;

/** A contender's network with its batches, in this process. */
interface Workload {
    /** Returns what computes, with its version. */
    String version();

    /** Returns the count of trained parameters. */
    long parameters();

    /** Makes one update on the one batch there is. */
    void train();

    /** Makes such an update and returns the loss before it, without any penalty. */
    double trainAndTell();

    /** Computes the outputs of a batch, to the end. */
    void infer();
}
