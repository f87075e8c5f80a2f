package io.github.dl4jprimer.transformer;

import io.github.dl4jprimer.transformer.kernel.DropoutMask;
import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The {@link Normalizer} in plain ND4J operations. */
final class ReadableNormalizer implements Normalizer {
    private final LayerNormalization norm;
    private LayerNormalization.Result kept;
    private DropoutMask keptDropout = DropoutMask.none();

    ReadableNormalizer(Map<String, INDArray> parameters, double epsilon) {
        INDArray gain = parameters.get("gain");
        norm = gain == null ? null : new LayerNormalization(gain, parameters.get("bias"), epsilon);
    }

    @Override
    @SuppressWarnings("try") // the workspace is entered, not called
    public INDArray forward(INDArray x, DropoutMask dropout, Pass pass) {
        try (var memory = pass.workspaces().notifyScopeBorrowed(pass.kept())) {
            INDArray rows = x.reshape('c', -1, x.size(2)); // [N, D]
            if (norm != null) {
                kept = norm.forward(rows);
                rows = kept.output();
            }
            keptDropout = dropout;
            INDArray output = dropped(rows, dropout).dup('c').reshape('c', x.shape());
            return pass.workspaces().leverageTo(pass.result(), output);
        }
    }

    @Override
    public INDArray backward(
            INDArray gradient, Map<String, INDArray> gradients, LayerWorkspaceMgr workspaces) {
        INDArray rows = dropped(gradient.reshape('c', -1, gradient.size(2)), keptDropout);
        if (norm != null) {
            var found = norm.backward(kept, rows);
            gradients.get("gain").assign(found.gain());
            gradients.get("bias").assign(found.bias());
            rows = found.input();
        }
        return workspaces.leverageTo(
                ArrayType.ACTIVATION_GRAD, rows.dup('c').reshape('c', gradient.shape()));
    }

    @Override
    public void forget() {
        kept = null;
    }

    private static INDArray dropped(INDArray array, DropoutMask dropout) {
        return dropout.isNone() ? array : array.mul(dropout.array(array));
    }
}
