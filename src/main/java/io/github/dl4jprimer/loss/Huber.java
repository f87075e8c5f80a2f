package io.github.dl4jprimer.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Huber's loss: squared for small errors, absolute for large ones, so that outliers pull gently.
 *
 * <pre>
 * e = prediction - label,   c = e cut to [-delta, delta]
 * L = mean over all elements of  c^2 / 2 + delta * (|e| - |c|)
 * </pre>
 *
 * <p>This is {@code torch.nn.HuberLoss(delta)}; {@code SmoothL1Loss(beta)} is it divided by beta.
 * Labels are [N, C].
 *
 * @param delta the error from which on the loss grows in a straight line, above 0, in label units
 * @see <a href="https://doi.org/10.1214/aoms/1177703732">Huber 1964</a>
 */
public record Huber(@JsonProperty("delta") double delta) implements RowLoss {

    /**
     * @throws IllegalArgumentException if delta is not positive
     */
    public Huber {
        Shapes.positive("delta", delta, "1 is usual for labels of unit spread");
    }

    @Override
    public INDArray losses(INDArray labels, INDArray output) {
        var error = error(labels, output);
        var cut = cut(error);
        var beyond = Transforms.abs(error, false).subi(Transforms.abs(cut, true)).muli(delta);
        return cut.mul(cut).muli(0.5).addi(beyond).mean(true, 1);
    }

    @Override
    public INDArray derivatives(INDArray labels, INDArray output) {
        return cut(error(labels, output)).divi(output.size(1));
    }

    private static INDArray error(INDArray labels, INDArray output) {
        return output.sub(Shapes.labels(labels, output, "Give one number for each output"));
    }

    private INDArray cut(INDArray error) {
        return Transforms.max(Transforms.min(error, delta, true), -delta, false);
    }
}
