package io.github.dl4jprimer.course.week1;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.data.Datasets;
import io.github.dl4jprimer.data.NumberDataset;
import io.github.dl4jprimer.data.Standardization;
import io.github.dl4jprimer.report.HeatMapChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.NumericalGradient;
import io.github.dl4jprimer.scratch.NumericalGradient.Worst;
import io.github.dl4jprimer.scratch.TwoLayerNetwork;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The analytic gradient against the numerical one, for correct backpropagation and for versions
 * with a {@link PlantedMistake}.
 *
 * <pre>relative error = |a - n| / max(|a| + |n|, 10⁻⁶),   n = (L(w + h) - L(w - h)) / 2h</pre>
 *
 * <p>The blocks that stand out say where the mistake begins. {@link StepSizes} shows how to choose
 * h and why the check is done in double precision.
 *
 * <p>The claims name blocks, not numbers: f′ forgotten spoils W₁ and b₁ and leaves W₂ and b₂ right,
 * because backpropagation had computed those before the mistake. Reading the table that way finds
 * the line of code.
 *
 * <p>Settings: {@code hiddenSize} 6 and {@code examples} 12 keep the network so small that two
 * losses a parameter cost nothing; {@code activation} tanh is smooth. Change this: {@code --set
 * activation=relu} may put a sum next to the kink, where the numerical slope lies between 0 and 1
 * and the right gradient looks wrong.
 */
final class GradientCheck implements CourseExperiment {
    /** Right gradients stay below this, wrong ones are far above. */
    private static final double RIGHT = 1e-6;

    private static final double WRONG = 1e-3;

    @Override
    public String id() {
        return "w1-gradient-check";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("hiddenSize", 6, 1, 64)
                .with("examples", 12, 1, 150)
                .with("activation", "tanh");
    }

    @Override
    public void run(Lab lab) {
        var data = examples(lab.settings().integer("examples"), lab.seed());
        var network =
                TwoLayerNetwork.random(
                        data.featureNames().size(),
                        lab.settings().integer("hiddenSize"),
                        data.labels().size(),
                        ActivationCurves.named(lab.settings().text("activation")),
                        lab.seed());
        var checks = new EnumMap<PlantedMistake, List<Worst>>(PlantedMistake.class);
        for (var mistake : PlantedMistake.values()) {
            checks.put(mistake, check(network, data, mistake));
        }
        tabulate(lab, checks);
        draw(lab, checks);
        claim(lab, checks);
        new StepSizes(network, data).show(lab);
    }

    /** Iris flowers of all species, standardised. */
    static NumberDataset examples(int count, long seed) {
        var iris = Datasets.iris().castTo(DataType.DOUBLE);
        int[] rows =
                IntStream.range(0, count)
                        .map(i -> (int) ((i * 13L + Math.floorMod(seed, 7)) % iris.size()))
                        .toArray();
        return Standardization.apply(Standardization.fit(iris), iris).rows(rows);
    }

    private static List<Worst> check(
            TwoLayerNetwork network, NumberDataset data, PlantedMistake mistake) {
        var cache = network.forward(data.features());
        var gradients = mistake.gradients(network, cache, data.targets());
        return NumericalGradient.check(
                () -> network.loss(data.features(), data.targets()),
                network.parameters().blocks(),
                gradients.blocks());
    }

    private static void tabulate(Lab lab, Map<PlantedMistake, List<Worst>> checks) {
        var table =
                TextTable.of(
                        lab.say("反向传播", "backpropagation"),
                        lab.say("参数组", "block"),
                        lab.say("最差的位置", "worst entry"),
                        lab.say("解析梯度", "analytic"),
                        lab.say("数值梯度", "numerical"),
                        lab.say("相对误差", "relative error"),
                        lab.say("判断", "verdict"));
        checks.forEach(
                (mistake, blocks) ->
                        blocks.forEach(
                                worst ->
                                        table.row(
                                                lab.say(mistake.chinese(), mistake.english()),
                                                worst.block(),
                                                worst.index(),
                                                worst.analytic(),
                                                worst.numerical(),
                                                worst.relativeError(),
                                                worst.relativeError() < RIGHT
                                                        ? lab.say("对", "right")
                                                        : lab.say("错", "wrong"))));
        lab.table(lab.say("逐组核对梯度", "The gradients block by block"), table);
    }

    private static void draw(Lab lab, Map<PlantedMistake, List<Worst>> checks) {
        var rows =
                checks.keySet().stream().map(one -> lab.say(one.chinese(), one.english())).toList();
        var columns = checks.get(PlantedMistake.NONE).stream().map(Worst::block).toList();
        double[][] digits =
                checks.values().stream()
                        .map(blocks -> blocks.stream().mapToDouble(GradientCheck::digits).toArray())
                        .toArray(double[][]::new);
        lab.chart(
                "digits",
                lab.say("颜色浅的参数组算错了", "The pale blocks are wrong"),
                HeatMapChart.matrix(
                                lab.say(
                                        "解析梯度与数值梯度有几位数字相同",
                                        "How many digits analytic and numerical gradient share"),
                                rows,
                                columns,
                                digits)
                        .x(lab.say("参数组", "block of parameters"))
                        .y(lab.say("反向传播的版本", "version of backpropagation"))
                        .scaleName(
                                lab.say("相同的位数 = −log10(相对误差)", "digits = −log10(relative error)"))
                        .withValues());
    }

    static double digits(Worst worst) {
        return Math.max(0, -Math.log10(Math.max(worst.relativeError(), 1e-16)));
    }

    /**
     * Claims that correct backpropagation passes and that each mistake is found in exactly the
     * blocks that it spoils: one too few or one too many is no find.
     */
    static void claim(Lab lab, Map<PlantedMistake, List<Worst>> checks) {
        double correct = largest(checks.get(PlantedMistake.NONE));
        lab.figure("correct.relativeError", correct);
        lab.claim(
                lab.say(
                                "正确的反向传播：最大相对误差 %.1e，低于 %.0e",
                                "correct backpropagation: largest relative error %.1e, below %.0e")
                        .formatted(correct, RIGHT),
                correct < RIGHT);
        for (var mistake : PlantedMistake.values()) {
            if (mistake != PlantedMistake.NONE) {
                claimFound(lab, mistake, checks.get(mistake));
            }
        }
    }

    private static void claimFound(Lab lab, PlantedMistake mistake, List<Worst> blocks) {
        var found =
                blocks.stream()
                        .filter(worst -> worst.relativeError() > WRONG)
                        .map(Worst::block)
                        .toList();
        lab.figure(mistake.name().toLowerCase(Locale.ROOT) + ".relativeError", largest(blocks));
        lab.claim(
                lab.say("“%s”被查出：异常的正是 %s", "\"%s\" is found: exactly %s stand out")
                        .formatted(
                                lab.say(mistake.chinese(), mistake.english()),
                                String.join(", ", found)),
                !found.isEmpty()
                        && mistake.spoiled().equals(Set.copyOf(found))
                        && blocks.stream()
                                .filter(worst -> !mistake.spoiled().contains(worst.block()))
                                .allMatch(worst -> worst.relativeError() < RIGHT));
    }

    private static double largest(List<Worst> blocks) {
        return blocks.stream().mapToDouble(Worst::relativeError).max().orElseThrow();
    }
}
