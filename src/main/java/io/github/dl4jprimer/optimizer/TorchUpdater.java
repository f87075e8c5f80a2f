package io.github.dl4jprimer.optimizer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * What the updaters of this package share: a learning rate or a schedule of it, and a state of some
 * arrays as long as the parameters, all zero at the start.
 *
 * <p>A subclass names its state arrays and turns a gradient into a step; DL4J subtracts the step
 * from the parameters. Hyper-parameters are fields, so that they are part of the model's JSON; two
 * updaters with equal settings are equal, which lets DL4J update neighbouring layers in one go.
 */
public abstract class TorchUpdater implements IUpdater {
    private static final long serialVersionUID = 1L;

    private double learningRate;
    private ISchedule learningRateSchedule;

    /**
     * @param learningRate step size, above 0; NaN exactly if there is a schedule
     * @param schedule learning rate by iteration, or null
     * @throws IllegalArgumentException if the learning rate is not positive and there is no
     *     schedule
     */
    protected TorchUpdater(double learningRate, ISchedule schedule) {
        if (schedule == null) {
            Range.above("learningRate", learningRate, 0, "0.01 is a usual start");
        }
        this.learningRate = learningRate;
        this.learningRateSchedule = schedule;
    }

    /** Names of the state arrays, in the order in which they are stored. */
    abstract List<String> stateNames();

    /** The settings besides the learning rate, for comparing updaters. */
    abstract List<Double> settings();

    /**
     * Replaces a gradient by the step to subtract, and brings the state up to date, both in place.
     *
     * @param gradient [n]
     * @param state one array [n] a state name
     * @param rate learning rate of this step
     * @param step number of this step, from 1
     */
    abstract void step(INDArray gradient, List<INDArray> state, double rate, int step);

    @Override
    public abstract TorchUpdater clone();

    @Override
    public long stateSize(long parameters) {
        return stateNames().size() * parameters;
    }

    @Override
    public GradientUpdater<TorchUpdater> instantiate(INDArray view, boolean initialize) {
        var updater = new StatefulUpdater(this);
        updater.setStateViewArray(
                view, new long[] {view.length() / stateNames().size()}, 'c', initialize);
        return updater;
    }

    @Override
    public GradientUpdater<TorchUpdater> instantiate(
            Map<String, INDArray> state, boolean initialize) {
        var updater = new StatefulUpdater(this);
        updater.setState(state, initialize);
        return updater;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return learningRateSchedule == null
                ? learningRate
                : learningRateSchedule.valueAt(iteration, epoch);
    }

    /** The schedule, or null if the learning rate is constant. */
    public ISchedule learningRateSchedule() {
        return learningRateSchedule;
    }

    /** The constant learning rate, or NaN if there is a schedule. */
    public double learningRate() {
        return learningRate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        learningRate = rate;
        learningRateSchedule = schedule;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TorchUpdater that
                && getClass() == that.getClass()
                && Double.compare(learningRate, that.learningRate) == 0
                && Objects.equals(learningRateSchedule, that.learningRateSchedule)
                && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return Objects.hash(getClass(), learningRate, learningRateSchedule, settings());
    }

    @Override
    public String toString() {
        var rate = learningRateSchedule == null ? learningRate : learningRateSchedule;
        return getClass().getSimpleName() + "(learningRate=" + rate + ", " + settings() + ")";
    }
}
