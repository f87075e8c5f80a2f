package io.github.dl4jprimer.cli;

import io.github.dl4jprimer.course.GradientChecks;
import io.github.dl4jprimer.course.NetworkCheck;
import io.github.dl4jprimer.gradientcheck.GradientReport;
import io.github.dl4jprimer.gradientcheck.ParameterCheck;
import io.github.dl4jprimer.language.DisplayWidth;
import io.github.dl4jprimer.language.Language;
import io.github.dl4jprimer.report.Numbers;
import io.github.dl4jprimer.report.TextTable;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what a gradient check found, one table a network, on a terminal.
 *
 * @param out the terminal
 * @param language of the words
 */
record GradientPages(PrintWriter out, Language language) {
    /** Says what is compared with what. */
    void method(String id, GradientChecks checks) {
        wrapped(
                say(
                        "%s：逐个参数组比较反向传播的梯度 a 与损失的差商 n = (L(w+h) − L(w−h)) / 2h，"
                                + "h = %s，double 精度，关闭 dropout，取第一批的前 %d 个样本，每组最多查 %d 个参数。",
                        "%s: for each block of parameters, the gradient a of backpropagation"
                            + " against the difference n = (L(w+h) - L(w-h)) / 2h of the loss, h ="
                            + " %s, in double precision, dropout off, on the first %d examples of"
                            + " the first batch, at most %d entries of a block.",
                        id,
                        Numbers.significant(checks.checker().step(), 1),
                        checks.examples(),
                        checks.checker().entriesPerParameter()));
        out.println();
    }

    /** Says that an experiment has nothing to check, and which ones have. */
    void nothing(String id) {
        out.println(
                say(
                        "%s 不训练 DL4J 网络，没有可检查的梯度。可以试试 w1-same-network、w2-six-optimizers、"
                                + "w3-dropout；手写网络的梯度检查见 primer run w1-gradient-check。",
                        "%s trains no DL4J network, so there is no gradient to check. Try"
                                + " w1-same-network, w2-six-optimizers or w3-dropout; for networks"
                                + " by hand: primer run w1-gradient-check.",
                        id));
    }

    /** Says why the mistake that was asked for is not there to be found. */
    void nothingPlanted() {
        wrapped(
                say(
                        "没有埋入错误：这些网络没有隐藏层，也就没有可以漏乘的导数。",
                        "No mistake was planted: without hidden layers there is no derivative to"
                                + " forget."));
    }

    /** Tells the blocks of one network. */
    void network(NetworkCheck network) {
        out.println(
                say(
                        "%s（以这个网络开始的训练：%d 次）",
                        "%s (trainings that start with this network: %d)",
                        network.training(),
                        network.trainings()));
        wrapped(network.layers());
        if (network.planted()) {
            wrapped(
                    say(
                            "埋入的错误：第一个隐藏层的反向传播漏乘激活函数的导数 f′。",
                            "planted mistake: the first hidden layer's backpropagation forgets"
                                    + " f', the derivative of its activation."));
        }
        out.println(table(network.report()).text());
    }

    /** One row a block: how much was checked, and the worst entry with both its gradients. */
    private TextTable table(GradientReport report) {
        var table =
                TextTable.of(
                        say("参数组", "block"),
                        say("参数个数", "entries"),
                        say("已检查", "checked"),
                        say("最差的位置", "worst entry"),
                        say("解析梯度 a", "analytic a"),
                        say("数值梯度 n", "numeric n"),
                        say("相对误差", "relative error"),
                        say("判断", "verdict"));
        for (var block : report.parameters()) {
            table.row(
                    block.name(),
                    block.entries(),
                    block.checked(),
                    block.worstEntry(),
                    Numbers.significant(block.analytic(), 6),
                    Numbers.significant(block.numeric(), 6),
                    Numbers.significant(block.relativeError(), 2),
                    judgement(block, report.tolerance()));
        }
        return table;
    }

    /** Says in a line or two whether all is right, and where to look if not. */
    void verdict(List<NetworkCheck> networks) {
        var worst =
                networks.stream()
                        .max(Comparator.comparingDouble(n -> n.report().worst().relativeError()))
                        .orElseThrow();
        var block = worst.report().worst();
        var wrong = networks.stream().filter(n -> !n.report().passed()).toList();
        wrapped(
                wrong.isEmpty()
                        ? say(
                                "全部正确：%d 个网络，最大相对误差 %s（%s 的 %s），允许 %s。",
                                "All right: networks checked: %d; largest relative error %s"
                                        + " (%s, %s), allowed %s.",
                                networks.size(),
                                Numbers.significant(block.relativeError(), 2),
                                worst.training(),
                                block.worstEntry(),
                                tolerance(worst.report()))
                        : say(
                                "有错：%s 的 %s 相对误差 %s，允许"
                                        + " %s。错误出在最靠近输出的异常参数组与它上面那一层之间：往上的梯度都对，往下的都受牵连。",
                                "Wrong: %s, %s has relative error %s, allowed %s. The mistake lies"
                                        + " between the wrong block nearest to the output and the"
                                        + " layer above it: everything above is right, everything"
                                        + " below is spoiled.",
                                worst.training(),
                                block.worstEntry(),
                                Numbers.significant(block.relativeError(), 2),
                                tolerance(worst.report())));
    }

    /** Right, wrong, or nothing to tell by. */
    private String judgement(ParameterCheck block, double tolerance) {
        if (block.relativeError() > tolerance) {
            return say("✗ 错", "✗ wrong");
        }
        // Zero against zero would pass with any formula.
        boolean silent = block.analytic() == 0 && block.relativeError() == 0;
        return silent ? say("○ 全为零", "○ all zero") : say("✓ 对", "✓ right");
    }

    private static String tolerance(GradientReport report) {
        return Numbers.significant(report.tolerance(), 1);
    }

    private String say(String chinese, String english, Object... values) {
        return language.choose(chinese, english).formatted(values);
    }

    private void wrapped(String text) {
        DisplayWidth.wrap(text, Terminal.columns()).forEach(out::println);
    }
}
