package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.CrossEntropy;
import io.github.dl4jprimer.scratch.NumericalGradient;
import io.github.dl4jprimer.scratch.Softmax;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Softmax and cross-entropy under extreme scores: the formula taken literally, and with each row's
 * maximum subtracted first.
 *
 * <pre>
 * literally:  p_i = e^(z_i) / Σ_j e^(z_j),                    L = -log p_true
 * stable:     p_i = e^(z_i - max z) / Σ_j e^(z_j - max z),    L = log Σ_j e^(z_j - max z) - (z_true - max z)
 * </pre>
 *
 * <p>In double precision e^710 is infinite and infinity by infinity is NaN. The two agree as long
 * as the first one gives an answer at all.
 *
 * <p>Subtracting the maximum changes nothing in exact arithmetic, since numerator and denominator
 * shrink by the same factor e^(-max z); it only keeps the largest exponent at e⁰ = 1. The loss is
 * computed from the scores, not from p, because log of a p that was rounded to 0 is -∞.
 *
 * <p>Setting: {@code largestScore}, how far the chart goes. The literal loss breaks beyond s = 372,
 * where the probability of the true class, about e^(-2s), is below the smallest double and rounded
 * to 0; {@code --set largestScore=100} shows a formula that seems to work, as it does in a small
 * test.
 */
final class ExtremeScores implements CourseExperiment {
    private static final double[][] ROWS = {
        {1, 2, 3}, {10, 20, 30}, {1000, 1001, 1002}, {-1000, -1001, -1002}, {800, 0, -800}
    };
    private static final int POINTS = 200;

    @Override
    public String id() {
        return "w1-softmax";
    }

    @Override
    public Settings settings() {
        return Settings.none().with("largestScore", 2000.0, 1, 1e6);
    }

    @Override
    public void run(Lab lab) {
        tabulate(lab, ROWS);
        wrongAxis(lab);
        draw(lab);
        checkGradient(lab);
    }

    /** The formula as it is written in books; the true class is the last one. */
    private static INDArray literally(INDArray z) {
        var exponentials = Transforms.exp(z);
        return exponentials.div(exponentials.sum(true, 1));
    }

    private static double literalLoss(INDArray z) {
        return -Math.log(literally(z).getDouble(0, z.size(1) - 1));
    }

    private static double stableLoss(INDArray z) {
        return CrossEntropy.value(z, last(z));
    }

    /** One-hot targets: the last class. */
    private static INDArray last(INDArray z) {
        var targets = Nd4j.zerosLike(z);
        targets.putScalar(0, z.size(1) - 1, 1);
        return targets;
    }

    static void tabulate(Lab lab, double[][] rows) {
        var table =
                TextTable.of(
                        lab.say("分数 z（真类是最后一个）", "scores z (true class last)"),
                        lab.say("照公式：概率之和", "literal: sum of p"),
                        lab.say("照公式：损失", "literal: loss"),
                        lab.say("先减最大值：p", "stable: p"),
                        lab.say("概率之和", "sum of p"),
                        lab.say("损失", "loss"));
        int broken = 0;
        int finite = 0;
        for (double[] scores : rows) {
            var z = Nd4j.createFromArray(new double[][] {scores});
            var p = Softmax.of(z);
            broken += Double.isFinite(literalLoss(z)) ? 0 : 1;
            finite += Double.isFinite(stableLoss(z)) ? 1 : 0;
            table.row(
                    ArrayText.values(z.getRow(0)),
                    shown(literally(z).sumNumber().doubleValue()),
                    shown(literalLoss(z)),
                    ArrayText.values(p.getRow(0)),
                    p.sumNumber().doubleValue(),
                    stableLoss(z));
        }
        lab.table(
                lab.say("极端分数下的 softmax 与交叉熵", "Softmax and cross-entropy of extreme scores"),
                table);
        claim(lab, rows.length, broken, finite);
    }

