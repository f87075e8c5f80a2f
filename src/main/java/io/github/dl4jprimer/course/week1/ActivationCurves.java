package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.BadInput;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.ActivationFunction;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sigmoid, tanh, ReLU and GELU as curves, with their derivatives.
 *
 * <p>The derivative is what a gradient is multiplied by on its way back: where it is near zero, at
 * both ends of sigmoid and tanh and left of zero for ReLU, nothing gets through.
 *
 * <pre>
 * sigmoid 1 / (1 + e⁻ᶻ)        derivative y (1 - y), at most 1/4
 * tanh    (eᶻ - e⁻ᶻ)/(eᶻ + e⁻ᶻ)  derivative 1 - y², at most 1
 * ReLU    max(0, z)             derivative 0 or 1
 * GELU    z Φ(z)                derivative Φ(z) + z φ(z),  Φ the normal distribution function
 * </pre>
 *
 * <p>Ten sigmoid layers multiply a gradient by at most (1/4)¹⁰, a millionth: that is why deep
 * networks were hard to train before ReLU. The third table holds ND4J's two GELUs against the exact
 * one: {@code gelu} is z σ(1.702 z), an approximation, and {@code preciseGelu} is not the tanh form
 * its name suggests.
 *
 * <p>Setting: {@code range}, the largest |z| shown. Change this: {@code --set range=1} stays where
 * all four have a slope, and the claim about their ends is then false, as it should be.
 */
final class ActivationCurves implements CourseExperiment {
    private static final List<ActivationFunction> ALL = List.of(ActivationFunction.values());
    private static final int POINTS = 241;

    @Override
    public String id() {
        return "w1-activations";
    }

    @Override
    public Settings settings() {
        return Settings.none().with("range", 6.0, 0.1, 100);
    }

    /**
     * Returns the activation of this name.
     *
     * @throws BadInput if there is none
     */
    static ActivationFunction named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "activation must be one of %s, got %s. Choose one of them."
                                                .formatted(ALL, name)));
    }

    @Override
    public void run(Lab lab) {
        double range = lab.settings().number("range");
        tabulate(lab, range);
        compareGelu(lab);
        draw(lab, range);
        claim(lab, range);
    }

    private static void tabulate(Lab lab, double range) {
        double[] places = {-range, -range / 3, 0, range / 3, range};
        var z = Nd4j.createFromArray(places);
        var table =
                TextTable.of(
                        "z",
                        "sigmoid",
                        "sigmoid′",
                        "tanh",
                        "tanh′",
                        "ReLU",
                        "ReLU′",
                        "GELU",
                        "GELU′");
        for (int i = 0; i < places.length; i++) {
            int place = i;
            var cells =
                    ALL.stream()
                            .flatMap(f -> Stream.of(f.value(z), f.derivative(z)))
                            .map(values -> (Object) values.getDouble(place));
            table.row(Stream.concat(Stream.of(places[i]), cells).toArray());
        }
        lab.table(lab.say("激活函数的值与导数", "Values and derivatives"), table);
    }

    /** ND4J has two functions of this name, and neither is the one that BERT uses. */
    private static void compareGelu(Lab lab) {
        var z = Nd4j.createFromArray(-2.0, -1.0, 1.0, 2.0);
        var exact = ActivationFunction.GELU.value(z);
        var fast = Nd4j.nn().gelu(z.dup());
        var precise = Nd4j.nn().preciseGelu(z.dup());
        var table =
                TextTable.of(
                        "z",
                        lab.say("本课程（精确）", "this course (exact)"),
                        "Nd4j.nn().gelu",
                        "preciseGelu");
        for (int i = 0; i < z.length(); i++) {
            table.row(z.getDouble(i), exact.getDouble(i), fast.getDouble(i), precise.getDouble(i));
        }
        lab.table(lab.say("三个都叫 GELU", "Three of them are called GELU"), table);
        lab.figure("gelu.difference", fast.sub(exact).amaxNumber().doubleValue());
        lab.figure("preciseGelu.difference", precise.sub(exact).amaxNumber().doubleValue());
    }

    private static void draw(Lab lab, double range) {
        lab.chart(
                "values",
                lab.say("激活函数", "Activation functions"),
                curves(
                        lab,
                        range,
                        lab.say("激活函数 f(z)", "Activation functions f(z)"),
                        "f(z)",
                        false));
        lab.chart(
                "derivatives",
                lab.say("导数：两端接近零的地方，梯度传不回去", "Derivatives: near zero no gradient gets back"),
                curves(
                        lab,
                        range,
                        lab.say("激活函数的导数 f′(z)", "Their derivatives f′(z)"),
                        "f′(z)",
                        true));
    }

    private static LineChart curves(Lab lab, double range, String title, String y, boolean slope) {
        double[] places = places(range);
        var z = Nd4j.createFromArray(places);
        var chart = new LineChart(title).x(lab.say("加权和 z", "weighted sum z")).y(y);
        if (!slope) {
            chart.yRange(-1.2, 2.5); // ReLU and GELU go on for ever and would flatten the others
        }
        for (var f : ALL) {
            var values = slope ? f.derivative(z) : f.value(z);
            chart.line(name(f), places, values.toDoubleVector());
        }
        return chart;
    }

    private static void claim(Lab lab, double range) {
        UnaryOperator<INDArray> sigmoid = ActivationFunction.SIGMOID::derivative;
        double steepest =
                sigmoid.apply(Nd4j.createFromArray(places(range))).maxNumber().doubleValue();
        var end = Nd4j.createFromArray(range);
        double sigmoidEnd = sigmoid.apply(end).getDouble(0);
        double tanhEnd = ActivationFunction.TANH.derivative(end).getDouble(0);
        double reluEnd = ActivationFunction.RELU.derivative(end).getDouble(0);
        lab.figure("sigmoid.steepest", steepest);
        lab.figure("sigmoid.end", sigmoidEnd);
        lab.figure("tanh.end", tanhEnd);
        lab.claim(
                lab.say(
                                "sigmoid 的导数最大只有 %.3f；z = %s 处 sigmoid 剩 %.4f，tanh 剩 %.6f，ReLU 仍是"
                                        + " %.0f",
                                "sigmoid's derivative is %.3f at most; at z = %s it is %.4f, tanh's"
                                        + " %.6f, ReLU's still %.0f")
                        .formatted(steepest, range, sigmoidEnd, tanhEnd, reluEnd),
                steepest <= 0.25 && Math.max(sigmoidEnd, tanhEnd) < 0.01 && reluEnd == 1);
    }

    private static double[] places(double range) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> range * (2.0 * i / (POINTS - 1) - 1))
                .toArray();
    }

    private static String name(ActivationFunction f) {
        return switch (f) {
            case SIGMOID, TANH -> f.name().toLowerCase(Locale.ROOT);
            case RELU -> "ReLU";
            case GELU -> "GELU";
        };
    }
}
