package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

public final class Activations {
    private Activations() {}

    public static INDArray sigmoid(INDArray z) {
        return Transforms.exp(z.neg()).addi(1).rdivi(1);
    }

    public static INDArray relu(INDArray z) {
        return Transforms.max(z, 0);
    }

    public static INDArray gelu(INDArray z) {
        INDArray cubic = z.mul(z).muli(z).muli(0.044715);
        INDArray bent = Transforms.tanh(cubic.addi(z.mul(Math.sqrt(2 / Math.PI))));
        return bent.addi(1).muli(z).muli(0.5);
    }
}
