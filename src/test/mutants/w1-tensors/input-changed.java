package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;

public final class Tensors {
    private Tensors() {}

    public static INDArray columnMeans(INDArray x) {
        return x.mean(0);
    }

    public static INDArray centred(INDArray x) {
        return x.subRowVector(columnMeans(x));
    }

    public static INDArray doubledRow(INDArray x, int row) {
        return x.getRow(row).muli(2);
    }
}
