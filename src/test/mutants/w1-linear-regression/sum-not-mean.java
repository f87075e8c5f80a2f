package io.github.dl4jprimer.exercises.week1;

import org.nd4j.linalg.api.ndarray.INDArray;

public final class LinearRegression {
    private LinearRegression() {}

    public static double loss(INDArray x, INDArray y, double[] line) {
        INDArray error = error(x, y, line);
        return error.mul(error).meanNumber().doubleValue();
    }

    public static double[] gradient(INDArray x, INDArray y, double[] line) {
        INDArray error = error(x, y, line);
        return new double[] {
            2 * error.mul(x).sumNumber().doubleValue(), 2 * error.sumNumber().doubleValue()
        };
    }

    public static double[] train(INDArray x, INDArray y, int steps, double rate) {
        double[] line = {0, 0};
        for (int step = 0; step < steps; step++) {
            double[] gradient = gradient(x, y, line);
            line[0] -= rate * gradient[0];
            line[1] -= rate * gradient[1];
        }
        return line;
    }

    private static INDArray error(INDArray x, INDArray y, double[] line) {
        return x.mul(line[0]).addi(line[1]).subi(y);
    }
}
