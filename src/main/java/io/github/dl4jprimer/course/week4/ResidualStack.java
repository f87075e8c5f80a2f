package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.LineChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.ResidualSignal;
import io.github.dl4jprimer.scratch.ResidualSignal.Arrival;
import io.github.dl4jprimer.scratch.ResidualSignal.Wiring;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What arrives at the end of a deep stack of untrained blocks, and what comes back: with and
 * without shortcut, with the norm after the sum and before the block.
 *
 * <pre>plain f(x)   shortcut x + f(x)   post-norm norm(x + f(x))   pre-norm x + f(norm(x))</pre>
 *
 * <p>Computed by hand ({@link ResidualSignal}): random signals forward, random gradients backward,
 * nothing is trained. Plain blocks lose both; a shortcut alone saves the gradient, and lets the
 * signal grow without end; with a norm both stay in reach of 1.
 *
 * <p>Settings: {@code blocks} 24, {@code width} 64. Change this: {@code --set blocks=100}, the
 * depth at which plain stacks were given up; {@code --set blocks=3} and ask what all the fuss is
 * about.
 */
final class ResidualStack implements CourseExperiment {
    @Override
    public String id() {
        return "w4-residual";
    }

    @Override
    public Settings settings() {
        return Settings.none().with("blocks", 24, 2, 200).with("width", 64, 2, 512);
    }

    @Override
    public void run(Lab lab) {
        int blocks = lab.settings().integer("blocks");
        int width = lab.settings().integer("width");
        Map<Wiring, List<Arrival>> all = new EnumMap<>(Wiring.class);
        for (var wiring : Wiring.values()) {
            all.put(wiring, new ResidualSignal(wiring, blocks, width).run(lab.seed()));
        }
        tabulate(lab, all);
        draw(lab, "signal", lab.say("信号的大小", "Size of the signal"), all, Arrival::signal);
        draw(lab, "gradient", lab.say("梯度的大小", "Size of the gradient"), all, Arrival::gradient);
        conclude(lab, all);
    }

    static String name(Lab lab, Wiring wiring) {
        return switch (wiring) {
            case PLAIN -> lab.say("直通块", "plain");
            case SHORTCUT -> lab.say("加捷径", "shortcut");
            case POST_NORM -> lab.say("捷径 + 后归一化", "shortcut, post-norm");
            case PRE_NORM -> lab.say("捷径 + 前归一化", "shortcut, pre-norm");
        };
    }

    private static void tabulate(Lab lab, Map<Wiring, List<Arrival>> all) {
        var table =
                TextTable.of(
                        lab.say("接法", "wiring"),
                        lab.say("第一块输出的信号", "signal after the first block"),
                        lab.say("最后一块输出的信号", "signal after the last"),
                        lab.say("回到第一块的梯度", "gradient back at the first"));
        all.forEach(
                (wiring, seen) -> {
                    table.row(
                            name(lab, wiring),
                            seen.get(0).signal(),
                            last(seen).signal(),
                            seen.get(0).gradient());
                    var key = wiring.name().toLowerCase(Locale.ROOT);
                    lab.figure("signal." + key, last(seen).signal());
                    lab.figure("gradient." + key, seen.get(0).gradient());
                });
        lab.table(
                lab.say(
                                "%d 块之后的标准差（输入和末端梯度都是 1）",
                                "Standard deviations over %d blocks (both the input's and the last"
                                        + " gradient's are 1)")
                        .formatted(lab.settings().integer("blocks")),
                table);
    }

    private static void draw(
            Lab lab,
            String key,
            String title,
            Map<Wiring, List<Arrival>> all,
            ToDoubleFunction<Arrival> value) {
        var chart =
                new LineChart(title)
                        .x(lab.say("第几块", "block"))
                        .y(lab.say("标准差", "standard deviation"))
                        .logY();
        all.forEach(
                (wiring, seen) ->
                        chart.line(
                                name(lab, wiring),
                                seen.stream().mapToDouble(Arrival::number).toArray(),
                                seen.stream().mapToDouble(value).toArray()));
        lab.chart(key, title, chart);
    }

    /**
     * Claims that plain blocks lose nine tenths of signal and gradient, that a shortcut alone makes
     * the signal tenfold, and that with a norm both stay between 0.1 and 10.
     */
    static void conclude(Lab lab, Map<Wiring, List<Arrival>> all) {
        var plain = all.get(Wiring.PLAIN);
        lab.claim(
                lab.say(
                                "直通块：最后的信号只剩 %.1e，回到第一块的梯度只剩 %.1e",
                                "plain blocks: %.1e is left of the signal, and %.1e of the gradient"
                                        + " back at the first block")
                        .formatted(last(plain).signal(), plain.get(0).gradient()),
                last(plain).signal() < 0.1 && plain.get(0).gradient() < 0.1);
        var shortcut = all.get(Wiring.SHORTCUT);
        lab.claim(
                lab.say(
                                "只加捷径：梯度回得来，信号却涨到 %.0f 倍",
                                "a shortcut alone: the gradient comes back, but the signal grows"
                                        + " %.0f-fold")
                        .formatted(last(shortcut).signal()),
                last(shortcut).signal() > 10 && shortcut.get(0).gradient() > 0.1);
        var post = all.get(Wiring.POST_NORM);
        var pre = all.get(Wiring.PRE_NORM);
        lab.claim(
                lab.say(
                                "加上层归一化，两样都稳住：后归一化 %.2f 与 %.2f，前归一化 %.2f 与 %.2f",
                                "with layer norm both keep their size: post-norm %.2f and %.2f,"
                                        + " pre-norm %.2f and %.2f")
                        .formatted(
                                last(post).signal(),
                                post.get(0).gradient(),
                                last(pre).signal(),
                                pre.get(0).gradient()),
                steady(post) && steady(pre));
    }

    private static boolean steady(List<Arrival> seen) {
        return seen.stream()
                .allMatch(
                        one ->
                                Math.min(one.signal(), one.gradient()) > 0.1
                                        && Math.max(one.signal(), one.gradient()) < 10);
    }

    private static Arrival last(List<Arrival> seen) {
        return seen.get(seen.size() - 1);
    }
}
