package io.github.dl4jprimer.optimizer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AmsGradUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AMSGrad: Adam whose second moment never shrinks, so that steps never grow again.
 *
 * <pre>
 * m = beta1 * m + (1 - beta1) * g       m, v and h start at 0
 * v = beta2 * v + (1 - beta2) * g^2
 * h = max(h, v)
 * p = p - learningRate * (m / (1 - beta1^t)) / (sqrt(h / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>This is {@code torch.optim.Adam(amsgrad=True)}, which takes the maximum of the uncorrected v.
 *
 * @see <a href="https://arxiv.org/abs/1904.09237">Reddi, Kale and Kumar 2018</a>
 */
public final class TorchAmsGrad extends TorchUpdater {
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
    public TorchAmsGrad(
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

    /** Returns AMSGrad with PyTorch's defaults (0.9, 0.999, 1e-8) at a constant learning rate. */
    public static TorchAmsGrad of(double learningRate) {
        return new TorchAmsGrad(learningRate, null, 0.9, 0.999, 1e-8);
    }

    /** Returns this updater with other decay rates. */
    public TorchAmsGrad withBetas(double first, double second) {
        return new TorchAmsGrad(learningRate(), learningRateSchedule(), first, second, epsilon);
    }

    @Override
    List<String> stateNames() {
        return List.of("M", "V", "H");
    }

    @Override
    List<Double> settings() {
        return List.of(beta1, beta2, epsilon);
    }

    @Override
    void step(INDArray gradient, List<INDArray> state, double rate, int step) {
        var corrected = AdamMoments.corrected(rate, beta1, beta2, epsilon, step);
        Nd4j.exec(
                new AmsGradUpdater(
                        gradient,
                        state.get(1),
                        state.get(0),
                        state.get(2),
                        corrected.rate(),
                        beta1,
                        beta2,
                        corrected.epsilon(),
                        AdamMoments.LATE));
        AdamMoments.stopAtRateZero(gradient, rate);
    }

    @Override
    public TorchAmsGrad clone() {
        return new TorchAmsGrad(learningRate(), learningRateSchedule(), beta1, beta2, epsilon);
    }
}