    private static void claim(Lab lab, int rows, int broken, int finite) {
        lab.figure("literal.broken", broken);
        lab.figure("stable.finite", finite);
        lab.claim(
                lab.say(
                                "%d 行分数：照公式算有 %d 行得到 NaN 或无穷大，先减最大值的 %d 行全部有限",
                                "%d rows of scores: the literal formula gives NaN or infinity in"
                                        + " %d, the stable one is finite in %d")
                        .formatted(rows, broken, finite),
                broken > 0 && finite == rows);
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "NaN" : ArrayText.number(value);
    }

    /** Normalising along the columns is the usual slip: then no row sums to one. */
    private static void wrongAxis(Lab lab) {
        var z = Nd4j.createFromArray(new double[][] {{2, 1, 0}, {0, 3, 1}});
        var wrong = Softmax.of(z.transpose()).transpose();
        var table =
                TextTable.of(
                        lab.say("行", "row"),
                        lab.say("沿每一行：p", "along each row: p"),
                        lab.say("行之和", "row sum"),
                        lab.say("沿错了轴：p", "along the wrong axis: p"),
                        lab.say("行之和", "row sum"));
        for (int row = 0; row < z.rows(); row++) {
            table.row(
                    row,
                    ArrayText.values(Softmax.of(z).getRow(row)),
                    Softmax.of(z).getRow(row).sumNumber().doubleValue(),
                    ArrayText.values(wrong.getRow(row)),
                    wrong.getRow(row).sumNumber().doubleValue());
        }
        lab.table(lab.say("一批告警要按行归一", "A batch is normalised along its rows"), table);
    }

    /** The loss when the true class has score -s and another one s. */
    private static void draw(Lab lab) {
        double largest = lab.settings().number("largestScore");
        double[] sizes = sizes(largest, POINTS);
        double[] few = sizes(largest, POINTS / 5); // dots, since one line would hide the other
        var chart =
                new LineChart(
                                lab.say(
                                        "真类得分 −s，另一类得分 s：损失应当是 2s",
                                        "True class at −s, another at s: the loss should be 2s"))
                        .x(lab.say("分数的大小 s", "size s of the scores"))
                        .y(lab.say("交叉熵 (nat)", "cross-entropy (nat)"))
                        .line(
                                lab.say("先减最大值", "maximum subtracted first"),
                                sizes,
                                losses(sizes, true))
                        .dots(lab.say("照公式算", "formula taken literally"), few, losses(few, false));
        double end = breaks(sizes);
        if (!Double.isNaN(end)) {
            chart.marker(lab.say("照公式算从这里开始失败", "the literal formula fails from here on"), end);
        }
        lab.chart(
                "losses", lab.say("分数一大，照公式算就断了", "Large scores break the literal formula"), chart);
        lab.figure("literal.breaksAt", end);
    }

    private static double[] sizes(double largest, int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(i -> largest * i / count).toArray();
    }

    private static INDArray opposed(double size) {
        return Nd4j.createFromArray(new double[][] {{size, -size}});
    }

    private static double[] losses(double[] sizes, boolean stable) {
        return DoubleStream.of(sizes)
                .map(size -> stable ? stableLoss(opposed(size)) : literalLoss(opposed(size)))
                .map(loss -> Double.isFinite(loss) ? loss : Double.NaN)
                .toArray();
    }

    private static double breaks(double[] sizes) {
        return DoubleStream.of(sizes)
                .filter(size -> !Double.isFinite(literalLoss(opposed(size))))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void checkGradient(Lab lab) {
        var z = Nd4j.createFromArray(new double[][] {{1, 2, 3}});
        var analytic = Softmax.of(z).sub(last(z));
        var numerical = NumericalGradient.of(() -> stableLoss(z), z);
        double difference = analytic.sub(numerical).amaxNumber().doubleValue();
        lab.figure("gradient.difference", difference);
        lab.claim(
                lab.say(
                                "梯度恰好是 p - y：与数值梯度最多相差 %.1e",
                                "the gradient is p - y: at most %.1e from the numerical one")
                        .formatted(difference),
                difference < 1e-8);
    }
}
