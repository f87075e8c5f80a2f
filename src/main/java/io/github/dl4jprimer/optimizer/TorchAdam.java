package io.github.dl4jprimer.optimizer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adam: each parameter's step is its mean gradient over the size of its gradients.
 *
 * <pre>
 * m = beta1 * m + (1 - beta1) * g       m and v start at 0
 * v = beta2 * v + (1 - beta2) * g^2
 * p = p - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>This is {@code torch.optim.Adam}. DL4J's {@code Adam} adds epsilon before the bias correction,
 * which shows for gradients near epsilon: 0.228 instead of 0.180 for gradients of 1e-6.
 *
 * <p><b>AdamW</b> is this updater plus decoupled decay, {@code p = p - learningRate * weightDecay *
 * p}. An updater sees gradients only, and does not know which of them belong to weights; so the
 * decay is set where DL4J knows, on the layer: {@code .weightDecay(0.01)} on the layer's builder
 * (never on {@code NeuralNetConfiguration.Builder}, which applies it twice). It leaves out what the
 * layer declares as biases, layer-norm gains included, and is exactly {@code torch.optim.AdamW} for
 * the weights. {@code .l2(0.01)} instead puts the decay into the gradient, where Adam divides it
 * away: {@code torch.optim.Adam(weight_decay=0.01)}.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019 (AdamW)</a>
 */
public final class TorchAdam extends TorchUpdater {
    private static final long serialVersionUID = 1L;

    private final double beta1;
    private final double beta2;
    private final double epsilon;

    /**
     * @param learningRate step size, above 0; NaN if there is a schedule
     * @param learningRateSchedule learning rate by iteration, or null
     * @param beta1 decay of the mean of gradients, at least 0 and below 1
     * @param beta2 decay of the mean of squared gradients, at least 0 and below 1
     * @param epsilon added to the root, above 0
     * @throws IllegalArgumentException if a value is out of its range
     */
    @JsonCreator
    public TorchAdam(
            @JsonProperty("learningRate") double learningRate,
            @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
            @JsonProperty("beta1") double beta1,
            @JsonProperty("beta2") double beta2,
            @JsonProperty("epsilon") double epsilon) {
        super(learningRate, learningRateSchedule);
        this.beta1 = Range.within("beta1", beta1, 0, 1, "0.9 is usual");
        this.beta2 = Range.within("beta2", beta2, 0, 1, "0.999 is usual");
        this.epsilon = Range.above("epsilon", epsilon, 0, "1e-8 is usual");
    }

    /** Returns Adam with PyTorch's defaults (0.9, 0.999, 1e-8) at a constant learning rate. */
    public static TorchAdam of(double learningRate) {
        return new TorchAdam(learningRate, null, 0.9, 0.999, 1e-8);
    }

    /** Returns this updater with other decay rates. */
    public TorchAdam withBetas(double first, double second) {
        return new TorchAdam(learningRate(), learningRateSchedule(), first, second, epsilon);
    }

    @Override
    List<String> stateNames() {
        return List.of("M", "V");
    }

    @Override
    List<Double> settings() {
        return List.of(beta1, beta2, epsilon);
    }

    @Override
    void step(INDArray gradient, List<INDArray> state, double rate, int step) {
        var corrected = AdamMoments.corrected(rate, beta1, beta2, epsilon, step);
        Nd4j.exec(
                new AdamUpdater(
                        gradient,
                        state.get(1),
                        state.get(0),
                        corrected.rate(),
                        beta1,
                        beta2,
                        corrected.epsilon(),
                        AdamMoments.LATE));
        AdamMoments.stopAtRateZero(gradient, rate);
    }

    @Override
    public TorchAdam clone() {
        return new TorchAdam(learningRate(), learningRateSchedule(), beta1, beta2, epsilon);
    }
}
