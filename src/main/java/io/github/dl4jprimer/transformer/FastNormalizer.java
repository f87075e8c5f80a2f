package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import io.github.dl4jprimer.transformer.kernel.Floats;
import io.github.dl4jprimer.transformer.kernel.NormalizationKernel;
import io.github.dl4jprimer.transformer.kernel.Rows;
import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The {@link Normalizer} on float memory, one pass over the rows each way. */
final class FastNormalizer implements Normalizer {
    private final Map<String, INDArray> parameters;
    private final double epsilon;
    private NormalizationKernel kept;
    private DropoutMask keptDropout = DropoutMask.none();

    FastNormalizer(Map<String, INDArray> parameters, double epsilon) {
        this.parameters = parameters;
        this.epsilon = epsilon;
    }

    @Override
    public INDArray forward(INDArray x, DropoutMask dropout, Pass pass) {
        INDArray output = pass.output(DataType.FLOAT, x.shape());
        var rows = rows(x).read(Floats.of(x));
        if (parameters.containsKey("gain")) {
            kept =
                    new NormalizationKernel(
                            Floats.of(parameters.get("gain")),
                            Floats.of(parameters.get("bias")),
                            epsilon,
                            Floats.of(pass.keep(DataType.FLOAT, x.shape())),
                            Floats.of(pass.keep(DataType.FLOAT, x.size(0) * x.size(1))));
            rows.normalize(kept);
        }
        keptDropout = dropout;
        rows.drop(dropout).write(Floats.of(output)).run();
        return output;
    }

    @Override
    public INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        INDArray result =
                workspaces.createUninitialized(
                        ArrayType.ACTIVATION_GRAD, DataType.FLOAT, gradient.shape(), 'c');
        var rows = rows(gradient).read(Floats.of(gradient)).drop(keptDropout);
        if (kept != null) {
            rows.normalizationGradient(
                    kept, Floats.of(gradients.get("gain")), Floats.of(gradients.get("bias")));
        }
        rows.write(Floats.of(result)).run();
        return result;
    }

    @Override
    public void forget() {
        kept = null;
    }

    private static Rows rows(INDArray array) {
        int count = Math.toIntExact(array.size(0) * array.size(1));
        return Rows.of(count, Math.toIntExact(array.size(2)));
    }
}
