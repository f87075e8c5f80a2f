package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

public final class ActivationDerivatives {
    private ActivationDerivatives() {}

    public static INDArray sigmoid(INDArray z) {
        INDArray s = Transforms.sigmoid(z);
        return s.mul(s.rsub(1));
    }

    public static INDArray tanh(INDArray z) {
        INDArray t = Transforms.tanh(z);
        return t.mul(t).rsubi(1);
    }

    public static INDArray relu(INDArray z) {
        return Transforms.max(z, 0);
    }
}
