package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

public final class Neuron {
    private Neuron() {}

    public static double score(INDArray w, INDArray x, double b) {
        return w.mul(x).sumNumber().doubleValue();
    }

    public static double output(INDArray w, INDArray x, double b) {
        return 1 / (1 + Math.exp(-score(w, x, b)));
    }

    public static INDArray layer(INDArray x, INDArray w, INDArray b) {
        return Transforms.sigmoid(x.mmul(w));
    }
}
