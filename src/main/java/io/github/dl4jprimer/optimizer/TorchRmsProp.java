package io.github.dl4jprimer.optimizer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.RmsPropUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * RMSprop: each parameter's step is its gradient over the recent size of its gradients.
 *
 * <pre>
 * v = alpha * v + (1 - alpha) * g^2      v starts at 0
 * p = p - learningRate * g / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>This is {@code torch.optim.RMSprop}. DL4J's {@code RmsProp} starts v at epsilon and has 0.95
 * for alpha, so its first steps and its smoothing differ.
 *
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Hinton
 *     2012, lecture 6e</a>
 */
public final class TorchRmsProp extends TorchUpdater {
    private static final long serialVersionUID = 1L;

    private final double alpha;
    private final double epsilon;

    /**
     * @param learningRate step size, above 0; NaN if there is a schedule
     * @param learningRateSchedule learning rate by iteration, or null
     * @param alpha decay of the mean of squared gradients, at least 0 and below 1
     * @param epsilon added to the root, above 0
     * @throws IllegalArgumentException if a value is out of its range
     */
    @JsonCreator
    public TorchRmsProp(
            @JsonProperty("learningRate") double learningRate,
            @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("epsilon") double epsilon) {
        super(learningRate, learningRateSchedule);
        this.alpha = Range.within("alpha", alpha, 0, 1, "0.99 is usual");
        this.epsilon = Range.above("epsilon", epsilon, 0, "1e-8 is usual");
    }

    /** Returns RMSprop with PyTorch's defaults (0.99, 1e-8) at a constant learning rate. */
    public static TorchRmsProp of(double learningRate) {
        return new TorchRmsProp(learningRate, null, 0.99, 1e-8);
    }

    /** Returns this updater with another decay of the squared gradients. */
    public TorchRmsProp withAlpha(double decay) {
        return new TorchRmsProp(learningRate(), learningRateSchedule(), decay, epsilon);
    }

    @Override
    List<String> stateNames() {
        return List.of("V");
    }

    @Override
    List<Double> settings() {
        return List.of(alpha, epsilon);
    }

    @Override
    void step(INDArray gradient, List<INDArray> state, double rate, int step) {
        Nd4j.exec(new RmsPropUpdater(gradient, state.get(0), rate, alpha, epsilon));
    }

    @Override
    public TorchRmsProp clone() {
        return new TorchRmsProp(learningRate(), learningRateSchedule(), alpha, epsilon);
    }
}
