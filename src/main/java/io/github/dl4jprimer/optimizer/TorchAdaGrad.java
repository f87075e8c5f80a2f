package io.github.dl4jprimer.optimizer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdaGradUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AdaGrad: each parameter's step is its gradient over the size of all its gradients so far.
 *
 * <pre>
 * v = v + g^2                            v starts at 0
 * p = p - learningRate * g / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>This is {@code torch.optim.Adagrad}. DL4J's {@code AdaGrad} starts v at its epsilon of 1e-6
 * and keeps that start whatever epsilon is asked for.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer 2011</a>
 */
public final class TorchAdaGrad extends TorchUpdater {
    private static final long serialVersionUID = 1L;

    private final double epsilon;

    /**
     * @param learningRate step size, above 0; NaN if there is a schedule
     * @param learningRateSchedule learning rate by iteration, or null
     * @param epsilon added to the root, above 0
     * @throws IllegalArgumentException if a value is out of its range
     */
    @JsonCreator
    public TorchAdaGrad(
            @JsonProperty("learningRate") double learningRate,
            @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
            @JsonProperty("epsilon") double epsilon) {
        super(learningRate, learningRateSchedule);
        this.epsilon = Range.above("epsilon", epsilon, 0, "1e-10 is usual");
    }

    /** Returns AdaGrad with PyTorch's epsilon of 1e-10 at a constant learning rate. */
    public static TorchAdaGrad of(double learningRate) {
        return new TorchAdaGrad(learningRate, null, 1e-10);
    }

    @Override
    List<String> stateNames() {
        return List.of("V");
    }

    @Override
    List<Double> settings() {
        return List.of(epsilon);
    }

    @Override
    void step(INDArray gradient, List<INDArray> state, double rate, int step) {
        Nd4j.exec(new AdaGradUpdater(gradient, state.get(0), rate, epsilon));
    }

    @Override
    public TorchAdaGrad clone() {
        return new TorchAdaGrad(learningRate(), learningRateSchedule(), epsilon);
    }
}
