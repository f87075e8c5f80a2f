package io.github.dl4jprimer.optimizer;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gradient descent with heavy-ball momentum: the step keeps part of its former direction.
 *
 * <pre>
 * m = momentum * m + g         m starts at 0
 * p = p - learningRate * m
 * </pre>
 *
 * <p>This is {@code torch.optim.SGD(momentum=...)}. The learning rate stands outside of {@code m},
 * so a schedule acts on the whole step at once. With a constant gradient the step grows to {@code
 * learningRate * g / (1 - momentum)}: ten times plain descent at momentum 0.9. DL4J has no
 * heavy-ball momentum; its {@code Nesterovs} looks one step ahead and is another rule.
 *
 * @see <a href="https://doi.org/10.1016/0041-5553(64)90137-5">Polyak 1964</a>
 */
public final class Momentum extends TorchUpdater {
    private static final long serialVersionUID = 1L;

    private final double momentum;

    /**
     * @param learningRate step size, above 0; NaN if there is a schedule
     * @param learningRateSchedule learning rate by iteration, or null
     * @param momentum share of the former step that is kept, at least 0 and below 1
     * @throws IllegalArgumentException if a value is out of its range
     */
    @JsonCreator
    public Momentum(
            @JsonProperty("learningRate") double learningRate,
            @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
            @JsonProperty("momentum") double momentum) {
        super(learningRate, learningRateSchedule);
        this.momentum = Range.within("momentum", momentum, 0, 1, "0.9 is usual");
    }

    /** Returns momentum 0.9 at a constant learning rate. */
    public static Momentum of(double learningRate) {
        return new Momentum(learningRate, null, 0.9);
    }

    /** Returns this updater with another share kept. */
    public Momentum withMomentum(double share) {
        return new Momentum(learningRate(), learningRateSchedule(), share);
    }

    /** Share of the former step that is kept. */
    public double momentum() {
        return momentum;
    }

    @Override
    List<String> stateNames() {
        return List.of("M");
    }

    @Override
    List<Double> settings() {
        return List.of(momentum);
    }

    @Override
    void step(INDArray gradient, List<INDArray> state, double rate, int step) {
        var m = state.get(0);
        if (isVector(gradient) && isVector(m) && gradient.dataType() == m.dataType()) {
            // BLAS begins at once, where each of ND4J's operations takes microseconds to start.
            var blas = Nd4j.getBlasWrapper().level1();
            blas.axpy(m.length(), momentum, m, gradient); // g = momentum * m + g, the new m
            blas.copy(gradient, m);
            blas.scal(m.length(), rate, gradient);
        } else {
            Nd4j.exec(new Axpy(m, gradient, m, momentum));
            Nd4j.exec(new ScalarMultiplication(m, null, gradient, rate));
        }
    }

    /** Whether BLAS takes an array: floats or doubles, one after the other. */
    private static boolean isVector(INDArray array) {
        var type = array.dataType();
        return (type == DataType.FLOAT || type == DataType.DOUBLE)
                && array.isVectorOrScalar()
                && array.elementWiseStride() == 1;
    }

    @Override
    public Momentum clone() {
        return new Momentum(learningRate(), learningRateSchedule(), momentum);
    }
}
