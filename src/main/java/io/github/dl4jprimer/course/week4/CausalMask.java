package io.github.dl4jprimer.course.week4;

import io.github.dl4jprimer.course.CourseExperiment;
import io.github.dl4jprimer.course.Lab;
import io.github.dl4jprimer.course.Settings;
import io.github.dl4jprimer.report.BarChart;
import io.github.dl4jprimer.report.TextTable;
import io.github.dl4jprimer.scratch.Attention;
import io.github.dl4jprimer.scratch.MultiHeadAttention;
import io.github.dl4jprimer.scratch.MultiHeadAttention.Result;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A decoder may not look ahead: before the softmax, S_ij = -∞ wherever j > i.
 *
 * <p>The proof is to change the last character: under the mask no earlier output notices. Setting
 * weights to zero after the softmax hides the future as well, but leaves rows that do not sum to
 * one.
 *
 * <pre>
 * right    A = softmax(S + M),   M_ij = 0 where j <= i, else -∞:    rows sum to 1
 * wrong    A = softmax(S) · [j <= i]:                               rows sum to less than 1
 * </pre>
 *
 * <p>The wrong one has the future in the denominator of its softmax, so even what it shows of the
 * past depends on what comes later.
 *
 * <p>Settings: {@code sentence}, {@code width} and {@code heads} as in {@link AttentionByHand}.
 * Change this: {@code --set sentence=内存不足} and work the four rows out by hand; the first row of the
 * mask has one weight, 1, whatever the sentence.
 */
final class CausalMask implements CourseExperiment {
    @Override
    public String id() {
        return "w4-causal-mask";
    }

    @Override
    public Settings settings() {
        return Settings.none()
                .with("sentence", "磁盘写满导致写日志失败")
                .with("width", 32, 1, 1024)
                .with("heads", 1, 1, 32);
    }

    /** The sentence attended to with and without the mask. */
    private record Views(Result open, Result masked) {
        static Views of(MultiHeadAttention attention, Sentence sentence) {
            var x = sentence.embeddings();
            var mask = Attention.causalMask(sentence.length());
            return new Views(attention.forward(x), attention.forward(x, mask));
        }
    }

    @Override
    public void run(Lab lab) {
        var settings = lab.settings();
        var sentence = Sentence.of(lab);
        var attention =
                MultiHeadAttention.random(
                        settings.integer("width"), settings.integer("heads"), lab.seed());
        var before = Views.of(attention, sentence);
        var after = Views.of(attention, sentence.withLastReplaced(lab.seed() + 1));
        double[] open = changes(before.open(), after.open());
        double[] masked = changes(before.masked(), after.masked());
        tabulate(lab, sentence, before, open, masked);
        drawWeights(lab, sentence, before);
        drawChanges(lab, sentence, open, masked);
        claimFuture(lab, before.masked().heads().get(0).weights());
        claimUnchanged(lab, open, masked);
        claimZeroedAfterwards(lab, before.open().heads().get(0).weights());
    }

    /** By how much each character's output changed: the largest difference of a number. */
    private static double[] changes(Result before, Result after) {
        return after.output().sub(before.output()).amax(1).toDoubleVector();
    }

    private static INDArray zeroedAfterwards(INDArray weights) {
        var mask = Attention.causalMask(weights.rows()).castTo(weights.dataType());
        return weights.mul(mask);
    }

    private static void tabulate(
            Lab lab, Sentence sentence, Views views, double[] open, double[] masked) {
        var table =
                TextTable.of(
                        lab.say("字", "character"),
                        lab.say("行和：加掩码", "row sum: masked"),
                        lab.say("行和：softmax 之后才清零", "row sum: zeroed after softmax"),
                        lab.say("改末字后输出变了：不加掩码", "output changed: no mask"),
                        lab.say("加掩码", "masked"));
        var sums = views.masked().heads().get(0).weights().sum(1);
        var wrong = zeroedAfterwards(views.open().heads().get(0).weights()).sum(1);
        var names = sentence.numbered();
        for (int t = 0; t < names.length; t++) {
            table.row(names[t], sums.getDouble(t), wrong.getDouble(t), open[t], masked[t]);
        }
        lab.table(lab.say("每个字能看见什么", "What each character sees"), table);
    }

    private static void drawWeights(Lab lab, Sentence sentence, Views views) {
        var open = lab.say("不加掩码：每个字看全句", "No mask: every character sees all");
        var masked = lab.say("因果掩码：每个字只看自己和前面", "Causal mask: itself and what came before");
        var characters = sentence.characters();
        var openWeights = views.open().heads().get(0).weights();
        var maskedWeights = views.masked().heads().get(0).weights();
        lab.chart("open", open, AttentionHeatMap.of(lab, open, characters, openWeights));
        lab.chart("masked", masked, AttentionHeatMap.of(lab, masked, characters, maskedWeights));
    }

    private static void drawChanges(Lab lab, Sentence sentence, double[] open, double[] masked) {
        var title = lab.say("改掉最后一个字，各字的输出变了多少", "The last character is changed: who notices?");
        var chart =
                new BarChart(title, sentence.numbered())
                        .x(lab.say("位置与字", "place and character"))
                        .y(lab.say("输出的最大变化", "largest change of the output"))
                        .series(lab.say("不加掩码", "no mask"), open)
                        .series(lab.say("因果掩码", "causal mask"), masked);
        lab.chart("changes", title, chart.size(1100, 560));
    }

    private static void claimFuture(Lab lab, INDArray weights) {
        var future = weights.sub(zeroedAfterwards(weights)).amaxNumber().doubleValue();
        double off = AttentionHeatMap.offOne(weights);
        lab.figure("future.largestWeight", future);
        lab.figure("rowSum.offOne", off);
        lab.claim(
                lab.say(
                                "右上角的权重最大是 %.0f，每行之和仍为 1（最多差 %.1e）",
                                "the largest weight on the future is %.0f, and rows still sum to 1"
                                        + " (off by %.1e at most)")
                        .formatted(future, off),
                future == 0 && off < 1e-12);
    }

    private static void claimUnchanged(Lab lab, double[] open, double[] masked) {
        double noticed = largestButLast(open);
        double leaked = largestButLast(masked);
        lab.figure("change.open", noticed);
        lab.figure("change.masked", leaked);
        lab.claim(
                lab.say(
                                "改掉末字：不加掩码时前面的输出最多变 %.2f，加了掩码变 %.0f",
                                "with another last character the earlier outputs change by up to"
                                        + " %.2f without a mask, by %.0f with it")
                        .formatted(noticed, leaked),
                noticed > 0.01 && leaked == 0);
    }

    private static double largestButLast(double[] changes) {
        return Arrays.stream(changes, 0, changes.length - 1).max().orElseThrow();
    }

    private static void claimZeroedAfterwards(Lab lab, INDArray weights) {
        double first = zeroedAfterwards(weights).getRow(0).sumNumber().doubleValue();
        lab.figure("zeroedAfterwards.firstRowSum", first);
        lab.claim(
                lab.say(
                                "softmax 之后才清零，第一行之和只剩 %.3f，不再是概率",
                                "zeroed after the softmax, the first row sums to %.3f only and is"
                                        + " no longer a distribution")
                        .formatted(first),
                first < 0.99);
    }
}
