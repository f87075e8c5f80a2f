package io.github.dl4jprimer.experiment;

/** Who is told how far a run is; the default hears nothing and says nothing. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /**
     * A run starts.
     *
     * @param name name of the experiment
     * @param done steps done before, if it is resumed
     * @param steps steps it will have taken at the end, or -1 if unknown
     */
    default void start(String name, long done, long steps) {}

    /**
     * A step is done.
     *
     * @param step steps done since the start of the run
     * @param dataLoss loss of the step
     */
    default void step(long step, double dataLoss) {}

    /** An epoch is done. */
    default void epoch(EpochMetrics metrics) {}

    /** The run ended. */
    default void end(Outcome outcome) {}
}
