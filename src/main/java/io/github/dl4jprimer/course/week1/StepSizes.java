package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import io.github.dl4jprimer.scratch.TwoLayerNetwork.Parameters;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How far the numerical gradient of W₁ is off for each step h, in double and in single precision.
 *
 * <p>A large h sees the loss's curvature, an error that falls with h²; a small one sees rounding,
 * an error that grows with 1/h. In single precision the two leave no good h in between.
 *
 * <pre>
 * n - a ≈ h²/6 L‴   for large h        |n - a| ≈ ε |L| / h   for small h,   ε the precision
 * </pre>
 *
 * <p>Double precision has ε of about 10⁻¹⁶ and its best h lies near the cube root of that; in float
 * ε is about 10⁻⁷, and the best h is still so coarse that only gross mistakes are found.
 *
 * @param network in double precision
 * @param data in double precision
 */
record StepSizes(TwoLayerNetwork network, NumberDataset data) {
    private static final int SMALLEST = 11;

    /** Leaves a table and a chart. */
    void show(Lab lab) {
        double[] steps =
                IntStream.rangeClosed(1, SMALLEST).mapToDouble(i -> Math.pow(10, -i)).toArray();
        double[] doubles = DoubleStream.of(steps).map(h -> error(DataType.DOUBLE, h)).toArray();
        double[] floats = DoubleStream.of(steps).map(h -> error(DataType.FLOAT, h)).toArray();
        var table = TextTable.of("h", "double", "float");
        for (int i = 0; i < steps.length; i++) {
            table.row(steps[i], doubles[i], floats[i]);
        }
        var caption =
                lab.say("数值梯度的相对误差与步长 h", "Relative error of the numerical gradient by step h");
        lab.table(caption, table);
        var chart =
                new LineChart(caption)
                        .x(lab.say("步长 h", "step h"))
                        .y(lab.say("相对误差", "relative error"))
                        .logX()
                        .logY()
                        .points("double", steps, doubles)
                        .points("float", steps, floats);
        lab.chart(
                "step-sizes",
                lab.say("h 太大看见弯曲，太小看见舍入", "A large h sees curvature, a small one rounding"),
                chart);
        claim(lab, doubles, floats);
    }

    /**
     * Claims that double precision has a good step and that single precision has none nearly as
     * good.
     */
    static void claim(Lab lab, double[] doubles, double[] floats) {
        double best = DoubleStream.of(doubles).min().orElseThrow();
        double bestFloat = DoubleStream.of(floats).min().orElseThrow();
        lab.figure("double.best", best);
        lab.figure("float.best", bestFloat);
        lab.claim(
                lab.say(
                                "要用 double：最好的 h 在 double 下误差 %.1e，在 float 下只能到 %.1e",
                                "double is needed: with the best h the error is %.1e in double,"
                                        + " %.1e in float")
                        .formatted(best, bestFloat),
                best < 1e-6 && bestFloat > 100 * best);
    }

    /** The distance of the two gradients of W₁ by the sum of their lengths. */
    double error(DataType type, double h) {
        var exact =
                network.backward(network.forward(data.features()), data.targets())
                        .parameters()
                        .w1();
        var numerical = numerical(type, h).castTo(DataType.DOUBLE);
        double distance = exact.sub(numerical).norm2Number().doubleValue();
        double lengths = exact.norm2Number().doubleValue() + numerical.norm2Number().doubleValue();
        return distance / lengths;
    }

    private INDArray numerical(DataType type, double h) {
        var start = network.parameters();
        var w1 = start.w1().castTo(type).dup();
        var typed =
                new TwoLayerNetwork(
                        new Parameters(
                                w1,
                                start.b1().castTo(type),
                                start.w2().castTo(type),
                                start.b2().castTo(type)),
                        network.activation());
        var typedData = data.castTo(type);
        var gradient = w1.ulike();
        for (long i = 0; i < w1.length(); i++) {
            double value = w1.getDouble(i);
            w1.putScalar(i, value + h);
            double above = typed.loss(typedData.features(), typedData.targets());
            w1.putScalar(i, value - h);
            double below = typed.loss(typedData.features(), typedData.targets());
            w1.putScalar(i, value);
            gradient.putScalar(i, (above - below) / (2 * h));
        }
        return gradient;
    }
}
